import type { Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import { GRADE_NAMES, type PlanItem } from '../catalog/index.js';
import { type ReadingValue, shownWeighings } from '../inspection/index.js';

/** A reading as it is printed: its figures are the characters that were recorded, never rounded or converted. */
export interface PrintedReading {
  readonly value: string;
  /** The same in English, where it has other words there. */
  readonly valueEn?: string;
  /** Symbol of the reading's own unit, empty when it has none. */
  readonly unit: string;
}

const NOT_DETECTED = '未检出';
const HASH_SHOWN = 8;

/** A reading of an item in words; several values are joined by `; `. */
export function printedReading(item: PlanItem, value: ReadingValue): PrintedReading {
  const code = value.kind === 'weighings' && value.formula === 'glaze' ? 'P1' : 'unit' in value ? value.unit : null;
  const unit = code ? unitSymbol(code) : '';
  return { ...inBoth(valueText(item, value), valueInEnglish(item, value)), unit };
}

/** A printed value, with its English when that is another text. */
export function inBoth(value: string, english: string | undefined): { value: string; valueEn?: string } {
  return english === undefined || english === value ? { value } : { value, valueEn: english };
}

const LIST_SEPARATOR = /; |、/;
const WORDS: readonly Text[] = [
  { zh: '是', en: 'Yes' },
  { zh: '否', en: 'No' },
  { zh: '无', en: 'None' },
];

/** The English words of a value that is one or several of the possible ones; undefined when it is not. */
export function englishOf(value: string, possible: readonly Text[] | null): string | undefined {
  const words = [...(possible ?? []), ...WORDS];
  const found = value.split(LIST_SEPARATOR).map((part) => words.find(({ zh }) => zh === part)?.en);
  return found.includes(undefined) ? undefined : found.join('; ');
}

function valueInEnglish(item: PlanItem, value: ReadingValue): string | undefined {
  switch (value.kind) {
    case 'not-detected':
      return value.detectionLimit === undefined
        ? 'Not detected'
        : `Not detected (detection limit ${value.detectionLimit})`;
    case 'defects':
      return value.defects.some(({ count }) => count > 0) ? undefined : sampledInEnglish(value);
    case 'boolean':
    case 'enum':
    case 'list':
      return englishOf(valueText(item, value), item.values);
    default:
      return undefined;
  }
}

function valueText(item: PlanItem, value: ReadingValue): string {
  switch (value.kind) {
    case 'number':
      return value.uncertainty === undefined ? value.value : `${value.value} ± ${value.uncertainty}`;
    case 'not-detected':
      return value.detectionLimit === undefined ? NOT_DETECTED : `${NOT_DETECTED}(检出限 ${value.detectionLimit})`;
    case 'text':
    case 'opinion':
      return value.text;
    case 'boolean':
      return value.value ? '是' : '否';
    case 'enum':
      return value.value;
    case 'list':
      return value.values.length > 0 ? value.values.join('; ') : '无';
    case 'map':
      return mapText(item, value);
    case 'defects':
      return defectsText(value);
    case 'weighings':
      return weighingsText(value);
    case 'plan':
      return value.rows.map(rowText).join('; ');
    case 'files':
      return value.files.map(({ role, hash }) => `${role} ${hash.slice(0, HASH_SHOWN)}`).join('; ');
  }
}

type Of<K extends ReadingValue['kind']> = Extract<ReadingValue, { readonly kind: K }>;

function mapText(item: PlanItem, { values, notDetected = [] }: Of<'map'>): string {
  const read = Object.entries(values).map(([name, value]) => `${nameOf(item, name)} ${value}`);
  return [...read, ...notDetected.map((name) => `${nameOf(item, name)} ${NOT_DETECTED}`)].join('; ');
}

/** Label fields are read by their codes; people know them by name. */
function nameOf({ judge }: PlanItem, code: string): string {
  const fields = judge.op === 'labelComplete' ? (judge.fields ?? []) : [];
  return fields.find((field) => field.code === code)?.name.zh ?? code;
}

function sampledInEnglish({ sampled }: Of<'defects'>): string {
  return sampled === undefined ? 'No defects seen' : `No defects seen in ${sampled}`;
}

/** Of a lot it is said first how many were looked at. */
function defectsText({ defects, sampled }: Of<'defects'>): string {
  const seen = defects.filter(({ count }) => count > 0);
  const found = seen.map(({ name, severity, count }) => `${name}(${GRADE_NAMES[severity].zh}) ${count}`).join('; ');
  const text = seen.length === 0 ? '未见缺陷' : found;
  return sampled === undefined ? text : `看 ${sampled} 件：${text}`;
}

/** More formulas than this would fill a page: then the figures stand alone, and the log has what was weighed. */
const FORMULAS_SHOWN = 12;

function weighingsText(value: Of<'weighings'>): string {
  const rows = shownWeighings(value);
  if (rows.length > FORMULAS_SHOWN) return rows.map(({ figure }) => figure).join('; ');
  return rows.map(({ figure, formula }) => `${figure} = ${formula}`).join('; ');
}

function rowText({ organism, unit, counts }: Of<'plan'>['rows'][number]): string {
  const figures = counts.map((count) => ('value' in count ? count.value : NOT_DETECTED)).join(', ');
  return unit ? `${organism} ${figures} ${unitSymbol(unit)}` : `${organism} ${figures}`;
}
