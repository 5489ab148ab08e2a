import { compareDecimals } from '../../kernel/decimal.js';
import type { Category, CategoryAttribute, CategoryItem } from './category.js';
import { type Fault, fault } from './category-fault.js';
import { textsOf } from './category-files-attributes.rules.js';
import { DECLARED_FIELDS, type Judge, type JudgeOp, type ShortageRow } from './category-judge.js';
import type { ValueType } from './category-words.js';

const NUMBERS: readonly ValueType[] = ['number', 'integer'];
const TEXTS: readonly ValueType[] = ['enum', 'text'];

/** Which readings an operation can judge. */
const FITS: Readonly<Record<JudgeOp, readonly ValueType[]>> = {
  max: NUMBERS,
  min: NUMBERS,
  range: NUMBERS,
  nominal: NUMBERS,
  absent: NUMBERS,
  notUsed: NUMBERS,
  maxIf: NUMBERS,
  minIf: NUMBERS,
  isTrue: ['boolean'],
  manual: ['text', 'file', 'files'],
  in: TEXTS,
  equalsNormalized: TEXTS,
  mapEquals: TEXTS,
  disclosedIf: TEXTS,
  matchesDeclared: [...NUMBERS, ...TEXTS, 'list'],
  maxEach: ['map'],
  labelComplete: ['map'],
  tolerableShortage: ['number', 'list'],
  samplingPlan: ['plan'],
  allPresent: ['files'],
  defectList: ['defects'],
};

/** Faults of an item's judge: an operation that cannot judge such a reading, names that lead nowhere, limits that cross. */
export function judgeFaults(item: CategoryItem, category: Category): readonly Fault[] {
  return [...fitFaults(item), ...fieldFaults(item, category), ...textFaults(item), ...figureFaults(item)];
}

function fitFaults({ code, judge, valueType }: CategoryItem): readonly Fault[] {
  const faults: Fault[] = [];
  if (!FITS[judge.op].includes(valueType)) {
    faults.push(
      fault(code, 'op-value-type', `${judge.op} 不能判定 ${valueType}`, `${judge.op} cannot judge ${valueType}`),
    );
  }
  if (judge.op === 'matchesDeclared' && comparedAs(valueType) !== judge.compare) {
    const en = `compare ${judge.compare} does not fit ${valueType}`;
    faults.push(fault(code, 'op-value-type', `compare ${judge.compare} 与 ${valueType} 不符`, en));
  }
  return faults;
}

function comparedAs(valueType: ValueType): string {
  if (NUMBERS.includes(valueType)) return 'number';
  return valueType === 'list' ? 'list' : 'text';
}

function fieldFaults({ code, judge, unit }: CategoryItem, category: Category): readonly Fault[] {
  if (!('field' in judge)) return [];
  const attribute = category.attributes.find((each) => each.code === judge.field);
  if (!attribute) return isDeclared(judge) ? [] : [unknownField(code, judge.field)];
  const faults = keysOf(judge)
    .filter((key) => !textsOf(attribute)?.includes(key))
    .map((key) => fault(code, 'judge-field', `${judge.field} 不可能为 ${key}`, `${judge.field} can never be ${key}`));
  return [...faults, ...unitFault(code, judge, attribute, unit)];
}

function isDeclared(judge: Judge & { readonly field: string }): boolean {
  return judge.op === 'matchesDeclared' && DECLARED_FIELDS.includes(judge.field);
}

/** The texts that a judge expects the attribute of its field to have. */
function keysOf(judge: Judge): readonly string[] {
  if (judge.op === 'maxIf' || judge.op === 'minIf' || judge.op === 'mapEquals') return Object.keys(judge.map);
  return judge.op === 'disclosedIf' ? [judge.equals] : [];
}

function unitFault(code: string, judge: Judge, attribute: CategoryAttribute, unit: string | null): readonly Fault[] {
  if (judge.op !== 'matchesDeclared' || judge.compare !== 'number' || attribute.unit === unit) return [];
  const en = `it is read in another unit than ${attribute.code} is declared in`;
  return [fault(code, 'declared-unit', `与申报属性 ${attribute.code} 的单位不同`, en)];
}

function unknownField(code: string, field: string): Fault {
  return fault(
    code,
    'judge-field',
    `判定所用字段 ${field} 不存在`,
    `the judge names field ${field}, which does not exist`,
  );
}

/** Texts that a judge expects a reading to have, and that the item does not offer. */
function textFaults({ code, judge, values }: CategoryItem): readonly Fault[] {
  if (values === null) return [];
  return expectedTexts(judge)
    .filter((text) => !values.some(({ zh }) => zh === text))
    .map((text) => fault(code, 'judge-values', `读数不可能为 ${text}`, `a reading can never be ${text}`));
}

function expectedTexts(judge: Judge): readonly string[] {
  if (judge.op === 'in') return judge.values;
  if (judge.op === 'mapEquals') return Object.values(judge.map);
  return judge.op === 'disclosedIf' ? [judge.equals, ...judge.unknown] : [];
}

function figureFaults({ code, judge }: CategoryItem): readonly Fault[] {
  if (judge.op === 'range' && judge.min !== null && judge.max !== null && compareDecimals(judge.min, judge.max) > 0) {
    return [fault(code, 'range-order', '下限高于上限', 'the lower limit is above the upper')];
  }
  if (judge.op !== 'tolerableShortage' || judge.shortage.every(isShortageRow)) return [];
  const en = 'a row of the shortage table needs over < upTo, and a percentage or grams (not both)';
  return [fault(code, 'shortage-row', '短缺量表每行须 over < upTo，且百分比与克数二者取一', en)];
}

function isShortageRow({ over, upTo, percent, absolute }: ShortageRow): boolean {
  return compareDecimals(over, upTo) < 0 && (percent === null) !== (absolute === null);
}
