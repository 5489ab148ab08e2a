import { refusedWith } from '../../../test/support/refused.js';
import type { Actor, PartyKind } from '../../kernel/actor.js';
import type { Certificate } from '../certificates/index.js';
import type { LabelCopy } from '../labelling/index.js';
import { INSPECTED_STAGES, STAGES, type Unit, type UnitHold } from '../units/index.js';
import { callOffPickUp, handOverPickUp, orderPickUp, returnUnit } from './departure.rules.js';
import type { PickUp } from './diversions.entity.js';
import type { Papers } from './ended-papers.js';
import { interceptUnit } from './interception.rules.js';
import { orderReinspection, resubmit } from './reinspection.rules.js';

const AT = '2026-11-22T01:00:00.000Z';
const GATES = { inspectionGateAt: AT, packagingGateAt: AT, labellingGateAt: AT };
const CLOSED = { state: 'valid', id: 'c1', unitId: 'u1' } as Certificate;
const GOOD = { state: 'applied', id: 'l1', unitId: 'u1', number: 1 } as LabelCopy;
const PAPERS: Papers = { certificate: CLOSED, copies: [GOOD] };
const NONE: Papers = { certificate: undefined, copies: [] };

function person(partyKind: PartyKind = 'warehouse'): Actor {
  return { accountId: 'ann', number: 'Y1', pseudonym: 'p', partyKind } as Actor;
}

function unitAt(stage: string, changes: object = {}): Unit {
  return { id: 'u1', stage, tries: 1, openHolds: 0, inspectableHolds: 0, ...GATES, ...changes } as Unit;
}

const kindsOf = (events: readonly { readonly kind: string }[]): string[] => events.map(({ kind }) => kind);

describe('sending in again', () => {
  it.each([
    [1, null, 'diversions.limit-not-set'],
    [1, 2, 'taken'],
    [2, 2, 'units.tries-used-up'],
  ])('after %i failures with the limit %s: %s', (tries, limit, code) => {
    expect(refusedWith(() => resubmit(person(), unitAt('failed', { tries }), '已更换', limit))).toBe(code);
  });

  it('counts the attempt', () => {
    const [event] = resubmit(person(), unitAt('failed'), '已更换', 3);
    expect(event?.contents.public).toEqual({ attempt: 2 });
  });
});

describe('another inspection', () => {
  const order = (stage: string, papers = PAPERS) => orderReinspection(person(), unitAt(stage), { zh: '抽查' }, papers);

  it.each(STAGES)('is ordered of what was inspected, and of nothing that is under inspection: %s', (stage) => {
    const isAllowed = INSPECTED_STAGES.some((from) => from === stage);
    expect(refusedWith(() => order(stage))).toBe(isAllowed ? 'taken' : 'units.wrong-stage');
  });

  it('opens the gates, suspends the certificate and voids the labels', () => {
    expect(kindsOf(order('labelled'))).toEqual([
      'diversions.reinspection-ordered',
      'units.gates-reopened',
      'units.stage-reached',
      'certificates.state-changed',
      'labelling.copy-spoiled',
    ]);
  });

  it('leaves a certificate that is suspended already as it is', () => {
    const suspended = { ...PAPERS, certificate: { ...CLOSED, state: 'suspended' } as Certificate, copies: [] };
    expect(kindsOf(order('passed', suspended))).not.toContain('certificates.state-changed');
  });
});

describe('an interception', () => {
  const stop = (from: PartyKind, wish: object, open: UnitHold[] = []) =>
    interceptUnit(person(from), unitAt('passed'), { id: 'h1', cause: 'refund', reason: '退款', ...wish }, open);
  const order = { cause: 'regulator' as const };

  it.each([
    ['warehouse', {}, { roles: ['reviewer', 'admin'], isOtherPerson: true, isEndedByReturn: true }],
    ['merchant', {}, { roles: ['reviewer', 'admin'], isOtherPerson: true, isEndedByReturn: true }],
    ['regulator', order, { roles: ['regulator'], isOtherPerson: false }],
    ['warehouse', { ...order, reference: '监-1' }, { roles: ['admin', 'regulator'], isOtherPerson: true }],
  ] as const)('by a %s of %j has the rule of its cause', (from, wish, releasing) => {
    expect(stop(from, wish).at(-1)?.contents.party).toMatchObject({ releasing });
  });

  it.each([
    ['merchant', order, 'diversions.not-a-merchants-cause'],
    ['regulator', {}, 'diversions.not-a-regulators-cause'],
    ['warehouse', order, 'diversions.reference-missing'],
  ] as const)('by a %s of %j is refused', (from, wish, code) => {
    expect(refusedWith(() => stop(from, wish))).toBe(code);
  });

  it('is not repeated while it is open', () => {
    const open = [{ code: 'refund' } as UnitHold];
    expect(refusedWith(() => stop('merchant', {}, open))).toBe('diversions.already-intercepted');
  });
});

describe('a pick-up', () => {
  const leaving = (stage: string, papers = PAPERS, changes: object = {}) => ({
    unit: unitAt(stage, changes),
    holds: [],
    papers,
  });
  const buyer = { by: 'buyer', code: 'ABCD2345' } as const;
  const pickUp = { byWhom: 'buyer', code: 'ABCD2345' } as PickUp;
  const handOver = { id: 'd1', code: 'abcd-2345', collector: { name: '李某' }, proof: '核对姓名' };

  it.each([
    ['all is closed', leaving('labelled'), 'taken'],
    ['a gate is open', leaving('labelled', PAPERS, { labellingGateAt: null }), 'units.gate-open'],
    ['it has no certificate', leaving('labelled', { ...PAPERS, certificate: undefined }), 'diversions.not-certified'],
    ['no label is on it', leaving('labelled', { ...PAPERS, copies: [] }), 'diversions.no-good-label'],
    ['it is held', leaving('labelled', PAPERS, { openHolds: 1 }), 'units.on-hold'],
  ])('by a buyer, when %s', (_, what, code) => {
    expect(refusedWith(() => orderPickUp(person(), what, buyer))).toBe(code);
  });

  it('by a merchant needs no gate', () => {
    const what = leaving('failed', NONE, { inspectionGateAt: null });
    expect(refusedWith(() => orderPickUp(person(), what, { ...buyer, by: 'merchant' }))).toBe('taken');
  });

  it.each([
    ['ends by a return', { isEndedByReturn: true }, 'taken'],
    ['does not', {}, 'units.on-hold'],
  ])('by a merchant is ordered under a hold that %s', (_, rule, code) => {
    const releasing = JSON.stringify({ roles: ['admin'], isOtherPerson: true, ...rule });
    const holds = [{ id: 'h1', unitId: 'u1', releasedAt: null, releasing } as UnitHold];
    const what = { ...leaving('passed', NONE, { openHolds: 1 }), holds };
    expect(refusedWith(() => orderPickUp(person(), what, { ...buyer, by: 'merchant' }))).toBe(code);
  });

  it.each([
    ['the code however it is written', handOver, 'taken'],
    ['another code', { ...handOver, code: 'ABCD2346' }, 'diversions.wrong-code'],
  ])('is handed over for %s', (_, wish, code) => {
    const what = leaving('awaiting-pickup');
    expect(refusedWith(() => handOverPickUp(person(), what, pickUp, wish))).toBe(code);
  });

  it('keeps the person apart', () => {
    const [event] = handOverPickUp(person(), leaving('awaiting-pickup'), pickUp, handOver);
    expect(JSON.stringify([event?.contents.public, event?.contents.party])).not.toContain('李某');
    expect(JSON.stringify([event?.contents.public, event?.contents.party])).not.toContain(handOver.proof);
    expect(event?.contents.personal).toEqual({ collector: { name: '李某' }, proof: handOver.proof });
  });

  it('is called off for a buyer only', () => {
    const unit = unitAt('awaiting-pickup');
    expect(refusedWith(() => callOffPickUp(person(), unit, pickUp, '改寄'))).toBe('taken');
    const merchants = { ...pickUp, byWhom: 'merchant' } as PickUp;
    expect(refusedWith(() => callOffPickUp(person(), unit, merchants, '改寄'))).toBe('diversions.merchants-pick-up');
  });
});

describe('a return', () => {
  const back = (wish: object, papers = PAPERS) =>
    returnUnit(person(), { unit: unitAt('labelled'), holds: [], papers }, { id: 'd1', reason: '退款', ...wish });

  it('ends the papers', () => {
    expect(kindsOf(back({ carrierName: '示例速运', waybill: 'SF-1' }))).toEqual([
      'diversions.departed',
      'units.stage-reached',
      'certificates.state-changed',
      'labelling.copy-spoiled',
    ]);
  });

  it('gives nothing to a person that waits for one with a code', () => {
    const what = { unit: unitAt('awaiting-pickup'), holds: [], papers: NONE };
    const wish = { id: 'd1', reason: '退款' };
    const byHand = () => returnUnit(person(), what, { ...wish, collector: { name: '王某' } });
    expect(refusedWith(byHand)).toBe('diversions.hand-over-instead');
    const byCarrier = () => returnUnit(person(), what, { ...wish, carrierName: '示例速运', waybill: 'SF-1' });
    expect(refusedWith(byCarrier)).toBe('taken');
  });

  it('takes the goods one way', () => {
    expect(refusedWith(() => back({}, NONE))).toBe('diversions.carrier-or-person');
    expect(refusedWith(() => back({ waybill: 'SF-1' }, NONE))).toBe('diversions.carrier-or-person');
    expect(refusedWith(() => back({ collector: { name: '王某' } }, NONE))).toBe('taken');
  });
});
