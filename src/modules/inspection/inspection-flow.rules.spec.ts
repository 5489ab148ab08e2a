import { instrumentRow } from '../../../test/support/inspection-rows.js';
import { judgeContext, number, planItem } from '../../../test/support/judging.js';
import { type Actor, type Role } from '../../kernel/actor.js';
import { refusedWith } from '../../../test/support/refused.js';
import type { Instant } from '../../kernel/instant.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Unit } from '../units/index.js';
import {
  type ChosenPlan,
  type OpenInspection,
  recordReadings,
  reviewInspection,
  startInspection,
  submitInspection,
  type SubmittedInspection,
  takePhoto,
  type WishedReading,
} from './inspection-flow.rules.js';
import type { Inspection } from './inspection.entity.js';
import type { Verdict } from './judge.js';

const START = '2026-11-22T00:00:00.000Z' as Instant;
const PHOTO = 'a'.repeat(64);
const sulfite = planItem({ op: 'max', value: '0.1' }, { code: 'SHR-SO2', unit: 'GK' });
const net = planItem({ op: 'isTrue' }, { code: 'SHR-RTE', when: { attribute: 'readyToEat', is: true } });
const plan: ChosenPlan = {
  id: 'plan-1',
  version: 3,
  categoryVersion: '2026-11-22',
  categoryHash: 'c'.repeat(64),
  uncertaintyRule: 'undecided',
  items: [sulfite, net],
};

function actor(accountId: string, role: Role): Actor {
  const person = { accountId, pseudonym: accountId, number: `Y-${accountId}` };
  return { ...person, partyId: 'w', partyKind: 'warehouse', roles: [role] };
}

const inspector = actor('ann', 'inspector');
const reviewer = actor('bea', 'reviewer');

function unitAt(stage: string, changes: Partial<Unit> = {}): Unit {
  return {
    id: 'unit-1',
    kind: 'lot',
    name: '冻虾',
    categoryId: 'frozen-shrimp',
    productId: null,
    warehouseId: 'w',
    merchantId: 'm',
    consignmentId: 'c',
    quantityValue: '500',
    quantityUnit: 'KGM',
    attributes: '{}',
    declared: '{}',
    lotNo: null,
    productionDay: null,
    isSample: false,
    stage,
    inspectionGateAt: null,
    packagingGateAt: null,
    labellingGateAt: null,
    openHolds: 0,
    inspectableHolds: 0,
    tries: 0,
    flow: 'warehouse-tests',
    ...{ receivedAt: START, clockFrom: START, changedAt: START },
    ...changes,
  };
}

function inspection(changes: Partial<Inspection> = {}): Inspection {
  const { id: planId, version: planVersion, items: _, ...snapshot } = plan;
  return {
    id: 'inspection-1',
    unitId: 'unit-1',
    warehouseId: 'w',
    merchantId: 'm',
    planId,
    planVersion,
    ...snapshot,
    state: 'inspecting',
    startedAt: START,
    submittedBy: null,
    submitterNumber: null,
    submittedAt: null,
    verdict: null,
    results: null,
    leftOut: null,
    reviewedBy: null,
    reviewerNumber: null,
    reviewedAt: null,
    decision: null,
    reviewReason: null,
    ...changes,
  };
}

function open(changes: Partial<OpenInspection> = {}): OpenInspection {
  return {
    inspection: inspection(),
    unit: unitAt('inspecting'),
    items: plan.items,
    photos: [PHOTO],
    readCounts: new Map(),
    ...changes,
  };
}

function submitted(verdict: Verdict, changes: Partial<SubmittedInspection> = {}): SubmittedInspection {
  const undecided = verdict === 'undecided' ? [sulfite] : [];
  const state = inspection({ state: 'awaiting-review', submittedBy: 'ann', verdict });
  return {
    inspection: state,
    unit: unitAt('awaiting-review'),
    verdict,
    undecided,
    participants: ['ann', 'cat'],
    doubtful: [],
    ...changes,
  };
}

function kinds(events: readonly LedgerEvent[]): readonly string[] {
  return events.map(({ kind }) => kind);
}

const held = { openHolds: 1 };

describe('starting an inspection', () => {
  it.each(['received', 'failed'])('keeps the plan as it is, for a unit that is %s', (stage) => {
    const events = startInspection(inspector, 'inspection-1', unitAt(stage), plan);
    expect(kinds(events)).toEqual(['inspection.started', 'units.stage-reached']);
    const { items, ...snapshot } = plan;
    expect(events[0]?.contents.public).toEqual({ plan: snapshot, items, inspector: 'Y-ann' });
    expect(events[0]?.contents.party).toEqual({ accountId: 'ann', warehouseId: 'w', merchantId: 'm' });
  });

  it.each(['inspecting', 'awaiting-review', 'passed', 'packed', 'labelled', 'shipped', 'returned'])(
    'is refused while the unit is %s',
    (stage) => {
      expect(refusedWith(() => startInspection(inspector, 'i', unitAt(stage), plan))).toBe('units.wrong-stage');
    },
  );

  it('needs a published plan', () => {
    expect(refusedWith(() => startInspection(inspector, 'i', unitAt('received'), undefined))).toBe(
      'inspection.no-plan',
    );
  });

  it('is stopped by a hold', () => {
    expect(refusedWith(() => startInspection(inspector, 'i', unitAt('received', held), plan))).toBe('units.on-hold');
  });
});

describe('recording readings', () => {
  const analyser = instrumentRow();
  const good: WishedReading = {
    item: 'SHR-SO2',
    value: number('0.06', 'GK'),
    instrument: { typed: ' ｓ-04 ', found: analyser },
  };

  it('names the inspector by number and the instrument', () => {
    const [event] = recordReadings(inspector, open(), [good], judgeContext());
    const named = { instrument: 'S-04', instrumentName: '二氧化硫快检仪' };
    expect(event?.contents.public).toEqual({ ...good, ...named, inspector: 'Y-ann' });
    expect(event?.contents.party).toEqual({ accountId: 'ann', instrumentId: 'i1' });
  });

  it.each([
    ['an item outside the plan', [{ ...good, item: 'SHR-PB' }], 'inspection.item-unknown'],
    ['an item twice', [good, good], 'inspection.item-twice'],
    ['what somebody read meanwhile', [{ ...good, seen: 1 }], 'inspection.read-meanwhile'],
    [
      'a value of another kind',
      [{ ...good, value: { kind: 'boolean', value: true } }],
      'inspection.value-of-other-kind',
    ],
  ])('refuses %s', (_, readings, refused) => {
    expect(refusedWith(() => recordReadings(inspector, open(), readings, judgeContext()))).toBe(refused);
  });

  it('takes one that replaces what its reader had seen', () => {
    const known = open({ readCounts: new Map([['SHR-SO2', 2]]) });
    expect(recordReadings(inspector, known, [{ ...good, seen: 2 }], judgeContext())).toHaveLength(1);
    expect(recordReadings(inspector, known, [good], judgeContext())).toHaveLength(1);
  });

  it('asks for no reading of an item that the attributes leave out, but of one that is not known', () => {
    const ready = [{ item: 'SHR-RTE', value: { kind: 'boolean', value: true } }];
    const not = judgeContext({ attributes: { readyToEat: false } });
    expect(refusedWith(() => recordReadings(inspector, open(), ready, not))).toBe('inspection.item-left-out');
    expect(recordReadings(inspector, open(), ready, judgeContext())).toHaveLength(1);
  });

  it('takes files of this inspection only', () => {
    const photos = planItem({ op: 'manual' }, { code: 'TST-PIC', valueType: 'files' });
    const shown = (hash: string) => [
      { item: 'TST-PIC', value: { kind: 'opinion', verdict: 'pass', text: '清楚', files: [{ role: '正面', hash }] } },
    ];
    const inspected = open({ items: [photos] });
    expect(recordReadings(inspector, inspected, shown(PHOTO), judgeContext())).toHaveLength(1);
    expect(refusedWith(() => recordReadings(inspector, inspected, shown('b'.repeat(64)), judgeContext()))).toBe(
      'inspection.file-unknown',
    );
  });

  it.each(['awaiting-review', 'signed'] as const)('is over once the inspection is %s', (state) => {
    const closed = open({ inspection: inspection({ state }) });
    expect(refusedWith(() => recordReadings(inspector, closed, [good], judgeContext()))).toBe('inspection.not-open');
    expect(refusedWith(() => takePhoto(inspector, closed, PHOTO))).toBe('inspection.not-open');
    expect(refusedWith(() => submitInspection(inspector, closed, {}, judgeContext()))).toBe('inspection.not-open');
  });

  it('is stopped by a hold, as photographs and submission are', () => {
    const stopped = open({ unit: unitAt('inspecting', held) });
    expect(refusedWith(() => recordReadings(inspector, stopped, [good], judgeContext()))).toBe('units.on-hold');
    expect(refusedWith(() => takePhoto(inspector, stopped, 'b'.repeat(64)))).toBe('units.on-hold');
    expect(refusedWith(() => submitInspection(inspector, stopped, {}, judgeContext()))).toBe('units.on-hold');
  });
});

describe('photographs', () => {
  it('are recorded once each', () => {
    expect(kinds(takePhoto(inspector, open(), 'b'.repeat(64)))).toEqual(['inspection.photo-taken']);
    expect(takePhoto(inspector, open(), PHOTO)).toEqual([]);
  });
});

describe('submitting', () => {
  it.each([
    ['pass', { 'SHR-SO2': number('0.1', 'GK') }],
    ['fail', { 'SHR-SO2': number('0.11', 'GK') }],
    ['undecided', {}],
  ])('gives the verdict %s', (verdict, readings) => {
    const context = judgeContext({ attributes: { readyToEat: false } });
    const events = submitInspection(inspector, open(), readings, context);
    expect(kinds(events)).toEqual(['inspection.submitted', 'units.stage-reached']);
    expect(events[0]?.contents.public).toEqual({
      verdict,
      results: [{ item: 'SHR-SO2', verdict, limit: sulfite.limitText }],
      leftOut: [{ code: 'SHR-RTE', name: net.name }],
      inspector: 'Y-ann',
    });
    expect(events[1]?.contents.public).toEqual({ stage: 'awaiting-review' });
  });

  it('tells reasons to the parties only', () => {
    const [event] = submitInspection(inspector, open(), {}, judgeContext({ attributes: { readyToEat: false } }));
    const reasons = { 'SHR-SO2': { zh: '没有读数', en: 'there is no reading' } };
    expect(event?.contents.party).toEqual({ accountId: 'ann', reasons });
  });
});

describe('reviewing', () => {
  it.each([
    ['pass', ['inspection.reviewed', 'units.gate-closed', 'units.stage-reached'], 'passed'],
    ['fail', ['inspection.reviewed', 'units.stage-reached'], 'failed'],
  ] as const)('signs a %s', (verdict, expected, stage) => {
    const events = reviewInspection(reviewer, submitted(verdict), { decision: 'sign' });
    expect(kinds(events)).toEqual(expected);
    expect(events[0]?.contents.public).toEqual({ decision: 'sign', verdict, reviewer: 'Y-bea' });
    expect(events.at(-1)?.contents.public).toEqual({ stage });
  });

  it('never signs what is undecided, and names the items', () => {
    const sign = () => reviewInspection(reviewer, submitted('undecided'), { decision: 'sign' });
    expect(sign).toThrow(expect.objectContaining({ code: 'inspection.undecided', facts: { items: 'SHR-SO2 示例' } }));
  });

  it.each(['pass', 'fail', 'undecided'] as const)('returns a %s with a reason', (verdict) => {
    const back = { decision: 'return', reason: '补拍照片' } as const;
    const events = reviewInspection(reviewer, submitted(verdict), back);
    expect(events[0]?.contents.party).toEqual({ accountId: 'bea', reason: '补拍照片' });
    expect(events.at(-1)?.contents.public).toEqual({ stage: 'inspecting' });
    expect(refusedWith(() => reviewInspection(reviewer, submitted(verdict), { decision: 'return' }))).toBe(
      'inspection.return-needs-reason',
    );
  });

  it.each(['sign', 'return'] as const)('needs another person than any inspector to %s', (decision) => {
    for (const own of ['ann', 'cat']) {
      const review = () => reviewInspection(actor(own, 'reviewer'), submitted('pass'), { decision, reason: '核对' });
      expect(refusedWith(review)).toBe('inspection.same-person');
    }
  });

  it.each(['inspecting', 'signed'] as const)('is refused while the inspection is %s', (state) => {
    const other = submitted('pass', { inspection: inspection({ state }) });
    expect(refusedWith(() => reviewInspection(reviewer, other, { decision: 'sign' }))).toBe('inspection.not-submitted');
  });

  it('is stopped by a hold', () => {
    const stopped = submitted('pass', { unit: unitAt('awaiting-review', held) });
    expect(refusedWith(() => reviewInspection(reviewer, stopped, { decision: 'sign' }))).toBe('units.on-hold');
  });
});
