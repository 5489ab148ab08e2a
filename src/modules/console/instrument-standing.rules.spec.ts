import type { Day } from '../../kernel/instant.js';
import type { CalibrationStanding } from '../instruments/index.js';
import { byUrgency, SHOWN_STANDINGS, shownStanding } from './instrument-standing.rules.js';

const TODAY = '2026-11-22' as Day;
const inUse = { state: 'in-use' } as const;
const until = (day: string, state: CalibrationStanding['state'] = 'valid'): CalibrationStanding => ({
  state,
  until: day as Day,
  certificateNo: 'JL-1',
});

describe('the standing that is shown', () => {
  it.each([
    ['2026-12-23', 'valid', 31],
    ['2026-12-22', 'soon', 30],
    ['2026-11-22', 'soon', 0],
  ])('of a calibration that counts through %s is %s', (day, shown, daysLeft) => {
    expect(shownStanding(inUse, until(day), TODAY)).toEqual({ shown, daysLeft });
  });

  it('says how long ago it ended', () => {
    expect(shownStanding(inUse, until('2026-11-20', 'expired'), TODAY)).toEqual({ shown: 'expired', daysLeft: -2 });
  });

  it('is of no matter once the instrument is retired', () => {
    expect(shownStanding({ state: 'retired' }, until('2026-11-20', 'expired'), TODAY)).toEqual({
      shown: 'retired',
      daysLeft: undefined,
    });
  });
});

describe('the order of instruments', () => {
  it('begins with what stops work, then what is due first', () => {
    const rows = SHOWN_STANDINGS.map((shown) => ({ shown, until: '2026-12-01', code: 'B' })).toReversed();
    const due = { shown: 'soon', until: '2026-11-23', code: 'Z' } as const;
    const order = byUrgency([...rows, due]).map((row) => `${row.shown} ${row.code}`);
    expect(order).toEqual([
      'failed B',
      'expired B',
      'none B',
      'soon Z',
      'soon B',
      'valid B',
      'not-needed B',
      'retired B',
    ]);
  });
});
