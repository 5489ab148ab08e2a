import type { Day, Instant } from '../../kernel/instant.js';
import { type CalibrationFacts, doubtfulTime, standingAt } from './calibration.rules.js';

const ZONE = 'Asia/Shanghai';
let entries = 0;

function good(day: string, due: string, recordedAt = `${day}T01:00:00.000Z`): CalibrationFacts {
  return record(day, due, recordedAt);
}

function bad(day: string, recordedAt = `${day}T01:00:00.000Z`): CalibrationFacts {
  return record(day, null, recordedAt);
}

function record(day: string, due: string | null, recordedAt: string): CalibrationFacts {
  const entry = ++entries;
  const facts = {
    id: `c${entry}`,
    entry,
    certificateNo: `JL-${entry}`,
    result: due === null ? 'fail' : 'pass',
  } as const;
  return { ...facts, day: day as Day, due: due as Day | null, recordedAt: recordedAt as Instant };
}

const stateAt = (calibrations: readonly CalibrationFacts[], at: string, zone = ZONE): string =>
  standingAt({ calibration: 'needed', calibrations }, at as Instant, zone).state;

describe('an instrument', () => {
  const once = [good('2026-03-01', '2026-11-22')];

  it.each([
    ['before its first calibration', '2026-02-28T15:59:59.999Z', 'none'],
    ['as its day begins in Shanghai', '2026-02-28T16:00:00.000Z', 'valid'],
    ['in the last millisecond of its due day in Shanghai', '2026-11-22T15:59:59.999Z', 'valid'],
    ['in the first of the day after', '2026-11-22T16:00:00.000Z', 'expired'],
  ])('%s', (_, at, state) => {
    expect(stateAt(once, at)).toBe(state);
  });

  it('goes by the days of its own warehouse', () => {
    expect(stateAt(once, '2026-11-22T16:00:00.000Z', 'UTC')).toBe('valid');
    expect(stateAt(once, '2026-11-23T00:00:00.000Z', 'UTC')).toBe('expired');
    expect(stateAt(once, '2026-11-23T07:59:59.999Z', 'America/Los_Angeles')).toBe('valid');
  });

  it('goes by the latest calibration up to the day, in whatever order they were recorded', () => {
    const both = [good('2026-06-01', '2027-06-01'), good('2026-01-01', '2026-05-01')];
    expect(stateAt(both, '2026-05-15T00:00:00.000Z')).toBe('expired');
    expect(stateAt(both, '2026-06-02T00:00:00.000Z')).toBe('valid');
    const standing = standingAt(
      { calibration: 'needed', calibrations: both },
      '2026-02-01T00:00:00.000Z' as Instant,
      ZONE,
    );
    expect(standing).toEqual({ state: 'valid', until: '2026-05-01', certificateNo: both[1]?.certificateNo });
  });

  it('that was never calibrated has none, and one that gives no figures needs none', () => {
    expect(stateAt([], '2026-11-22T00:00:00.000Z')).toBe('none');
    const loupe = { calibration: 'not-needed', calibrations: [] } as const;
    expect(standingAt(loupe, '2026-11-22T00:00:00.000Z' as Instant, ZONE).state).toBe('not-needed');
  });
});

describe('a failed calibration', () => {
  const before = good('2026-03-01', '2027-03-01');
  const failed = bad('2026-09-10');

  it('takes away what was good until then, back to the last good one', () => {
    const first = good('2026-01-01', '2026-12-31');
    const all = [first, before, failed];
    expect(stateAt(all, '2026-02-01T00:00:00.000Z')).toBe('valid');
    expect(stateAt(all, '2026-03-01T00:00:00.000Z')).toBe('failed');
    expect(stateAt(all, '2026-09-09T15:59:59.999Z')).toBe('failed');
    expect(stateAt(all, '2026-09-10T00:00:00.000Z')).toBe('failed');
    expect(stateAt(all, '2026-11-22T00:00:00.000Z')).toBe('failed');
  });

  it('lasts until the next good one, which clears nothing that was read before', () => {
    const mended = [before, failed, good('2026-09-20', '2027-09-20')];
    expect(stateAt(mended, '2026-09-19T15:59:59.999Z')).toBe('failed');
    expect(stateAt(mended, '2026-09-19T16:00:00.000Z')).toBe('valid');
    expect(stateAt(mended, '2026-08-01T00:00:00.000Z')).toBe('failed');
  });

  it('is followed by a good one of the same day only from when that is on record', () => {
    const mended = [before, failed, good('2026-09-10', '2027-09-10', '2026-09-10T08:00:00.000Z')];
    expect(stateAt(mended, '2026-09-10T07:59:59.999Z')).toBe('failed');
    expect(stateAt(mended, '2026-09-10T08:00:00.000Z')).toBe('valid');
    const again = [...mended, good('2026-09-10', '2027-09-10', '2026-09-10T09:00:00.000Z')];
    expect(stateAt(again, '2026-09-10T07:00:00.000Z')).toBe('failed');
  });

  it('before any good one leaves nothing to rely on', () => {
    expect(stateAt([bad('2026-05-05')], '2026-05-01T00:00:00.000Z')).toBe('failed');
  });

  it('puts the time from the last good one to the next good one in doubt', () => {
    const next = good('2026-09-20', '2027-09-20');
    const from = '2026-02-28T16:00:00.000Z';
    const until = '2026-09-19T16:00:00.000Z';
    const second = bad('2026-09-12');
    for (const each of [failed, second]) {
      expect(doubtfulTime([next, second, before, failed], each, ZONE)).toEqual({ from, until });
    }
    expect(doubtfulTime([before, failed], failed, ZONE)).toEqual({ from, until: null });
    expect(doubtfulTime([failed], failed, ZONE)).toEqual({ from: null, until: null });
  });

  it('calls the same readings failed that it puts in doubt', () => {
    const all = [before, failed, good('2026-09-10', '2027-09-10', '2026-09-10T08:00:00.000Z')];
    const { from, until } = doubtfulTime(all, failed, ZONE);
    const hours = Array.from({ length: 24 * 300 }, (_, hour) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString());
    const inDoubt = hours.filter((at) => (from === null || at >= from) && (until === null || at < until));
    expect(inDoubt.length).toBeGreaterThan(4_000);
    expect(hours.filter((at) => stateAt(all, at) === 'failed')).toEqual(inDoubt);
  });
});
