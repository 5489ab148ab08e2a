import { isWhole } from '../../kernel/decimal.js';
import { isConvertible } from '../../kernel/quantity.js';
import { isSameText, normalizeText } from '../../kernel/text.js';
import { type UnitCode, unitSymbol } from '../../kernel/units.js';
import type { PlanItem } from '../catalog/index.js';
import { refuse } from './inspection.refusals.js';
import { isReadingValue, type ReadingValue } from './judge-reading.js';
import { plainValue, textsOf } from './reading-value.parts.js';
import { weighingsFault } from './weighings.rules.js';

export type ReadingKind = ReadingValue['kind'];

/** The canonical form of one value; enough for every category, and small enough for a public entry. */
const LONGEST_VALUE = 8_000;
const LONGEST_TEXT = 500;

const UNPRINTABLE = /\p{Cc}/u;

/** Which kinds of value the item can be judged by. Where a figure follows from weighings, those come first. */
export function kindsOf({ judge, weighings = [] }: PlanItem): readonly ReadingKind[] {
  return weighings.length > 0 ? ['weighings', ...judgedKinds(judge)] : judgedKinds(judge);
}

function judgedKinds(judge: PlanItem['judge']): readonly ReadingKind[] {
  switch (judge.op) {
    case 'maxEach':
    case 'labelComplete':
      return ['map'];
    case 'isTrue':
      return ['boolean'];
    case 'manual':
      return ['opinion'];
    case 'in':
    case 'equalsNormalized':
    case 'mapEquals':
    case 'disclosedIf':
      return ['enum', 'text'];
    case 'matchesDeclared':
      return judge.compare === 'text' ? ['text', 'enum'] : judge.compare === 'list' ? ['list'] : ['number'];
    case 'tolerableShortage':
      return ['list', 'number'];
    case 'samplingPlan':
      return ['plan'];
    case 'allPresent':
      return ['files'];
    case 'defectList':
      return ['defects'];
    default:
      return ['number', 'not-detected'];
  }
}

/**
 * The value of a reading as it is kept: of a kind that fits the item, with nothing beside it, its texts normalised.
 * Throws a refusal that names the item. What it means is left to `judge`.
 */
export function readingValue(item: PlanItem, from: unknown): ReadingValue {
  const { code } = item;
  const kinds = kindsOf(item).join(', ');
  if (isBlank(from)) throw refuse.valueBlank({ item: code });
  if (!isReadingValue(from)) throw refuse.valueMalformed({ item: code, kinds });
  if (!kindsOf(item).includes(from.kind)) throw refuse.valueOfOtherKind({ item: code, kind: from.kind, kinds });
  const value = plainValue(from);
  if (partCount(value) !== partCount(from)) throw refuse.valueMalformed({ item: code, kinds });
  checkTexts(code, value);
  checkNumber(item, value);
  checkUnit(item, value);
  checkWeighings(item, value);
  checkChoice(item, value);
  checkSample(item, value);
  return value;
}

/** A field that somebody left empty: told apart from a malformed one, since the remedy is another. */
function isBlank(from: unknown): boolean {
  if (typeof from !== 'object' || from === null) return false;
  return Object.entries(from).some(([name, part]) => ['value', 'text'].includes(name) && isEmpty(part));
}

function isEmpty(part: unknown): boolean {
  return part === null || (typeof part === 'string' && part.trim() === '');
}

/** Every part of a value, however deep: what `plainValue` does not know makes the counts differ. */
function partCount(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + partCount(part), 1);
}

function checkTexts(item: string, value: ReadingValue): void {
  const texts = textsOf(value);
  if (texts.some((text) => text === '')) throw refuse.valueBlank({ item });
  const isLong = texts.some((text) => text.length > LONGEST_TEXT) || JSON.stringify(value).length > LONGEST_VALUE;
  if (isLong) throw refuse.valueTooLong({ item });
  if (texts.some((text) => UNPRINTABLE.test(text))) throw refuse.valueMalformed({ item, kinds: value.kind });
}

function checkNumber({ code, valueType }: PlanItem, value: ReadingValue): void {
  if (value.kind !== 'number' || valueType !== 'integer' || isWhole(value.value)) return;
  throw refuse.valueNotWhole({ item: code, value: value.value });
}

/** A bare number is never taken for a mass or a share; another unit only where a named conversion leads there. */
function checkUnit({ code, unit }: PlanItem, value: ReadingValue): void {
  if (unit === null || !('unit' in value) || value.kind === 'weighings') return;
  const read: UnitCode | null = value.unit;
  if (read === null) throw refuse.unitMissing({ item: code, unit: unitSymbol(unit) });
  if (!isConvertible(read, unit))
    throw refuse.unitDiffers({ item: code, unit: unitSymbol(unit), read: unitSymbol(read) });
}

function checkWeighings(item: PlanItem, value: ReadingValue): void {
  if (value.kind !== 'weighings') return;
  const { code } = item;
  switch (weighingsFault(item, value)) {
    case 'formula':
      throw refuse.weighingsOther({ item: code, formulas: (item.weighings ?? []).join(', ') || '—' });
    case 'one-only':
      throw refuse.weighingsOneOnly({ item: code });
    case 'impossible':
      throw refuse.weighingsImpossible({ item: code });
    case undefined:
      return;
  }
}

function checkChoice({ code, values }: PlanItem, value: ReadingValue): void {
  if (values === null || (value.kind !== 'enum' && value.kind !== 'text')) return;
  const found = value.kind === 'enum' ? value.value : value.text;
  if (values.some(({ zh }) => isSameText(zh, found))) return;
  const choices = values.map(({ zh }) => normalizeText(zh)).join('、');
  throw refuse.valueNotAChoice({ item: code, value: found, choices });
}

/** Each piece or package is counted once, by its gravest defect: there cannot be more of them than were looked at. */
function checkSample({ code }: PlanItem, value: ReadingValue): void {
  if (value.kind !== 'defects' || value.sampled === undefined) return;
  const counted = value.defects.reduce((sum, { count }) => sum + count, 0);
  if (counted > value.sampled) throw refuse.defectsOverSample({ item: code, counted, sampled: value.sampled });
}
