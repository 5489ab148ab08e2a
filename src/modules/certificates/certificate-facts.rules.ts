import { dayOf, type Day, type Instant, isDay, isInstant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { type Category, describedFacts, type GoodsFacts, type Measured, type PlanItem } from '../catalog/index.js';
import { derivedReading, type ItemReading, type KeptResult } from '../inspection/index.js';
import { attributesOf, declaredOf, type Unit } from '../units/index.js';
import { isCompared } from './compared-items.js';

/** An inspection as far as the texts about goods are checked against it. */
export interface InspectedGoods {
  readonly items: readonly PlanItem[];
  /** The one that counts of each item. */
  readonly readings: readonly ItemReading[];
  readonly results: readonly Pick<KeptResult, 'item' | 'verdict'>[];
}

export interface UnitAsInspected {
  readonly unit: Unit;
  readonly category: Category;
  /** Undefined before the unit is inspected. */
  readonly inspected: InspectedGoods | undefined;
  readonly zone: string;
  readonly isRepackedHere: boolean;
}

/** What is known of a unit: what was declared, and over that what was found. */
export function unitFacts({ unit, category, inspected, zone, isRepackedHere }: UnitAsInspected): GoodsFacts {
  const described = { name: unit.name, attributes: attributesOf(unit), declared: declaredOf(unit) };
  const facts = { ...describedFacts(described, category), isRepackedHere };
  const days = { ...producedOn(unit), receivedDay: dayOf(instantOf(unit.receivedAt), zone) };
  if (!inspected) return { ...facts, days };
  const known = readingsOf(inspected);
  return {
    ...facts,
    days,
    attributes: { ...facts.attributes, ...foundAttributes(known) },
    documents: foundDocuments(known) ?? facts.documents,
    measured: Object.fromEntries(known.flatMap(measuredOf)),
    written: Object.fromEntries(known.flatMap(writtenOf)),
  };
}

interface KnownReading {
  readonly item: PlanItem;
  readonly value: ItemReading['value'];
  readonly verdict: Measured['verdict'];
}

function readingsOf({ items, readings, results }: InspectedGoods): readonly KnownReading[] {
  return readings.flatMap(({ item: code, value }) => {
    const item = items.find((each) => each.code === code);
    const verdict = results.find((each) => each.item === code)?.verdict ?? 'undecided';
    return item ? [{ item, value, verdict }] : [];
  });
}

/** What an item found in place of the attribute that it is compared with; figures are compared on their own. */
function foundAttributes(known: readonly KnownReading[]): Readonly<Record<string, string>> {
  const found = known.flatMap(({ item, value }) => {
    if (!isCompared(item) || (value.kind !== 'enum' && value.kind !== 'text')) return [];
    return [[item.judge.field, value.kind === 'enum' ? value.value : value.text] as const];
  });
  return Object.fromEntries(found.filter(([field]) => field !== 'skuName'));
}

function foundDocuments(known: readonly KnownReading[]): readonly string[] | undefined {
  const found = known.find(({ item }) => isCompared(item) && item.judge.field === 'documents');
  return found?.value.kind === 'list' ? found.value.values : undefined;
}

function measuredOf({ item, value: read, verdict }: KnownReading): (readonly [string, Measured])[] {
  const value = derivedReading(item, read);
  if (value.kind !== 'number' && value.kind !== 'list') return [];
  const unit = value.unit ?? item.unit;
  const amount =
    value.kind === 'number' && unit !== null && isOneFigure(item) ? { value: value.value, unit } : undefined;
  const tolerance = item.judge.op === 'matchesDeclared' ? item.judge.tolerance : null;
  return [[item.code, { amount, tolerance, verdict }]];
}

/** Judged by more than a figure and its tolerance: by a table of shortage, by a limit. */
function isOneFigure({ judge }: PlanItem): boolean {
  return judge.op === 'matchesDeclared';
}

function writtenOf({ item, value }: KnownReading): (readonly [string, string])[] {
  return value.kind === 'opinion' || value.kind === 'text' ? [[item.code, value.text]] : [];
}

function producedOn({ productionDay }: Unit): { readonly productionDay?: Day } {
  return productionDay !== null && isDay(productionDay) ? { productionDay } : {};
}

function instantOf(text: string): Instant {
  invariant(isInstant(text), 'a unit was received at some time');
  return text;
}
