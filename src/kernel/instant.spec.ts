import { addMillis, dayOf, type Instant, instantFromMillis, isDay, isInstant, minuteOf } from './instant.js';

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
});
