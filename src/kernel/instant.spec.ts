import {
  addDays,
  addMillis,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  instantFromMillis,
  isDay,
  isInstant,
  minuteOf,
  weekdayOf,
} from './instant.js';

describe('instants and days', () => {
  const evening = '2026-11-22T16:30:00.000Z' as Instant;

  it('takes one spelling of a moment that exists', () => {
    expect(isInstant(evening)).toBe(true);
    const wrong = ['2026-11-22T16:30:00Z', '2026-11-22T16:30:00.000+08:00', '2026-02-30T00:00:00.000Z', '', 'now'];
    expect(wrong.filter(isInstant)).toEqual([]);
  });

  it('takes days that exist', () => {
    expect(['2026-11-22', '2024-02-29'].filter(isDay)).toHaveLength(2);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20261122', ''].filter(isDay)).toEqual([]);
  });

  it('puts a moment on the day of the zone', () => {
    expect(dayOf(evening, 'Asia/Shanghai')).toBe('2026-11-23');
    expect(dayOf(evening, 'UTC')).toBe('2026-11-22');
    expect(minuteOf(evening, 'Asia/Shanghai')).toBe('2026-11-23 00:30');
  });

  it('adds milliseconds and keeps the width', () => {
    expect(addMillis(evening, -1)).toBe('2026-11-22T16:29:59.999Z');
    expect(instantFromMillis(0)).toBe('1970-01-01T00:00:00.000Z');
  });

  it('finds the moment of a time of day in a zone', () => {
    expect(instantAt('2026-11-23' as Day, '00:30', 'Asia/Shanghai')).toBe(evening);
    expect(instantAt('2026-11-22' as Day, '24:00', 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
  });

  it('finds it on both sides of a change of the clocks', () => {
    const berlin = (day: string, time: string) => instantAt(day as Day, time, 'Europe/Berlin');
    expect(berlin('2026-03-29', '01:30')).toBe('2026-03-29T00:30:00.000Z');
    expect(berlin('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(berlin('2026-10-25', '12:00')).toBe('2026-10-25T11:00:00.000Z');
  });

  it('begins the week on Monday', () => {
    expect(['2026-11-22', '2026-11-23'].map((day) => weekdayOf(day as Day))).toEqual([7, 1]);
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01' as Day, -1)).toBe('2028-02-29');
  });
});
