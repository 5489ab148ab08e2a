import type { Actor } from '../../kernel/actor.js';
import { refusedWith } from '../../../test/support/refused.js';
import type { Unit } from '../units/index.js';
import type { Inspection } from './inspection.entity.js';
import type { OpenInspection } from './inspection-flow.rules.js';
import { withdrawable, withdrawReading } from './withdrawal.rules.js';

const ann = { accountId: 'ann', number: 'Y-ann' } as Actor;
const unit = { id: 'unit-1', openHolds: 0, inspectableHolds: 0 } as Unit;
const open = (state: Inspection['state'] = 'inspecting'): OpenInspection => ({
  inspection: { id: 'inspection-1', unitId: 'unit-1', state } as Inspection,
  unit,
  items: [],
  photos: [],
  readCounts: new Map(),
});
const by = (accountId: string, entry: number, item = 'A') => ({ entry, item, accountId, reportId: null });
const taken = {
  readings: [by('ann', 3), by('ann', 5), by('bob', 4, 'B')],
  withdrawn: [{ readingEntry: 2, item: 'A' }],
};

describe('taking a reading back', () => {
  it('names the entry that counts no more', () => {
    const [event] = withdrawReading(ann, open(), { item: 'A', reading: 3 }, taken);
    expect(event?.kind).toBe('inspection.reading-withdrawn');
    expect(event?.contents.public).toEqual({ item: 'A', entry: 5, inspector: 'Y-ann' });
  });

  it.each([
    ['one that was replaced', 'A', 2, 'inspection.not-last-reading'],
    ['one that was taken back before', 'A', 1, 'inspection.not-last-reading'],
    ['one that never was', 'A', 4, 'inspection.not-last-reading'],
    ['one of an item without readings', 'C', 1, 'inspection.not-last-reading'],
    ['one of somebody else', 'B', 1, 'inspection.reading-of-other'],
  ])('is refused for %s', (_, item, reading, code) => {
    expect(refusedWith(() => withdrawReading(ann, open(), { item, reading }, taken))).toBe(code);
  });

  it('goes on to the one before', () => {
    const once = { readings: [by('ann', 3)], withdrawn: [{ readingEntry: 5, item: 'A' }] };
    expect(withdrawReading(ann, open(), { item: 'A', reading: 1 }, once)).toHaveLength(1);
    expect(refusedWith(() => withdrawReading(ann, open(), { item: 'A', reading: 2 }, once))).toBe(
      'inspection.not-last-reading',
    );
  });

  it('ends with the submission', () => {
    const late = () => withdrawReading(ann, open('awaiting-review'), { item: 'A', reading: 3 }, taken);
    expect(refusedWith(late)).toBe('inspection.not-open');
  });

  it('is offered for the newest of one’s own, unless another read the item since', () => {
    expect(withdrawable('ann', taken)).toEqual({ item: 'A', reading: 3 });
    expect(withdrawable('bob', taken)).toEqual({ item: 'B', reading: 1 });
    expect(withdrawable('cat', taken)).toBeUndefined();
    expect(withdrawable('ann', { ...taken, readings: [...taken.readings, by('bob', 6)] })).toBeUndefined();
    const gone = { readings: [by('ann', 3)], withdrawn: [{ readingEntry: 5, item: 'A' }] };
    expect(withdrawable('ann', gone)).toEqual({ item: 'A', reading: 1 });
  });

  it('leaves the results of a laboratory to their report', () => {
    const filed = { readings: [by('ann', 3), { ...by('ann', 5), reportId: 'report-1' }], withdrawn: [] };
    const taking = () => withdrawReading(ann, open(), { item: 'A', reading: 2 }, filed);
    expect(refusedWith(taking)).toBe('inspection.reading-of-report');
    expect(withdrawable('ann', filed)).toBeUndefined();
  });
});
