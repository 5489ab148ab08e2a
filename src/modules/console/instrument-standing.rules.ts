import { type Day, millisOf, instantAt } from '../../kernel/instant.js';
import type { CalibrationStanding, Instrument } from '../instruments/index.js';

/** How many days before its last one a calibration is said to be due: our own choice. */
const SOON = 30;
const DAY_MILLIS = 86_400_000;

/** How an instrument is shown, from what stops work to what nobody needs to look at. */
export const SHOWN_STANDINGS = ['failed', 'expired', 'none', 'soon', 'valid', 'not-needed', 'retired'] as const;
export type ShownStanding = (typeof SHOWN_STANDINGS)[number];

/** Today's standing of an instrument, with how many days its calibration still counts; today itself is day 0. */
export function shownStanding(
  { state: use }: Pick<Instrument, 'state'>,
  { state, until }: CalibrationStanding,
  today: Day,
): { readonly shown: ShownStanding; readonly daysLeft: number | undefined } {
  const daysLeft = until === null ? undefined : daysBetween(today, until);
  if (use === 'retired') return { shown: 'retired', daysLeft: undefined };
  const isSoon = state === 'valid' && daysLeft !== undefined && daysLeft <= SOON;
  return { shown: isSoon ? 'soon' : state, daysLeft };
}

/** What needs somebody comes first; of equals, what is due first, then by code. */
export function byUrgency<T extends { shown: ShownStanding; until: string; code: string }>(rows: readonly T[]): T[] {
  const rank = ({ shown, until, code }: T): string => `${SHOWN_STANDINGS.indexOf(shown)} ${until} ${code}`;
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function daysBetween(from: Day, to: Day): number {
  return (millisOf(instantAt(to, '00:00', 'UTC')) - millisOf(instantAt(from, '00:00', 'UTC'))) / DAY_MILLIS;
}
