/** A moment in UTC with milliseconds, fixed width: `2026-11-22T08:30:00.000Z`. Sorts as text in every database. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A calendar day in the warehouse's zone: `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };

/** Where the time comes from. Injected everywhere, so that tests and replay choose their own. */
export abstract class Clock {
  abstract now(): Instant;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function instantFromMillis(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}

export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addMillis(instant: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(instant) + millis);
}

/** Tells whether the text is an instant in our one spelling, and a moment that exists. */
export function isInstant(text: string): text is Instant {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) && instantFromMillis(Date.parse(text)) === text;
}

/** Tells whether the text is a day that exists (2026-02-30 does not). */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const millis = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
}

/** The day that an instant falls on in an IANA zone such as `Asia/Shanghai`. */
export function dayOf(instant: Instant, zone: string): Day {
  return zoned(instant, zone).slice(0, 10) as Day;
}

/** Day and minute in a zone for people: `2026-11-22 16:30`. */
export function minuteOf(instant: Instant, zone: string): string {
  return zoned(instant, zone).slice(0, 16);
}

/** The moment at which clocks in a zone show a time of a day, such as `08:30`; `24:00` is the next day's midnight. */
export function instantAt(day: Day, time: string, zone: string): Instant {
  const shown = Date.parse(`${day}T00:00:00.000Z`) + minutesOf(time) * 60_000;
  // The second look is for days on which a zone changes its offset.
  const near = shown - offsetAt(shown, zone);
  return instantFromMillis(shown - offsetAt(near, zone));
}

/** The day that lies so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return instantFromMillis(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).slice(0, 10) as Day;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** Minutes since midnight of a time such as `08:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(millis: number, zone: string): number {
  const shown = zoned(instantFromMillis(millis), zone);
  return Date.parse(`${shown.replace(' ', 'T')}.000Z`) - Math.floor(millis / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoned(instant: Instant, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(new Date(instant));
}
