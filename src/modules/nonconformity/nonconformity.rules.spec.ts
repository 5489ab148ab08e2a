import { refusedWith } from '../../../test/support/refused.js';
import type { Actor } from '../../kernel/actor.js';
import type { Inspection } from '../inspection/index.js';
import { RESTING_STAGES, STAGES, type Unit } from '../units/index.js';
import type { Nonconformity, NonconformityPhoto, NonconformityWitness } from './nonconformity.entity.js';
import { DISPOSITIONS, NONCONFORMITY_STATES } from './nonconformity.events.js';
import {
  addEvidence,
  type Decision,
  disposeNonconformity,
  type Finding,
  openNonconformity,
  witnessDestruction,
} from './nonconformity.rules.js';

const ANN = { accountId: 'ann', number: 'Y0001' } as Actor;
const BEA = { accountId: 'bea', number: 'Y0002' } as Actor;
const NAMES = { name: '紫晶手串', attributes: '{"grade":"A","isDyed":false}' };
const UNIT = { id: 'u1', warehouseId: 'w1', merchantId: 'm1', stage: 'passed', ...NAMES } as Unit;
const FAILED = [
  { item: 'CRY-QTY', verdict: 'fail' },
  { item: 'CRY-RI', verdict: 'pass' },
  { item: 'CRY-WT', verdict: 'undecided' },
];
const INSPECTION = { id: 'i1', unitId: 'u1', results: JSON.stringify(FAILED) } as Inspection;
const RECORD = { id: 'n1', state: 'open', openedBy: 'ann', disposition: null } as Nonconformity;

const of = (changes: object = {}, isOnRecord = false) => ({
  unit: { ...UNIT, ...changes } as Unit,
  holdId: 'h1',
  isOnRecord,
});
const record = (changes: object): Nonconformity => ({ ...RECORD, ...changes });

describe('opening a record', () => {
  const FINDING: Finding = {
    ...{ id: 'n1', severity: 'MA', found: ' 绳结  松脱 ', inspection: undefined, items: [] },
    units: [of()],
  };
  const code = (changes: object): string => refusedWith(() => openNonconformity(ANN, { ...FINDING, ...changes }));

  it('shows everybody how grave it is, and the parties what was found', () => {
    const [opened] = openNonconformity(ANN, { ...FINDING, inspection: INSPECTION, items: ['CRY-QTY'] });
    expect(opened?.subjects.map(({ id }) => id)).toEqual(['n1', 'u1', 'h1']);
    expect(opened?.contents).toEqual({
      public: { severity: 'MA' },
      party: {
        ...{ warehouseId: 'w1', merchantId: 'm1', found: '绳结 松脱', items: ['CRY-QTY'], inspectionId: 'i1' },
        ...{ units: [{ unitId: 'u1', holdId: 'h1' }], number: 'Y0001', accountId: 'ann' },
      },
    });
  });

  it('stops each of its units until it is closed', () => {
    const units = [of(), { ...of({ id: 'u2' }), holdId: 'h2' }];
    const [, ...held] = openNonconformity(ANN, { ...FINDING, units });
    expect(held.map(({ kind, subjects }) => [kind, ...subjects.map(({ id }) => id)])).toEqual([
      ['units.unit-held', 'u1', 'h1'],
      ['units.unit-held', 'u2', 'h2'],
    ]);
    for (const { contents } of held) {
      const party = { code: 'nonconformity', reason: '绳结 松脱' };
      expect(contents.party).toMatchObject({ ...party, releasing: { condition: 'nonconformity-closed' } });
    }
  });

  it.each(STAGES)('is for goods that nobody has in hand: %s', (stage) => {
    const isResting = RESTING_STAGES.some((each) => each === stage);
    expect(code({ units: [of({ stage })] })).toBe(isResting ? 'taken' : 'units.wrong-stage');
  });

  it.each([
    ['no goods', [], 'nonconformity.several-merchants'],
    ['goods of one merchant', [of(), of({ id: 'u2' })], 'taken'],
    ['goods of two', [of(), of({ id: 'u2', merchantId: 'm2' })], 'nonconformity.several-merchants'],
    ['goods on another record', [of(), of({ id: 'u2' }, true)], 'nonconformity.already-open'],
  ])('is about %s', (_, units, expected) => {
    expect(code({ units })).toBe(expected);
  });

  it.each([
    ['an inspection of these goods', INSPECTION, [], 'taken'],
    ['an inspection of others', { ...INSPECTION, unitId: 'u9' }, [], 'nonconformity.inspection-of-another'],
    ['an item that failed', INSPECTION, ['CRY-QTY'], 'taken'],
    ['an item that passed', INSPECTION, ['CRY-QTY', 'CRY-RI'], 'nonconformity.item-not-failed'],
    ['an item that is undecided', INSPECTION, ['CRY-WT'], 'nonconformity.item-not-failed'],
    ['an item without an inspection', undefined, ['CRY-QTY'], 'nonconformity.item-not-failed'],
    ['an item before it was judged', { ...INSPECTION, results: null }, ['CRY-QTY'], 'nonconformity.item-not-failed'],
  ])('names %s', (_, inspection, items, expected) => {
    expect(code({ inspection, items })).toBe(expected);
  });
});

describe('deciding over a record', () => {
  const code = (decision: object, over = RECORD, actor = BEA): string =>
    refusedWith(() => disposeNonconformity(actor, over, [UNIT], { instruction: '按规程', ...decision } as Decision));

  it.each(NONCONFORMITY_STATES)('happens once: %s', (state) => {
    expect(code({ disposition: 'return' }, record({ state }))).toBe(
      state === 'open' ? 'taken' : 'nonconformity.not-open',
    );
  });

  it('is another person’s than who opened it', () => {
    expect(code({ disposition: 'return' }, RECORD, ANN)).toBe('nonconformity.same-person');
  });

  it.each(DISPOSITIONS)('says what the goods become of a regrade, and of nothing else: %s', (disposition) => {
    const isRegrade = disposition === 'regrade';
    const regrade = { attributes: { grade: 'B' } };
    expect(code({ disposition })).toBe(isRegrade ? 'nonconformity.regrade-missing' : 'taken');
    expect(code({ disposition, regrade })).toBe(isRegrade ? 'taken' : 'nonconformity.regrade-unwanted');
  });

  it.each([
    ['another name', { name: '水晶手串', attributes: {} }, 'taken'],
    ['the name that they have', { name: ' 紫晶手串 ', attributes: {} }, 'nonconformity.regrade-missing'],
    ['nothing', { attributes: {} }, 'nonconformity.regrade-missing'],
    ['the grade that they have', { attributes: { grade: 'A' } }, 'nonconformity.regrade-missing'],
    ['another answer', { attributes: { grade: 'A', isDyed: true } }, 'taken'],
    ['the answer that they have', { attributes: { isDyed: false } }, 'nonconformity.regrade-missing'],
    ['something that nobody had said', { attributes: { origin: '东海' } }, 'taken'],
  ])('gives regraded goods %s', (_, regrade, expected) => {
    expect(code({ disposition: 'regrade', regrade })).toBe(expected);
  });

  it('regrades all of its goods or none', () => {
    const other = { ...UNIT, id: 'u2', attributes: '{"grade":"B"}' } as Unit;
    const decision: Decision = { disposition: 'regrade', instruction: '改级', regrade: { attributes: { grade: 'B' } } };
    expect(refusedWith(() => disposeNonconformity(BEA, RECORD, [UNIT, other], decision))).toBe(
      'nonconformity.regrade-missing',
    );
  });

  it('shows everybody what was decided, and the parties how', () => {
    const [event] = disposeNonconformity(BEA, RECORD, [UNIT], { disposition: 'return', instruction: ' 退回  商家 ' });
    expect(event?.contents).toEqual({
      public: { disposition: 'return' },
      party: { instruction: '退回 商家', number: 'Y0002', accountId: 'bea' },
    });
  });
});

describe('evidence', () => {
  const photos = [{ sha256: 'aa' }] as NonconformityPhoto[];

  it.each(NONCONFORMITY_STATES)('is added until the record is closed: %s', (state) => {
    const code = refusedWith(() => addEvidence(ANN, record({ state }), photos, 'bb'));
    expect(code).toBe(state === 'closed' ? 'nonconformity.is-closed' : 'taken');
  });

  it('is kept once', () => {
    expect(addEvidence(ANN, RECORD, photos, 'aa')).toEqual([]);
    expect(addEvidence(ANN, RECORD, photos, 'bb').map(({ contents }) => contents.party)).toEqual([
      { sha256: 'bb', accountId: 'ann' },
    ]);
  });
});

describe('the witness of a destruction', () => {
  const code = (changes: object, witnesses: readonly NonconformityWitness[] = []): string =>
    refusedWith(() =>
      witnessDestruction(ANN, record({ state: 'disposed', disposition: 'destroy', ...changes }), witnesses),
    );

  it.each([...DISPOSITIONS, null])('has something to witness: %s', (disposition) => {
    expect(code({ disposition })).toBe(disposition === 'destroy' ? 'taken' : 'nonconformity.not-destroying');
  });

  it('says so once, before the record is closed', () => {
    const said = (accountId: string): readonly NonconformityWitness[] => [{ accountId } as NonconformityWitness];
    expect(code({}, said('bea'))).toBe('taken');
    expect(code({}, said('ann'))).toBe('nonconformity.already-witnessed');
    expect(code({ state: 'closed' })).toBe('nonconformity.is-closed');
  });
});
