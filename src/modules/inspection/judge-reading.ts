import { isDecimal } from '../../kernel/decimal.js';
import { isUnitCode, type UnitCode } from '../../kernel/units.js';
import type { Severity } from '../catalog/index.js';
import { areWeighings, type Weighings } from './weighings.js';

/** A value as read or observed: JSON-safe, numbers as decimal strings with their unit. */
export type ReadingValue =
  | NumberReading
  | NotDetected
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'enum'; readonly value: string }
  | MapReading
  | ListReading
  | DefectsReading
  | Weighings
  | { readonly kind: 'plan'; readonly rows: readonly PlanRow[] }
  | { readonly kind: 'files'; readonly files: readonly ReadingFile[] }
  | Opinion;

export interface NumberReading {
  readonly kind: 'number';
  readonly value: string;
  readonly unit: UnitCode | null;
  /** Expanded uncertainty, in the unit of the value. */
  readonly uncertainty?: string;
}

/** 未检出. Says more than a zero: that the method looked and did not find. */
export interface NotDetected {
  readonly kind: 'not-detected';
  readonly unit: UnitCode | null;
  readonly detectionLimit?: string;
}

/** Several named values: figures (one unit for all), or texts (label fields). */
export interface MapReading {
  readonly kind: 'map';
  readonly unit: UnitCode | null;
  readonly values: Readonly<Record<string, string>>;
  /** Names that were looked for and not detected. */
  readonly notDetected?: readonly string[];
}

export interface ListReading {
  readonly kind: 'list';
  readonly unit: UnitCode | null;
  readonly values: readonly string[];
}

export interface DefectsReading {
  readonly kind: 'defects';
  readonly defects: readonly Defect[];
  /** How many pieces or packages of a lot were looked at; each is counted by its gravest defect only. */
  readonly sampled?: number;
}

/** A defect that was seen, how grave it is and how many times. No defects is said by an empty list, never by silence. */
export interface Defect {
  readonly name: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The counts of one organism, one per sample. */
export interface PlanRow {
  readonly organism: string;
  readonly unit: UnitCode | null;
  readonly counts: readonly ({ readonly value: string } | { readonly notDetected: true })[];
}

export interface ReadingFile {
  readonly role: string;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
}

/** What an inspector judged by eye, and why in words. */
export interface Opinion {
  readonly kind: 'opinion';
  readonly verdict: 'pass' | 'fail';
  readonly text: string;
  readonly files?: readonly ReadingFile[];
}

const CHECKS: Readonly<Record<ReadingValue['kind'], (of: Fields) => boolean>> = {
  number: (of) => isDecimal(of['value']) && isUnit(of['unit']) && isOptional(of['uncertainty'], isDecimal),
  'not-detected': (of) => isUnit(of['unit']) && isOptional(of['detectionLimit'], isDecimal),
  text: (of) => isText(of['text']),
  boolean: (of) => typeof of['value'] === 'boolean',
  enum: (of) => isText(of['value']),
  map: (of) =>
    isUnit(of['unit']) && isMap(of['values']) && isOptional(of['notDetected'], (value) => isListOf(value, isText)),
  list: (of) => isUnit(of['unit']) && isListOf(of['values'], isText),
  defects: (of) => isListOf(of['defects'], isDefect) && isOptional(of['sampled'], isCountingNumber),
  weighings: areWeighings,
  plan: (of) => isListOf(of['rows'], isPlanRow),
  files: (of) => isListOf(of['files'], isFile),
  opinion: (of) =>
    (of['verdict'] === 'pass' || of['verdict'] === 'fail') &&
    isText(of['text']) &&
    isOptional(of['files'], (value) => isListOf(value, isFile)),
};

/** Tells whether a value from outside is a reading: its kind is known and every part has the right shape. */
export function isReadingValue(value: unknown): value is ReadingValue {
  const kind = fields(value)['kind'];
  return (
    typeof kind === 'string' && Object.entries(CHECKS).some(([name, check]) => name === kind && check(fields(value)))
  );
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed();
}

function isUnit(value: unknown): boolean {
  return value === null || isUnitCode(value);
}

function isOptional(value: unknown, check: (value: unknown) => boolean): boolean {
  return value === undefined || check(value);
}

function isListOf(value: unknown, check: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
}

function isDefect(value: unknown): boolean {
  const { name, severity, count } = fields(value);
  const isGrave = severity === 'CR' || severity === 'MA' || severity === 'MI';
  return isText(name) && isGrave && isCountingNumber(count);
}

function isCountingNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isPlanRow(value: unknown): boolean {
  const { organism, unit, counts } = fields(value);
  return isText(organism) && isUnit(unit) && isListOf(counts, isCount);
}

function isCount(value: unknown): boolean {
  const { value: count, notDetected } = fields(value);
  return notDetected === true ? count === undefined : isDecimal(count);
}

function isFile(value: unknown): boolean {
  const { role, hash } = fields(value);
  return isText(role) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}
