import { normalizeText } from '../../kernel/text.js';
import type { UnitCode } from '../../kernel/units.js';
import type { PlanItem } from '../catalog/index.js';
import { isMeasured } from '../instruments/index.js';
import type {
  DefectsReading,
  MapReading,
  NotDetected,
  NumberReading,
  Opinion,
  PlanRow,
  ReadingFile,
  ReadingValue,
} from './judge-reading.js';
import { plainWeighings } from './weighings.js';

/** The same value with the parts that its kind has and no others, its texts normalised (µ and μ are one). */
export function plainValue(of: ReadingValue): ReadingValue {
  switch (of.kind) {
    case 'number':
      return plainNumber(of);
    case 'not-detected':
      return plainNotDetected(of);
    case 'text':
      return { kind: of.kind, text: normalizeText(of.text) };
    case 'boolean':
      return { kind: of.kind, value: of.value };
    case 'enum':
      return { kind: of.kind, value: normalizeText(of.value) };
    case 'map':
      return plainMap(of);
    case 'list':
      return { kind: of.kind, unit: of.unit, values: of.values.map(normalizeText) };
    case 'defects':
      return plainDefects(of);
    case 'weighings':
      return plainWeighings(of);
    case 'plan':
      return { kind: of.kind, rows: of.rows.map(plainRow) };
    case 'files':
      return { kind: of.kind, files: of.files.map(plainFile) };
    case 'opinion':
      return plainOpinion(of);
  }
}

/** Every text of a value that says something, names included; a blank one is no reading. */
export function textsOf(of: ReadingValue): readonly string[] {
  switch (of.kind) {
    case 'text':
      return [of.text];
    case 'enum':
      return [of.value];
    case 'map':
      return [...Object.keys(of.values), ...Object.values(of.values), ...(of.notDetected ?? [])];
    case 'list':
      return of.values;
    case 'defects':
      return of.defects.map(({ name }) => name);
    case 'plan':
      return of.rows.map(({ organism }) => organism);
    case 'files':
      return of.files.map(({ role }) => role);
    case 'opinion':
      return [of.text, ...(of.files ?? []).map(({ role }) => role)];
    default:
      return [];
  }
}

/** The hashes of the files that a value names. */
export function filesOf(of: ReadingValue): readonly string[] {
  if (of.kind === 'files') return of.files.map(({ hash }) => hash);
  return of.kind === 'opinion' ? (of.files ?? []).map(({ hash }) => hash) : [];
}

/**
 * The unit of a value that somebody measured; undefined for what was counted, seen or written. What share of the pieces
 * are alive is counted too: the one percentage that is found at the first look.
 */
export function measuredUnitOf(item: PlanItem, of: ReadingValue): UnitCode | undefined {
  return needsInstrument(item) && 'unit' in of && of.unit !== null ? of.unit : undefined;
}

/** Tells whether a figure of the item is measured, so that its reading names an instrument. */
export function needsInstrument({ unit, stage }: PlanItem): boolean {
  return unit !== null && isMeasured(unit) && !(unit === 'P1' && stage === 'initial');
}

function plainNumber({ kind, value, unit, uncertainty }: NumberReading): NumberReading {
  return { kind, value, unit, ...(uncertainty === undefined ? {} : { uncertainty }) };
}

function plainNotDetected({ kind, unit, detectionLimit }: NotDetected): NotDetected {
  return { kind, unit, ...(detectionLimit === undefined ? {} : { detectionLimit }) };
}

function plainDefects({ kind, defects, sampled }: DefectsReading): DefectsReading {
  const plain = defects.map(({ name, severity, count }) => ({ name: normalizeText(name), severity, count }));
  return { kind, defects: plain, ...(sampled === undefined ? {} : { sampled }) };
}

function plainMap({ kind, unit, values, notDetected }: MapReading): MapReading {
  const plain = Object.entries(values).map(([name, text]) => [normalizeText(name), normalizeText(text)] as const);
  const missed = notDetected === undefined ? {} : { notDetected: notDetected.map(normalizeText) };
  return { kind, unit, values: Object.fromEntries(plain), ...missed };
}

function plainRow({ organism, unit, counts }: PlanRow): PlanRow {
  return {
    organism: normalizeText(organism),
    unit,
    counts: counts.map((count) => ('value' in count ? { value: count.value } : { notDetected: true })),
  };
}

function plainOpinion({ kind, verdict, text, files }: Opinion): Opinion {
  const attached = files === undefined ? {} : { files: files.map(plainFile) };
  return { kind, verdict, text: normalizeText(text), ...attached };
}

function plainFile({ role, hash }: ReadingFile): ReadingFile {
  return { role: normalizeText(role), hash };
}
