import type { Text } from '../../kernel/language.js';
import { type Dimension, type UnitCode, unitOf } from '../../kernel/units.js';

/** What an instrument is for. Those that measure nothing help to look; only they may go without calibration. */
interface KindOfInstrument {
  readonly name: Text;
  /** What its figures are of; none means that it gives no figures. */
  readonly measures: readonly Dimension[];
}

const ANALYSED: readonly Dimension[] = ['mass-fraction', 'release-rate', 'microbes'];
const EVERYTHING: readonly Dimension[] = ['mass', 'length', 'volume', 'temperature', 'refractive-index', ...ANALYSED];

const KINDS = {
  // A share such as the glaze is weighed.
  balance: { name: { zh: '天平', en: 'Balance' }, measures: ['mass', 'mass-fraction'] },
  scale: { name: { zh: '衡器', en: 'Scale' }, measures: ['mass', 'mass-fraction'] },
  caliper: { name: { zh: '长度量具', en: 'Length gauge' }, measures: ['length'] },
  thermometer: { name: { zh: '温度计', en: 'Thermometer' }, measures: ['temperature'] },
  refractometer: { name: { zh: '折射仪', en: 'Refractometer' }, measures: ['refractive-index'] },
  glassware: { name: { zh: '容量器具', en: 'Volumetric ware' }, measures: ['volume'] },
  analyser: { name: { zh: '分析仪器', en: 'Analyser' }, measures: ANALYSED },
  loupe: { name: { zh: '放大镜', en: 'Loupe' }, measures: [] },
  microscope: { name: { zh: '显微镜', en: 'Microscope' }, measures: [] },
  polariscope: { name: { zh: '偏光镜', en: 'Polariscope' }, measures: [] },
  spectroscope: { name: { zh: '分光镜', en: 'Spectroscope' }, measures: [] },
  lamp: { name: { zh: '灯具', en: 'Lamp' }, measures: [] },
  other: { name: { zh: '其他量具', en: 'Other measuring instrument' }, measures: EVERYTHING },
} as const satisfies Readonly<Record<string, KindOfInstrument>>;

export type InstrumentKind = keyof typeof KINDS;
export const INSTRUMENT_KINDS = Object.keys(KINDS) as readonly InstrumentKind[];

/** The kind in both languages; a kind that this version does not know is shown as it stands. */
export function kindName(kind: string): Text {
  return kindOf(kind)?.name ?? { zh: kind, en: kind };
}

/** Tells whether instruments of a kind give figures. What is not known is taken to. */
export function isMeasuring(kind: string): boolean {
  return kindOf(kind)?.measures.length !== 0;
}

/** Tells whether a figure in a unit is one of what instruments measure: a count, a time or a germ count is not. */
export function isMeasured(unit: UnitCode): boolean {
  const dimension = unitOf(unit)?.dimension;
  return dimension !== undefined && !['count', 'time', 'microbes'].includes(dimension);
}

/** Tells whether an instrument of the kind can give a figure in the unit. */
export function fits(kind: string, unit: UnitCode): boolean {
  const dimension = unitOf(unit)?.dimension;
  return dimension !== undefined && (kindOf(kind)?.measures.includes(dimension) ?? false);
}

function kindOf(kind: string): KindOfInstrument | undefined {
  return INSTRUMENT_KINDS.some((known) => known === kind) ? KINDS[kind as InstrumentKind] : undefined;
}
