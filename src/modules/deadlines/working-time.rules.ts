import {
  addDays,
  addMillis,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  millisOf,
  weekdayOf,
} from '../../kernel/instant.js';

/** When a warehouse works: the same hours on the same days of every week, but for days on which it is closed. */
export interface WorkingTime {
  /** Times of day in the warehouse's zone, such as `08:00`; `to` is later than `from`, at most `24:00`. */
  readonly from: string;
  readonly to: string;
  /** Monday is 1, Sunday is 7. */
  readonly weekdays: readonly number[];
  readonly closedDays: readonly Day[];
}

/** How the time of a warehouse is counted; without working time the clock never stops. */
export interface Calendar {
  readonly zone: string;
  readonly working: WorkingTime | null;
}

/** A stretch of working time: milliseconds since 1970, the end not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/** Nothing is looked for beyond this many days: a warehouse that is closed for a year has no clock. */
const FAR = 400;

/** Whole minutes worked between two moments; none when the second is not later. */
export function minutesWorked(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [millisOf(from), millisOf(to)];
  if (calendar.working === null) return Math.max(0, Math.floor((end - start) / MINUTE));
  let worked = 0;
  for (let day = dayOf(from, calendar.zone); millisOf(midnight(day, calendar)) < end; day = addDays(day, 1)) {
    const { from: opens, to: closes } = stretchOf(day, calendar);
    worked += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
  }
  return Math.floor(worked / MINUTE);
}

/** The moment at which so many minutes have been worked since another; undefined when the warehouse stays closed. */
export function afterMinutes(calendar: Calendar, from: Instant, minutes: number): Instant | undefined {
  if (calendar.working === null) return addMillis(from, minutes * MINUTE);
  const first = dayOf(from, calendar.zone);
  let left = minutes * MINUTE;
  for (let days = 0; days < FAR; days += 1) {
    const { from: opens, to: closes } = stretchOf(addDays(first, days), calendar);
    const start = Math.max(opens, millisOf(from));
    const open = Math.max(0, closes - start);
    if (open > 0 && left <= open) return addMillis(from, start - millisOf(from) + left);
    left -= open;
  }
  return undefined;
}

/**
 * The latest moment since which so many minutes have been worked until now: what came in by then has waited at least
 * that long. Undefined when nothing can have waited so long.
 */
export function minutesBefore(calendar: Calendar, now: Instant, minutes: number): Instant | undefined {
  if (calendar.working === null) return addMillis(now, -minutes * MINUTE);
  const today = dayOf(now, calendar.zone);
  let left = minutes * MINUTE;
  for (let days = 0; days < FAR; days += 1) {
    const { from: opens, to: closes } = stretchOf(addDays(today, -days), calendar);
    const end = Math.min(closes, millisOf(now));
    const open = Math.max(0, end - opens);
    if (open > 0 && left <= open) return addMillis(now, end - left - millisOf(now));
    left -= open;
  }
  return undefined;
}

/** The hours of one day; an empty stretch when the warehouse is closed. */
function stretchOf(day: Day, { working, zone }: Calendar): Stretch {
  const isClosed = working === null || !working.weekdays.includes(weekdayOf(day)) || working.closedDays.includes(day);
  if (isClosed) return { from: 0, to: 0 };
  return { from: millisOf(instantAt(day, working.from, zone)), to: millisOf(instantAt(day, working.to, zone)) };
}

function midnight(day: Day, { zone }: Calendar): Instant {
  return instantAt(day, '00:00', zone);
}
