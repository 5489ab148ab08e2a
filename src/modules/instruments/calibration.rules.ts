import { type Day, dayOf, type Instant, instantAt } from '../../kernel/instant.js';
import type { Calibration } from './instruments.entity.js';
import type { CalibrationNeed } from './instruments.events.js';

/** How an instrument stands to its calibrations at one moment. `not-needed` is for those that give no figures. */
export type CalibrationState = 'valid' | 'expired' | 'failed' | 'none' | 'not-needed';

export interface CalibrationStanding {
  readonly state: CalibrationState;
  /** The last day on which the calibration that counts is good; null where there is none. */
  readonly until: Day | null;
  readonly certificateNo: string | null;
}

/** The parts of a calibration that decide when it counts. */
export type CalibrationFacts = Pick<
  Calibration,
  'id' | 'entry' | 'day' | 'due' | 'result' | 'recordedAt' | 'certificateNo'
>;

export interface CalibrationHistory {
  readonly calibration: CalibrationNeed;
  readonly calibrations: readonly CalibrationFacts[];
}

/**
 * The latest calibration up to that day counts, through its due day in the warehouse's zone. Failed is also what was
 * good at the time when the next calibration failed: nobody knows since when. A good one that follows a failed one on
 * the same day counts from the moment at which it was recorded.
 */
export function standingAt(history: CalibrationHistory, at: Instant, zone: string): CalibrationStanding {
  if (history.calibration === 'not-needed') return { state: 'not-needed', until: null, certificateNo: null };
  const ordered = inOrder(history.calibrations);
  const place = ordered.findLastIndex((_, each) => startOf(ordered, each, zone) <= at);
  const [current, next] = [ordered[place], ordered[place + 1]];
  const facts = { until: current?.due ?? null, certificateNo: current?.certificateNo ?? null };
  if (current?.result === 'fail' || next?.result === 'fail') return { state: 'failed', ...facts };
  if (!current) return { state: 'none', ...facts };
  return { state: isPast(current.due, dayOf(at, zone)) ? 'expired' : 'valid', ...facts };
}

/** The readings that a failed calibration puts in doubt: from `from` on, up to but without `until`. */
export interface DoubtfulTime {
  /** Null: since the instrument came. */
  readonly from: Instant | null;
  /** Null: it has not been good since. */
  readonly until: Instant | null;
}

/** From the last good calibration before the failed one to the first good one after it. */
export function doubtfulTime(
  calibrations: readonly CalibrationFacts[],
  failed: { readonly id: string },
  zone: string,
): DoubtfulTime {
  const ordered = inOrder(calibrations);
  const place = ordered.findIndex(({ id }) => id === failed.id);
  const before = ordered.findLastIndex(({ result }, each) => each < place && result === 'pass');
  const after = ordered.findIndex(({ result }, each) => each > place && result === 'pass');
  return {
    from: before < 0 ? null : startOf(ordered, before, zone),
    until: after < 0 ? null : startOf(ordered, after, zone),
  };
}

function inOrder(calibrations: readonly CalibrationFacts[]): readonly CalibrationFacts[] {
  return calibrations.toSorted((a, b) => (a.day === b.day ? a.entry - b.entry : a.day < b.day ? -1 : 1));
}

/** Since when a calibration counts: since its day began, but for a good one after a failed one of that day. */
function startOf(ordered: readonly CalibrationFacts[], place: number, zone: string): Instant {
  const own = ordered[place];
  if (own === undefined) throw new RangeError(`there is no calibration ${place}`);
  const failed = ordered.slice(0, place).some(({ day, result }) => day === own.day && result === 'fail');
  const isMended = own.result === 'pass' && failed;
  return isMended ? own.recordedAt : instantAt(own.day, '00:00', zone);
}

function isPast(due: Day | null, day: Day): boolean {
  return due === null || day > due;
}
