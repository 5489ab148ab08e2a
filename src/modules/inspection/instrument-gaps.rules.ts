import type { Day, Instant } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import { type CalibrationState, type Instrument, standingAt, type Calibration } from '../instruments/index.js';

/** States in which a reading cannot be relied upon, from the mildest to the worst. */
export const GAP_STATES = ['expired', 'none', 'failed'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** An instrument that was not in calibration when a reading that counts was taken with it. */
export interface InstrumentGap {
  readonly instrumentId: string;
  readonly code: string;
  readonly name: string;
  /** The worst over its readings. */
  readonly state: GapState;
  readonly until: Day | null;
  readonly certificateNo: string | null;
  /** Codes of the items that it read. */
  readonly items: readonly string[];
}

/** What two people let through: readings of one instrument that are in no worse state than this. */
export interface GivenOverride {
  readonly instrumentId: string;
  readonly state: GapState;
}

/** A reading that counts, by an instrument of the register. */
export interface InstrumentReading {
  readonly item: string;
  readonly instrumentId: string;
  readonly at: Instant;
}

/** An instrument with all its calibrations. */
export interface CalibratedInstrument extends Pick<Instrument, 'id' | 'code' | 'name' | 'calibration'> {
  readonly calibrations: readonly Calibration[];
}

/** Every instrument of the readings that was out of calibration as one of them was taken; days are the zone's. */
export function instrumentGaps(
  readings: readonly InstrumentReading[],
  instruments: readonly CalibratedInstrument[],
  zone: string,
): InstrumentGap[] {
  return instruments.flatMap((instrument) => {
    const bad = readings
      .filter(({ instrumentId }) => instrumentId === instrument.id)
      .map(({ item, at }) => ({ item, ...standingAt(instrument, at, zone) }))
      .flatMap(({ state, ...rest }) => (isGap(state) ? [{ state, ...rest }] : []));
    const [worst] = bad.toSorted((a, b) => gravityOf(b.state) - gravityOf(a.state));
    if (!worst) return [];
    const { state, until, certificateNo } = worst;
    const { id: instrumentId, code, name } = instrument;
    return [{ instrumentId, code, name, state, until, certificateNo, items: bad.map(({ item }) => item) }];
  });
}

/** Tells whether two people have let the instrument through as it stands, or when it stood worse. */
export function isCovered({ instrumentId, state }: InstrumentGap, overrides: readonly GivenOverride[]): boolean {
  const own = overrides.filter((given) => given.instrumentId === instrumentId);
  return own.some((given) => gravityOf(given.state) >= gravityOf(state));
}

/** Why items cannot be decided, by their codes: whatever nobody has let through. */
export function objectionsTo(
  gaps: readonly InstrumentGap[],
  overrides: readonly GivenOverride[],
): Readonly<Record<string, Text>> {
  const open = gaps.filter((gap) => !isCovered(gap, overrides));
  return Object.fromEntries(open.flatMap((gap) => gap.items.map((item) => [item, reasonOf(gap)])));
}

/** What is wrong with the instrument, for people. */
export function reasonOf({ code, name, state, until }: Omit<InstrumentGap, 'items' | 'instrumentId'>): Text {
  switch (state) {
    case 'expired':
      return {
        zh: `仪器 ${name} ${code} 的校准已于 ${until ?? ''} 过期，不能判定`,
        en: `the calibration of ${name} ${code} ended on ${until ?? ''}, so this is out of calibration`,
      };
    case 'none':
      return {
        zh: `仪器 ${name} ${code} 读数时没有校准记录，不能判定`,
        en: `${name} ${code} had no calibration when it was read`,
      };
    case 'failed':
      return {
        zh: `仪器 ${name} ${code} 在这次读数前后的校准不合格，不能判定`,
        en: `${name} ${code} failed the calibration before or after this reading`,
      };
  }
}

function isGap(state: CalibrationState): state is GapState {
  return GAP_STATES.some((gap) => gap === state);
}

function gravityOf(state: GapState): number {
  return GAP_STATES.indexOf(state);
}
