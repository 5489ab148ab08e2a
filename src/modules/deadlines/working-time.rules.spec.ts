import fc from 'fast-check';
import { addMillis, type Day, type Instant, instantAt, minuteOf } from '../../kernel/instant.js';
import { afterMinutes, type Calendar, minutesBefore, minutesWorked } from './working-time.rules.js';

const ZONE = 'Asia/Shanghai';
const ROUND_THE_CLOCK: Calendar = { zone: ZONE, working: null };
/** 2026-11-20 is a Friday; 2026-11-23, the Monday after it, is closed. */
const SHOP: Calendar = {
  zone: ZONE,
  working: { from: '09:00', to: '18:00', weekdays: [1, 2, 3, 4, 5], closedDays: ['2026-11-23' as Day] },
};
const at = (text: string): Instant => instantAt(text.slice(0, 10) as Day, text.slice(11), ZONE);
const shown = (instant: Instant | undefined): string | undefined => instant && minuteOf(instant, ZONE);

describe('working time', () => {
  it('never stops without a calendar', () => {
    expect(minutesWorked(ROUND_THE_CLOCK, at('2026-11-20 17:00'), at('2026-11-21 17:01'))).toBe(1_441);
    expect(shown(afterMinutes(ROUND_THE_CLOCK, at('2026-11-20 20:00'), 480))).toBe('2026-11-21 04:00');
    expect(shown(minutesBefore(ROUND_THE_CLOCK, at('2026-11-21 04:00'), 480))).toBe('2026-11-20 20:00');
  });

  it('stops at night, at weekends and on closed days', () => {
    expect(minutesWorked(SHOP, at('2026-11-20 17:00'), at('2026-11-24 10:30'))).toBe(60 + 90);
    expect(minutesWorked(SHOP, at('2026-11-20 19:00'), at('2026-11-24 08:00'))).toBe(0);
    expect(shown(afterMinutes(SHOP, at('2026-11-20 17:00'), 61))).toBe('2026-11-24 09:01');
    expect(shown(minutesBefore(SHOP, at('2026-11-24 10:00'), 120))).toBe('2026-11-20 17:00');
  });

  it('ends with the working day, not with the next one', () => {
    expect(shown(afterMinutes(SHOP, at('2026-11-20 17:00'), 60))).toBe('2026-11-20 18:00');
  });

  it('counts nothing backwards', () => {
    expect(minutesWorked(SHOP, at('2026-11-24 10:00'), at('2026-11-20 10:00'))).toBe(0);
    expect(minutesWorked(ROUND_THE_CLOCK, at('2026-11-24 10:00'), at('2026-11-20 10:00'))).toBe(0);
  });

  it('knows no deadline for a warehouse that never opens', () => {
    const closed: Calendar = { zone: ZONE, working: { from: '09:00', to: '18:00', weekdays: [], closedDays: [] } };
    expect(afterMinutes(closed, at('2026-11-20 10:00'), 1)).toBeUndefined();
    expect(minutesBefore(closed, at('2026-11-20 10:00'), 1)).toBeUndefined();
  });
});

describe('the three ways of counting', () => {
  /** Minute by minute, as nobody would do it. */
  const walked = (calendar: Calendar, from: Instant, minutes: number): number => {
    const isOpen = (instant: Instant): boolean => {
      const { working } = calendar;
      if (!working) return true;
      const [day = '', time = ''] = minuteOf(instant, ZONE).split(' ');
      const weekday = ((Math.floor(Date.parse(day) / 86_400_000) + 3) % 7) + 1;
      const isDay = working.weekdays.includes(weekday) && !working.closedDays.some((closed) => closed === day);
      return isDay && time >= working.from && time < working.to;
    };
    return Array.from({ length: minutes }, (_, minute) => addMillis(from, minute * 60_000)).filter(isOpen).length;
  };
  const calendars = fc.record({
    from: fc.constantFrom('00:00', '06:30', '09:00'),
    to: fc.constantFrom('12:00', '18:15', '24:00'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    closedDays: fc.constantFrom<Day[]>([], ['2026-11-23' as Day]),
  });
  const moments = fc
    .integer({ min: 0, max: 7 * 1_440 })
    .map((minute) => addMillis(at('2026-11-19 00:00'), minute * 60_000));

  it('agree with a walk from minute to minute', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 2_000 }), (working, from, minutes) => {
        const calendar = { zone: ZONE, working };
        const to = addMillis(from, minutes * 60_000);
        expect(minutesWorked(calendar, from, to)).toBe(walked(calendar, from, minutes));
      }),
      { numRuns: 60 },
    );
  });

  it('lead forth and back again', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 2_000 }), (working, from, minutes) => {
        const calendar = { zone: ZONE, working };
        const due = afterMinutes(calendar, from, minutes) ?? from;
        expect(minutesWorked(calendar, from, due)).toBe(minutes);
        const since = minutesBefore(calendar, due, minutes) ?? due;
        expect(minutesWorked(calendar, since, due)).toBe(minutes);
        expect(since >= from).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
