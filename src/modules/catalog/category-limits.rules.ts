import { compareDecimals, isDecimal, isWhole, signOf } from '../../kernel/decimal.js';
import type { Text } from '../../kernel/language.js';
import { type UnitCode, unitSymbol } from '../../kernel/units.js';
import type { Judge, MicrobePlan } from './category-judge.js';
import type { Limit } from './category-words.js';

/**
 * One figure of a judge that a warehouse may set: its path (`value`, `map.银925`, `plans.大肠菌群.c`), the figure now,
 * and which way is looser: a `ceiling` gets looser upwards, a `floor` downwards.
 */
export interface LimitSlot {
  readonly path: string;
  readonly value: Limit;
  readonly bound: 'ceiling' | 'floor';
  readonly whole: boolean;
}

/** Every figure of a judge that can be tightened, or set where the category has none. */
export function limitSlots(judge: Judge): readonly LimitSlot[] {
  switch (judge.op) {
    case 'max':
      return [slot('value', judge.value)];
    case 'min':
      return [slot('value', judge.value, 'floor')];
    case 'range':
      return [slot('min', judge.min, 'floor'), slot('max', judge.max)];
    case 'nominal':
      return [slot('tolerance', judge.tolerance)];
    case 'matchesDeclared':
      return judge.compare === 'number' ? [slot('tolerance', judge.tolerance)] : [];
    case 'maxIf':
    case 'maxEach':
      return Object.entries(judge.map).map(([key, value]) => slot(`map.${key}`, value));
    case 'minIf':
      return Object.entries(judge.map).map(([key, value]) => slot(`map.${key}`, value, 'floor'));
    case 'defectList':
      return Object.entries(judge.allowed).map(([key, value]) => ({ ...slot(`allowed.${key}`, value), whole: true }));
    case 'samplingPlan':
      return judge.plans.flatMap(planSlots);
    default:
      return [];
  }
}

/** Tells whether a figure of a warehouse's own is looser than the category's. A missing figure is looser than none. */
export function isLooser(own: string, of: LimitSlot): boolean {
  if (of.value === null) return false;
  return compareDecimals(own, of.value) === (of.bound === 'ceiling' ? 1 : -1);
}

/** Tells whether a text may stand in a slot: a decimal, whole and not negative where the slot asks for that. */
export function fitsSlot(own: string, of: LimitSlot): boolean {
  if (!of.whole && of.path !== 'tolerance') return isDecimal(own);
  return (of.whole ? isWhole(own) : isDecimal(own)) && signOf(own) >= 0;
}

/** The judge with some of its figures replaced, by path. Paths that the judge does not have are not its own: ignored. */
export function withLimits(judge: Judge, own: Readonly<Record<string, string>>): Judge {
  switch (judge.op) {
    case 'max':
    case 'min':
      return { ...judge, value: own['value'] ?? judge.value };
    case 'range':
      return { ...judge, min: own['min'] ?? judge.min, max: own['max'] ?? judge.max };
    case 'nominal':
    case 'matchesDeclared':
      return { ...judge, tolerance: own['tolerance'] ?? judge.tolerance };
    case 'maxIf':
    case 'maxEach':
    case 'minIf':
      return { ...judge, map: replaced('map', judge.map, own) };
    case 'defectList':
      return { ...judge, allowed: { ...judge.allowed, ...replaced('allowed', judge.allowed, own) } };
    case 'samplingPlan':
      return { ...judge, plans: judge.plans.map((plan) => ({ ...plan, ...replacedPlan(plan, own) })) };
    default:
      return judge;
  }
}

/** The limits of a judge in words, for a plan whose figures are the warehouse's own. */
export function limitTextOf(judge: Judge, unit: UnitCode | null): Text {
  const bare = limitSlots(judge)
    .filter((each) => each.value !== null)
    .map((each) => `${labelOf(each, judge)}${each.value ?? ''}${unitText(each, judge, unit)}`);
  if (judge.op === 'nominal') return same(`${judge.value ?? '?'} ±${judge.tolerance ?? '?'}${suffix(unit)}`);
  if (judge.op === 'range') return same(`${judge.min ?? '?'}–${judge.max ?? '?'}${suffix(unit)}`);
  if (judge.op === 'matchesDeclared') {
    const width = `±${judge.tolerance ?? '?'}${suffix(unit)}`;
    return { zh: `与申报一致，允差 ${width}`, en: `equals what was declared, tolerance ${width}` };
  }
  return { zh: bare.join('；'), en: bare.join('; ') };
}

function labelOf(of: LimitSlot, judge: Judge): string {
  const sign = of.bound === 'ceiling' ? '≤' : '≥';
  const key = of.path.includes('.') ? of.path.slice(of.path.indexOf('.') + 1) : '';
  if (judge.op === 'samplingPlan') return `${key.replace('.', ' ')}=`;
  return key ? `${key} ${sign}` : sign;
}

function unitText(of: LimitSlot, judge: Judge, unit: UnitCode | null): string {
  if (judge.op !== 'samplingPlan') return of.whole ? '' : suffix(unit);
  if (of.whole) return '';
  return suffix(judge.plans.find((plan) => of.path.startsWith(`plans.${plan.organism.zh}.`))?.unit ?? null);
}

function suffix(unit: UnitCode | null): string {
  if (unit === null) return '';
  const symbol = unitSymbol(unit);
  return symbol === '%' || symbol === '‰' ? symbol : ` ${symbol}`;
}

function planSlots(plan: MicrobePlan): readonly LimitSlot[] {
  const at = `plans.${plan.organism.zh}`;
  return [
    { ...slot(`${at}.n`, plan.n, 'floor'), whole: true },
    { ...slot(`${at}.c`, plan.c), whole: true },
    slot(`${at}.m`, plan.m),
    slot(`${at}.M`, plan.M),
  ];
}

function replacedPlan(plan: MicrobePlan, own: Readonly<Record<string, string>>): Partial<MicrobePlan> {
  const at = `plans.${plan.organism.zh}`;
  return {
    n: own[`${at}.n`] ?? plan.n,
    c: own[`${at}.c`] ?? plan.c,
    m: own[`${at}.m`] ?? plan.m,
    M: own[`${at}.M`] ?? plan.M,
  };
}

function replaced(
  at: string,
  map: Readonly<Record<string, Limit>>,
  own: Readonly<Record<string, string>>,
): Record<string, Limit> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, own[`${at}.${key}`] ?? value]));
}

function slot(path: string, value: Limit, bound: 'ceiling' | 'floor' = 'ceiling'): LimitSlot {
  return { path, value, bound, whole: false };
}

function same(text: string): Text {
  return { zh: text, en: text };
}
