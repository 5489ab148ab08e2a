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

const formats = new Map<string, Intl.DateTimeFormat>();

function zoned(instant: Instant, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(new Date(instant));
}
