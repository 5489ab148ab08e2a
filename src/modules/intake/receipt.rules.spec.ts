import type { LedgerEvent } from '../../ledger/index.js';
import type { Consignment, ConsignmentLine } from './intake.entity.js';
import { cancelConsignment, receiveLine } from './receipt.rules.js';

const consignment: Consignment = {
  id: 'c1',
  warehouseId: 'w1',
  merchantId: 'm1',
  reference: null,
  state: 'announced',
  announcedAt: '2026-11-22T01:00:00.000Z',
  changedAt: '2026-11-22T01:00:00.000Z',
  cancelReason: null,
};

const pieces: ConsignmentLine = {
  consignmentId: 'c1',
  lineNo: 2,
  kind: 'piece',
  name: '紫晶手串',
  categoryId: 'crystal-jewelry',
  productId: null,
  quantityValue: '200',
  quantityUnit: 'H87',
  attributes: '{"gemName":"紫晶","hasMetalPart":false}',
  declared: '{"skuName":"天然紫晶手串"}',
  lotNo: null,
  productionDay: null,
  expectedUnits: 200,
  receivedUnits: 0,
  receivedValue: null,
};

const lot: ConsignmentLine = {
  ...pieces,
  lineNo: 1,
  kind: 'lot',
  name: '冻南美白对虾',
  categoryId: 'frozen-shrimp',
  quantityValue: '500',
  quantityUnit: 'KGM',
  lotNo: 'L20261101',
  productionDay: '2026-11-01',
  expectedUnits: 1,
};

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `u${at + 1}`);
}

function received(events: readonly LedgerEvent[]): unknown[] {
  return events.filter(({ kind }) => kind === 'intake.line-received').map(({ contents }) => contents.party);
}

describe('receiving a line', () => {
  it('makes every piece a unit of its own, with what the line says', () => {
    const events = receiveLine(consignment, pieces, { count: 2, isSample: false, unitIds: ids(2) });
    expect(events.map(({ kind }) => kind)).toEqual([
      'intake.line-received',
      'units.unit-registered',
      'units.unit-registered',
    ]);
    expect(events[2]).toMatchObject({
      subjects: [{ type: 'unit', id: 'u2' }],
      contents: {
        public: {
          kind: 'piece',
          quantity: { value: '1', unit: 'H87' },
          attributes: { gemName: '紫晶', hasMetalPart: false },
          isSample: false,
        },
        party: { warehouseId: 'w1', merchantId: 'm1', consignmentId: 'c1', declared: { skuName: '天然紫晶手串' } },
      },
    });
  });

  it('makes a lot one unit of what was measured, though more or less was announced', () => {
    const quantity = { value: '498.6', unit: 'KGM' };
    const events = receiveLine(consignment, lot, { quantity, isSample: true, unitIds: ids(1) });
    expect(received(events)).toEqual([{ lineNo: 1, received: quantity }]);
    expect(events[1]?.contents.public).toMatchObject({
      kind: 'lot',
      quantity,
      lotNo: 'L20261101',
      productionDay: '2026-11-01',
      isSample: true,
    });
  });

  it('keeps what was declared of the whole line away from its pieces', () => {
    const declared = '{"quantity":"3","skuName":"紫晶手串"}';
    const arrival = { isSample: false, unitIds: ids(1) };
    const [, piece] = receiveLine(consignment, { ...pieces, declared }, { ...arrival, count: 1 });
    expect(piece?.contents.party).toMatchObject({ declared: { skuName: '紫晶手串' } });
    expect(piece?.contents.party).not.toHaveProperty('declared.quantity');
    const quantity = { value: '500', unit: 'KGM' };
    const [, whole] = receiveLine(consignment, { ...lot, declared }, { ...arrival, quantity });
    expect(whole?.contents.party).toHaveProperty('declared.quantity', '3');
  });

  it.each([
    [60, ['60']],
    [61, ['60', '1']],
    [200, ['60', '60', '60', '20']],
  ])('splits %i pieces into entries of at most 61 subjects', (count, parts) => {
    const events = receiveLine(consignment, pieces, { count, isSample: false, unitIds: ids(count) });
    expect(received(events)).toEqual(parts.map((value) => ({ lineNo: 2, received: { value, unit: 'H87' } })));
    expect(Math.max(...events.map(({ subjects }) => subjects.length))).toBeLessThanOrEqual(61);
    expect(events.filter(({ kind }) => kind === 'units.unit-registered')).toHaveLength(count);
  });

  it('takes the last of what is left and no piece more', () => {
    const partly = { ...pieces, receivedUnits: 198 };
    const arrival = { isSample: false, unitIds: ids(2) };
    expect(receiveLine(consignment, partly, { ...arrival, count: 2 })).toHaveLength(3);
    expect(() => receiveLine(consignment, partly, { isSample: false, count: 3, unitIds: ids(3) })).toThrow(
      expect.objectContaining({ code: 'intake.more-than-announced', facts: { lineNo: 2, left: 2 } }),
    );
  });

  it.each([
    ['a complete line of pieces', { ...pieces, receivedUnits: 200 }, { count: 1 }, 'intake.line-already-received'],
    [
      'a lot twice',
      { ...lot, receivedUnits: 1 },
      { quantity: { value: '1', unit: 'KGM' } },
      'intake.line-already-received',
    ],
    ['pieces by quantity', pieces, { quantity: { value: '2', unit: 'H87' } }, 'intake.count-needed'],
    ['pieces by both', pieces, { count: 1, quantity: { value: '2', unit: 'H87' } }, 'intake.count-needed'],
    ['a lot by count', lot, { count: 1 }, 'intake.quantity-needed'],
    ['a lot by nothing', lot, {}, 'intake.quantity-needed'],
    ['nothing of a lot', lot, { quantity: { value: '0.00', unit: 'KGM' } }, 'intake.quantity-not-positive'],
    ['less than nothing', lot, { quantity: { value: '-1', unit: 'KGM' } }, 'intake.quantity-not-positive'],
    ['degrees of a lot', lot, { quantity: { value: '1', unit: 'CEL' } }, 'intake.unit-measures-no-goods'],
    ['grams of a lot in kilograms', lot, { quantity: { value: '1', unit: 'GRM' } }, 'intake.unit-differs'],
  ])('refuses %s', (_, line, amount, code) => {
    const receive = () => receiveLine(consignment, line, { ...amount, isSample: false, unitIds: ids(1) });
    expect(receive).toThrow(expect.objectContaining({ code }));
  });

  it('refuses goods of a cancelled consignment', () => {
    const receive = () =>
      receiveLine({ ...consignment, state: 'cancelled' }, pieces, { count: 1, isSample: false, unitIds: ids(1) });
    expect(receive).toThrow(expect.objectContaining({ code: 'intake.is-cancelled' }));
  });
});

describe('cancelling a consignment', () => {
  it.each(['announced', 'receiving'])('calls off what has not come while %s', (state) => {
    expect(cancelConsignment({ ...consignment, state }, '商家撤回')).toMatchObject([
      { kind: 'intake.consignment-cancelled', subjects: [{ id: 'c1' }], contents: { party: { reason: '商家撤回' } } },
    ]);
  });

  it.each([
    ['received', 'intake.nothing-left'],
    ['cancelled', 'intake.is-cancelled'],
  ])('refuses one that is %s', (state, code) => {
    expect(() => cancelConsignment({ ...consignment, state }, '商家撤回')).toThrow(expect.objectContaining({ code }));
  });
});
