import { refusedWith } from '../../../test/support/refused.js';
import { type AwaitedReport, ENDED_STAGES, STAGES, type Unit, type UnitHold, WAITING_STAGES } from '../units/index.js';
import { holdForReport, lapseReport, meetReport, type ReportHoldGrounds } from './report-holds.rules.js';
import type { LabSample } from './reports.entity.js';

const UNIT = { id: 'u1', stage: 'inspecting' } as Unit;
const SAMPLE = { id: 's1', state: 'sent' } as LabSample;
const GROUNDS: ReportHoldGrounds = { unit: UNIT, sample: undefined, planned: ['SHR-CD', 'SHR-PB'], standing: [] };
const REPORT = { sampleId: 's1', items: ['SHR-CD'] };

function waiting(report: AwaitedReport, changes: Partial<UnitHold> = {}): UnitHold {
  const releasing = { roles: ['reviewer'], isOtherPerson: false, condition: 'report-filed', report };
  const open = { id: 'h1', unitId: 'u1', releasedAt: null, conditionMetAt: null, openedAt: '2026' };
  return { ...open, releasing: JSON.stringify(releasing), ...changes } as UnitHold;
}

describe('a hold that waits for a report', () => {
  const code = (wish: AwaitedReport, grounds: Partial<ReportHoldGrounds> = {}): string =>
    refusedWith(() => holdForReport('h1', { ...GROUNDS, ...grounds }, { reason: '等检测报告', ...wish }));

  it.each([
    ['a sample', { sampleId: 's1' }, { sample: SAMPLE }, 'taken'],
    ['an item', { item: 'SHR-CD' }, {}, 'taken'],
    ['neither', {}, {}, 'reports.hold-names-one'],
    ['both', { sampleId: 's1', item: 'SHR-CD' }, { sample: SAMPLE }, 'reports.hold-names-one'],
    ['a sample of other goods', { sampleId: 's9' }, {}, 'reports.sample-unknown'],
    [
      'a cancelled sample',
      { sampleId: 's1' },
      { sample: { ...SAMPLE, state: 'cancelled' } },
      'reports.sample-cancelled',
    ],
    ['an item outside the plan', { item: 'SHR-X' }, {}, 'reports.item-not-planned'],
    ['a sample that is reported', { sampleId: 's1' }, { sample: SAMPLE, standing: [REPORT] }, 'reports.report-stands'],
    ['a sample, another being reported', { sampleId: 's2' }, { sample: SAMPLE, standing: [REPORT] }, 'taken'],
    ['an item that is reported', { item: 'SHR-CD' }, { standing: [REPORT] }, 'reports.report-stands'],
    ['an item, another being reported', { item: 'SHR-PB' }, { standing: [REPORT] }, 'taken'],
  ] as const)('names %s', (_, wish, grounds, expected) => {
    expect(code(wish, grounds as Partial<ReportHoldGrounds>)).toBe(expected);
  });

  it.each(STAGES)('stops what an inspection is still ahead of: %s', (stage) => {
    const ahead = WAITING_STAGES.includes(stage) ? 'units.inspection-not-ahead' : 'taken';
    const expected = ENDED_STAGES.includes(stage) ? 'units.wrong-stage' : ahead;
    expect(code({ item: 'SHR-CD' }, { unit: { ...UNIT, stage } })).toBe(expected);
  });

  it('says which, to the parties alone', () => {
    const [held] = holdForReport('h1', GROUNDS, { reason: ' 等  报告 ', item: 'SHR-CD' });
    expect(held?.contents).toMatchObject({
      public: { isHeld: true },
      party: { reason: '等 报告', releasing: { condition: 'report-filed', report: { item: 'SHR-CD' } } },
    });
  });
});

describe('a report', () => {
  const kindsOf = (events: readonly { readonly kind: string }[]): string[] => events.map(({ kind }) => kind);

  it.each([
    ['its sample', { sampleId: 's1' }, true],
    ['another sample', { sampleId: 's2' }, false],
    ['one of its items', { item: 'SHR-CD' }, true],
    ['another item', { item: 'SHR-PB' }, false],
  ])('meets holds that wait for %s, until it is withdrawn', (_, report, isMet) => {
    const met = waiting(report, { conditionMetAt: '2026' } as Partial<UnitHold>);
    expect(kindsOf(meetReport([waiting(report)], REPORT))).toEqual(isMet ? ['units.hold-condition-met'] : []);
    expect(kindsOf(lapseReport([met], REPORT, []))).toEqual(isMet ? ['units.hold-condition-lapsed'] : []);
  });

  it('leaves holds that another one meets as well', () => {
    const met = waiting({ item: 'SHR-CD' }, { conditionMetAt: '2026' } as Partial<UnitHold>);
    const other = { sampleId: 's2', items: ['SHR-PB', 'SHR-CD'] };
    expect(lapseReport([met], REPORT, [other])).toEqual([]);
    expect(lapseReport([met], REPORT, [{ ...other, items: ['SHR-PB'] }])).toHaveLength(1);
  });

  it('meets no hold that waits for something else', () => {
    expect(meetReport([{ ...waiting({}), releasing: null }], REPORT)).toEqual([]);
  });
});
