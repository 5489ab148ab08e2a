import fc from 'fast-check';
import { Refusal } from '../../kernel/refusal.js';
import { category } from '../../../test/support/judging.js';
import { planFrom, type PlanItem } from '../catalog/index.js';
import type { JudgeContext } from './judge.js';
import { judge } from './judge.rules.js';
import { readingValue } from './reading-value.rules.js';
import { contentMass, derivedFigures, derivedReading, glazePercent, shownWeighings } from './weighings.rules.js';
import type { Weighings } from './weighings.js';

function itemOf(id: string, code: string): PlanItem {
  const of = category(id);
  const choice = { category: id, categoryVersion: of.version, adds: [], limits: [] };
  const found = planFrom(of, choice).items.find((each) => each.code === code);
  if (!found) throw new Error(`${id} has no ${code}`);
  return found;
}

const GLAZE = itemOf('frozen-shrimp', 'SHR-GLAZE');
const NET = itemOf('frozen-shrimp', 'SHR-NET');
const CRAB = itemOf('live-swimming-crab', 'CRB-NETW');

const CONTEXT: JudgeContext = {
  attributes: { packing: '预包装', netContent: '500', declaredMass: '250' },
  declared: {},
  productionDay: null,
  inspectionDay: '2026-11-22' as JudgeContext['inspectionDay'],
};

const glaze = (gross: string, deglazed: string): Weighings => ({
  kind: 'weighings',
  formula: 'glaze',
  unit: 'GRM',
  rows: [{ gross, deglazed }],
});
const net = (...pairs: readonly (readonly [string, string])[]): Weighings => ({
  kind: 'weighings',
  formula: 'net',
  unit: 'GRM',
  rows: pairs.map(([gross, tare]) => ({ gross, tare })),
});

function refusal(item: PlanItem, value: object): string {
  try {
    readingValue(item, value);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'kept';
}

const centigrams = fc.integer({ min: 1, max: 9_999_999 });
const grams = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

/** A second implementation: whole centigrams in BigInt, divided by hand and rounded half to even. */
function naiveGlaze(gross: number, deglazed: number): string {
  const scaled = BigInt(gross - deglazed) * 100n * 10n ** 10n;
  const [whole, rest] = [scaled / BigInt(gross), scaled % BigInt(gross)];
  const twice = rest * 2n;
  const isUp = twice > BigInt(gross) || (twice === BigInt(gross) && whole % 2n === 1n);
  const digits = String(whole + (isUp ? 1n : 0n)).padStart(11, '0');
  const fraction = digits.slice(-10).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -10) : `${digits.slice(0, -10)}.${fraction}`;
}

describe('a figure that follows from weighings', () => {
  it('is glaze in percent of the gross mass, as a naive second implementation has it', () => {
    fc.assert(
      fc.property(centigrams, fc.nat(), (gross, part) => {
        const deglazed = part % (gross + 1);
        expect(glazePercent(grams(gross), grams(deglazed))).toBe(naiveGlaze(gross, deglazed));
      }),
    );
  });

  it('is gross less tare, exactly', () => {
    fc.assert(
      fc.property(centigrams, fc.nat(), (gross, part) => {
        const tare = part % (gross + 1);
        const [whole = '', fraction = ''] = contentMass(grams(gross), grams(tare)).split('.');
        expect(Number(whole) * 100 + Number(fraction.padEnd(2, '0'))).toBe(gross - tare);
      }),
    );
  });

  it.each([
    ['1000', '848', '15.2', '15.2'],
    ['1000', '800', '20', '20'],
    ['3', '2', '33.3333333333', '33.33'],
    ['1000000', '799999', '20.0001', '20'],
    ['800', '799.8', '0.025', '0.02'],
    ['800', '799.72', '0.035', '0.04'],
  ])('of %s g gross and %s g without glaze is %s %%, shown as %s (half to even)', (gross, rest, exact, shown) => {
    expect(derivedFigures(glaze(gross, rest))).toEqual([exact]);
    expect(shownWeighings(glaze(gross, rest))[0]?.figure).toBe(shown);
  });

  it('is shown with its formula and numbers', () => {
    expect(shownWeighings(glaze('1000', '848'))).toEqual([{ figure: '15.2', formula: '(1000 − 848) ÷ 1000 × 100' }]);
    expect(shownWeighings(net(['520.4', '22.2']))).toEqual([{ figure: '498.2', formula: '520.4 − 22.2' }]);
  });

  it('is one number for an item of one, and a list for an item of several packages', () => {
    expect(derivedReading(GLAZE, glaze('1000', '848'))).toEqual({ kind: 'number', value: '15.2', unit: 'P1' });
    expect(derivedReading(NET, net(['520', '20']))).toEqual({ kind: 'list', values: ['500'], unit: 'GRM' });
    const text = { kind: 'text', text: 'as it is' } as const;
    expect(derivedReading(NET, text)).toBe(text);
  });
});

describe('an item is judged by the figure, before it is rounded', () => {
  it.each([
    [glaze('1000', '800'), 'pass'],
    [glaze('1000000', '799999'), 'fail'],
    [glaze('1000', '848'), 'pass'],
  ] as const)('glaze %j: %s', (value, verdict) => {
    expect(judge(GLAZE, value, CONTEXT).verdict).toBe(verdict);
  });

  // T of 500 g is 3 % = 15 g.
  it.each([
    [net(['520', '20'], ['521', '20']), 'pass'],
    [net(['505', '20'], ['540', '20']), 'pass'],
    [net(['504.9', '20'], ['560', '20']), 'fail'],
    [net(['519', '20'], ['520', '20']), 'fail'],
    [net(['519', '20']), 'undecided'],
  ] as const)('net content %j: %s', (value, verdict) => {
    expect(judge(NET, value, CONTEXT).verdict).toBe(verdict);
  });

  it('in another unit of mass, converted', () => {
    const kilos = { ...net(['0.520', '0.020'], ['0.521', '0.020']), unit: 'KGM' };
    expect(judge(NET, kilos, CONTEXT).verdict).toBe('pass');
  });
});

describe('weighings as a reading', () => {
  it.each([
    ['glaze', GLAZE, glaze('1000', '848'), 'kept'],
    ['net content', NET, net(['520', '20'], ['521', '20']), 'kept'],
    ['drained mass', NET, { ...net(['520', '20']), formula: 'drained' }, 'kept'],
    ['one crab', CRAB, net(['260', '10']), 'kept'],
    ['a plain number, as before', GLAZE, { kind: 'number', value: '15.2', unit: 'P1' }, 'kept'],
    ['a formula of another item', NET, glaze('1000', '848'), 'inspection.weighings-other'],
    ['several where one is asked', CRAB, net(['260', '10'], ['261', '10']), 'inspection.weighings-one-only'],
    ['more tare than gross', NET, net(['20', '20.1']), 'inspection.weighings-impossible'],
    ['no gross', GLAZE, glaze('0', '0'), 'inspection.weighings-impossible'],
    ['a negative tare', NET, net(['20', '-1']), 'inspection.weighings-impossible'],
    ['a unit that is no mass', NET, { ...net(['20', '1']), unit: 'P1' }, 'inspection.value-malformed'],
    ['no rows', NET, net(), 'inspection.value-malformed'],
    ['a figure beside', NET, { ...net(['20', '1']), figure: '19' }, 'inspection.value-malformed'],
    ['a row without its second mass', NET, { ...net(), rows: [{ gross: '20' }] }, 'inspection.value-malformed'],
    [
      'too many rows',
      NET,
      net(...Array.from({ length: 61 }, () => ['20', '1'] as const)),
      'inspection.value-malformed',
    ],
  ])('%s', (_, item, value, code) => {
    expect(refusal(item, value)).toBe(code);
  });

  it('is not taken by a plan from before there were formulas', () => {
    const { weighings: _, ...old } = GLAZE;
    expect(refusal(old, glaze('1000', '848'))).toBe('inspection.value-of-other-kind');
  });
});
