import { givenOverride, instrumentRow } from '../../../test/support/inspection-rows.js';
import type { Day, Instant } from '../../kernel/instant.js';
import type { Calibration } from '../instruments/index.js';
import { type GapState, instrumentGaps, isCovered, objectionsTo, reasonOf } from './instrument-gaps.rules.js';

const ZONE = 'Asia/Shanghai';

function calibration(changes: Partial<Calibration>): Calibration {
  return {
    id: 'c1',
    entry: 1,
    instrumentId: 'i1',
    warehouseId: 'w',
    certificateNo: 'JL-1',
    calibratedBy: '示例计量所',
    day: '2026-01-01' as Day,
    due: '2026-11-21' as Day,
    result: 'pass',
    fileHash: null,
    recordedAt: '2026-01-01T02:00:00.000Z' as Instant,
    ...changes,
  };
}

const good = calibration({});
const failed = calibration({
  id: 'c2',
  entry: 2,
  certificateNo: 'JL-2',
  day: '2026-12-01' as Day,
  due: null,
  result: 'fail',
});
const reading = (item: string, at: string, instrumentId = 'i1') => ({ item, at: at as Instant, instrumentId });
const gaps = (calibrations: readonly Calibration[], ...readings: ReturnType<typeof reading>[]) =>
  instrumentGaps(readings, [{ ...instrumentRow(), calibrations }], ZONE);

describe('gaps', () => {
  it('are none while the calibration lasts, through its last day in the warehouse', () => {
    expect(gaps([good], reading('A', '2026-11-21T15:59:59.999Z'))).toEqual([]);
    const [gap] = gaps([good], reading('A', '2026-11-21T16:00:00.000Z'));
    expect(gap).toEqual({
      instrumentId: 'i1',
      code: 'S-04',
      name: '二氧化硫快检仪',
      state: 'expired',
      until: '2026-11-21',
      certificateNo: 'JL-1',
      items: ['A'],
    });
  });

  it('name the items that were read out of calibration, and no others', () => {
    const [gap] = gaps([good], reading('A', '2026-11-20T00:00:00.000Z'), reading('B', '2026-11-25T00:00:00.000Z'));
    expect(gap?.items).toEqual(['B']);
  });

  it('are as bad as the worst reading', () => {
    const [none] = gaps([good], reading('A', '2025-12-01T00:00:00.000Z'), reading('B', '2026-11-25T00:00:00.000Z'));
    expect([none?.state, none?.items]).toEqual(['none', ['A', 'B']]);
    const [worst] = gaps(
      [good, failed],
      reading('A', '2025-12-01T00:00:00.000Z'),
      reading('B', '2026-05-01T00:00:00.000Z'),
    );
    expect(worst?.state).toBe('failed');
  });

  it('come from a calibration that failed after the reading, too', () => {
    const [gap] = gaps([good, failed], reading('A', '2026-05-01T00:00:00.000Z'));
    expect(gap?.state).toBe('failed');
  });

  it('are none for an instrument that needs no calibration, or that read nothing', () => {
    const loupe = { ...instrumentRow({ calibration: 'not-needed' }), calibrations: [] };
    expect(instrumentGaps([reading('A', '2026-05-01T00:00:00.000Z')], [loupe], ZONE)).toEqual([]);
    expect(gaps([], reading('A', '2026-05-01T00:00:00.000Z', 'i2'))).toEqual([]);
  });
});

describe('an override', () => {
  const states: readonly GapState[] = ['expired', 'none', 'failed'];
  const gapIn = (state: GapState) => {
    const [gap] = gaps([good], reading('A', '2026-11-25T00:00:00.000Z'));
    if (!gap) throw new Error('there is a gap');
    return { ...gap, state };
  };

  it.each(states)('for what was %s covers nothing worse', (given) => {
    const covered = states.filter((state) => isCovered(gapIn(state), [givenOverride({ state: given })]));
    expect(covered).toEqual(states.slice(0, states.indexOf(given) + 1));
  });

  it('covers its own instrument only, and takes the objections away', () => {
    const gap = gapIn('expired');
    expect(isCovered(gap, [givenOverride({ instrumentId: 'i2' })])).toBe(false);
    expect(objectionsTo([gap], [])).toEqual({ A: reasonOf(gap) });
    expect(objectionsTo([gap], [givenOverride()])).toEqual({});
  });

  it('is asked for with a reason in words', () => {
    expect(reasonOf(gapIn('expired')).zh).toContain('2026-11-21');
    const all = states.flatMap((state) => Object.values(reasonOf(gapIn(state))));
    expect(new Set(all).size).toBe(6);
    expect(all.every((text) => text.includes('S-04'))).toBe(true);
  });
});
