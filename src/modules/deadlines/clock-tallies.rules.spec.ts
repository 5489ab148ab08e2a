import { talliesOf, type TallyRow } from './clock-tallies.rules.js';

const row = (changes: Partial<TallyRow>): TallyRow => ({
  stage: 'received',
  merchantId: 'm',
  inspector: null,
  state: 'in-time',
  count: 1,
  ...changes,
});

describe('the tallies of a board', () => {
  const tallies = talliesOf([
    row({ count: 9 }),
    row({ merchantId: 'n', state: 'late-test', inspector: 'Y0001', stage: 'inspecting', count: 2 }),
    row({ merchantId: 'n', state: 'overdue', stage: 'packed' }),
    row({ merchantId: 'm', state: 'overdue', inspector: 'Y0002', stage: 'inspecting' }),
  ]);

  it('count every unit once in each way', () => {
    expect(tallies.all).toEqual({ overdue: 2, 'late-handover': 0, 'late-test': 2, 'in-time': 9 });
    for (const groups of [tallies.byStage, tallies.byMerchant]) {
      expect(groups.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count)).toBe(13);
    }
  });

  it('have the latest first, by the worst state in which they differ', () => {
    expect(tallies.byMerchant.map(({ of }) => of)).toEqual(['n', 'm']);
    expect(tallies.byStage.map(({ of }) => of)).toEqual(['inspecting', 'packed', 'received']);
  });

  it('lay units that nobody has read to nobody', () => {
    expect(tallies.byInspector.map(({ of }) => of)).toEqual(['Y0002', 'Y0001']);
  });

  it('are empty when nothing waits', () => {
    expect(talliesOf([])).toMatchObject({ byStage: [], byMerchant: [], byInspector: [] });
  });
});
