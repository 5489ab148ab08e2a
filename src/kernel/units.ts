import type { Text } from './language.js';
import { normalizeText } from './text.js';

/** The code of a unit in the table below: UN/CEFACT Rec 20 where it has one, else our own, which begins with `X-`. */
export type UnitCode = string;

/** What a unit measures; two units of one dimension may still have no exact conversion. */
export type Dimension =
  | 'mass'
  | 'length'
  | 'volume'
  | 'count'
  | 'time'
  | 'temperature'
  | 'mass-fraction'
  | 'microbes'
  | 'release-rate'
  | 'refractive-index';

/** One row of the table. `symbol` is what is printed; `aliases` are other spellings seen in data. */
export interface Unit {
  readonly code: UnitCode;
  readonly symbol: string;
  readonly name: Text;
  readonly dimension: Dimension;
  readonly aliases: readonly string[];
}

type Row = readonly [
  code: UnitCode,
  symbol: string,
  zh: string,
  en: string,
  dimension: Dimension,
  aliases: readonly string[],
];

const ROWS: readonly Row[] = [
  ['MGM', 'mg', '毫克', 'milligram', 'mass', ['毫克']],
  ['GRM', 'g', '克', 'gram', 'mass', ['克', 'gram', 'grams']],
  ['KGM', 'kg', '千克', 'kilogram', 'mass', ['千克', '公斤', 'KG', 'Kg']],
  ['TNE', 't', '吨', 'tonne', 'mass', ['吨']],
  ['CTM', 'ct', '克拉', 'metric carat', 'mass', ['克拉', 'carat']],
  ['MMT', 'mm', '毫米', 'millimetre', 'length', ['毫米', 'MM']],
  ['CMT', 'cm', '厘米', 'centimetre', 'length', ['厘米', 'CM']],
  ['MTR', 'm', '米', 'metre', 'length', ['米']],
  ['MLT', 'mL', '毫升', 'millilitre', 'volume', ['毫升', 'ml', 'ML']],
  ['LTR', 'L', '升', 'litre', 'volume', ['升', 'l']],
  ['H87', '件', '件', 'piece', 'count', ['个', '只', '条', '粒', '枚', '支', 'pc', 'pcs', 'piece']],
  ['PR', '对', '对', 'pair', 'count', ['双', 'pair']],
  ['MIN', 'min', '分钟', 'minute', 'time', ['分钟']],
  ['HUR', 'h', '小时', 'hour', 'time', ['小时']],
  ['DAY', 'd', '天', 'day', 'time', ['天', '日']],
  ['ANN', 'a', '年', 'year', 'time', ['年', 'year']],
  ['CEL', '℃', '摄氏度', 'degree Celsius', 'temperature', ['摄氏度', '°C']],
  ['P1', '%', '百分比', 'percent', 'mass-fraction', ['％', 'percent']],
  ['NX', '‰', '千分比', 'part per thousand', 'mass-fraction', ['permille']],
  ['J33', 'μg/kg', '微克每千克', 'microgram per kilogram', 'mass-fraction', ['ug/kg']],
  ['NA', 'mg/kg', '毫克每千克', 'milligram per kilogram', 'mass-fraction', ['毫克/千克']],
  ['GK', 'g/kg', '克每千克', 'gram per kilogram', 'mass-fraction', ['克/千克']],
  ['X-MG100G', 'mg/100 g', '毫克每百克', 'milligram per 100 grams', 'mass-fraction', ['mg/hg']],
  ['X-G100G', 'g/100 g', '克每百克', 'gram per 100 grams', 'mass-fraction', []],
  ['X-CFUG', 'CFU/g', '菌落形成单位每克', 'colony-forming units per gram', 'microbes', ['cfu/g']],
  ['X-MPNG', 'MPN/g', '最可能数每克', 'most probable number per gram', 'microbes', ['mpn/g']],
  [
    'X-UGCM2W',
    'μg/cm²/week',
    '微克每平方厘米每周',
    'microgram per square centimetre per week',
    'release-rate',
    ['ug/cm2/week', 'μg/cm²/周', 'μg/(cm²·week)'],
  ],
  ['X-ND', 'nD', '折射率', 'refractive index (sodium D line)', 'refractive-index', ['nd', 'RI']],
];

/** Every unit that a reading, a limit or a quantity may carry. */
export const UNITS: readonly Unit[] = ROWS.map(([code, symbol, zh, en, dimension, aliases]) => ({
  code,
  symbol,
  name: { zh, en },
  dimension,
  aliases,
}));

const bySpelling = new Map<string, Unit>();
for (const row of UNITS) {
  for (const spelling of [row.code, row.symbol, ...row.aliases]) bySpelling.set(folded(spelling), row);
}

/** The unit with this code; undefined when the table has none. Exact: no folding of any kind. */
export function unitOf(code: UnitCode): Unit | undefined {
  return UNITS.find((row) => row.code === code);
}

/** Tells whether the table has this code. */
export function isUnitCode(code: unknown): code is UnitCode {
  return typeof code === 'string' && unitOf(code) !== undefined;
}

/** The unit that a spelling from data means: code, symbol or alias, after NFKC and without spaces. */
export function findUnit(spelling: string): Unit | undefined {
  return bySpelling.get(folded(spelling));
}

/** The printed symbol of a code; the code itself when it is unknown, so that nothing prints blank. */
export function unitSymbol(code: UnitCode): string {
  return unitOf(code)?.symbol ?? code;
}

function folded(spelling: string): string {
  return normalizeText(spelling).replaceAll(' ', '');
}
