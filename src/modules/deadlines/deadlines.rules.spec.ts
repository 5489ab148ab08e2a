import { addMillis, type Day, type Instant } from '../../kernel/instant.js';
import { USUAL_RULE } from './deadline-clock.js';
import { clockOf, cutoffsOf, setDeadlineRule } from './deadlines.rules.js';
import type { Calendar } from './working-time.rules.js';

const NOW = '2026-11-20T08:00:00.000Z' as Instant;
const ALWAYS: Calendar = { zone: 'Asia/Shanghai', working: null };
const HOURS = { from: '09:00', to: '18:00', weekdays: [1, 2, 3, 4, 5], closedDays: [] as Day[] };
const codeOf = (command: () => unknown): unknown => {
  try {
    return command();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a deadline rule', () => {
  it('is recorded whole', () => {
    const [event] = setDeadlineRule('w', { ...USUAL_RULE, working: HOURS }, '双班');
    expect(event?.contents).toEqual({
      party: {
        warehouseId: 'w',
        totalMinutes: 480,
        testMinutes: 270,
        handOverMinutes: 390,
        working: HOURS,
        reason: '双班',
      },
    });
  });

  it('grows from warning to end; equal times are allowed', () => {
    const rule = (testMinutes: number, handOverMinutes: number, totalMinutes: number) => () =>
      setDeadlineRule('w', { testMinutes, handOverMinutes, totalMinutes, working: null }, 'r');
    expect(codeOf(rule(60, 60, 60))).toHaveLength(1);
    expect(codeOf(rule(61, 60, 90))).toBe('deadlines.out-of-order');
    expect(codeOf(rule(30, 91, 90))).toBe('deadlines.out-of-order');
  });

  it('has a working day that ends after it begins', () => {
    const rule = (from: string, to: string) => () =>
      setDeadlineRule('w', { ...USUAL_RULE, working: { ...HOURS, from, to } }, 'r');
    expect(codeOf(rule('00:00', '24:00'))).toHaveLength(1);
    expect(codeOf(rule('09:00', '09:00'))).toBe('deadlines.hours-reversed');
    expect(codeOf(rule('20:00', '04:00'))).toBe('deadlines.hours-reversed');
  });
});

describe('the clock of a unit', () => {
  const minutesAgo = (minutes: number): Instant => addMillis(NOW, -minutes * 60_000);

  it('has cutoffs that are exactly as old as the rule says', () => {
    expect(cutoffsOf(USUAL_RULE, ALWAYS, NOW)).toEqual({
      overdue: minutesAgo(480),
      'late-handover': minutesAgo(390),
      'late-test': minutesAgo(270),
    });
  });

  it('counts down to the end and beyond', () => {
    expect(clockOf(minutesAgo(479), USUAL_RULE, ALWAYS, NOW)).toEqual({
      waitedMinutes: 479,
      dueAt: addMillis(NOW, 60_000),
      leftMinutes: 1,
    });
    expect(clockOf(minutesAgo(500), USUAL_RULE, ALWAYS, NOW).leftMinutes).toBe(-20);
  });
});
