import type { Unit } from '../units/index.js';
import { handOver } from './shipping.rules.js';

const labelled: Unit = {
  id: 'u1',
  kind: 'piece',
  name: '紫晶手串',
  categoryId: 'crystal-jewelry',
  productId: null,
  warehouseId: 'w1',
  merchantId: 'm1',
  consignmentId: 'c1',
  quantityValue: '1',
  quantityUnit: 'H87',
  attributes: '{}',
  declared: '{}',
  lotNo: null,
  productionDay: null,
  isSample: false,
  stage: 'labelled',
  inspectionGateAt: '2026-11-22T02:00:00.000Z',
  packagingGateAt: '2026-11-22T03:00:00.000Z',
  labellingGateAt: '2026-11-22T04:00:00.000Z',
  openHolds: 0,
  inspectableHolds: 0,
  tries: 0,
  flow: 'warehouse-tests',
  receivedAt: '2026-11-22T01:00:00.000Z',
  clockFrom: '2026-11-22T01:00:00.000Z',
  changedAt: '2026-11-22T04:00:00.000Z',
};

const wish = { id: 's1', warehouseId: 'w1', carrierName: '顺丰速运', waybill: 'SF1234567890123' };

describe('handing over to a carrier', () => {
  it('says what left with whom, and moves every unit on', () => {
    const events = handOver(wish, [labelled, { ...labelled, id: 'u2' }]);
    expect(events).toEqual([
      {
        kind: 'shipping.handed-over',
        subjects: [
          { type: 'shipment', id: 's1' },
          { type: 'unit', id: 'u1' },
          { type: 'unit', id: 'u2' },
        ],
        contents: { public: { carrierName: '顺丰速运' }, party: { warehouseId: 'w1', waybill: 'SF1234567890123' } },
      },
      ...['u1', 'u2'].map((id) => ({
        kind: 'units.stage-reached',
        subjects: [{ type: 'unit', id }],
        contents: { public: { stage: 'shipped' } },
      })),
    ]);
  });

  it('keeps the recipient in the group that can be erased', () => {
    const recipient = { name: '王芳', phone: '13800000000' };
    const [event] = handOver({ ...wish, recipient }, [labelled]);
    expect(event?.contents.personal).toEqual({ recipient });
    expect(JSON.stringify({ ...event?.contents, personal: undefined })).not.toContain('王芳');
  });

  it.each([
    ['inspection', { inspectionGateAt: null }],
    ['packaging', { packagingGateAt: null }],
    ['labelling', { labellingGateAt: null }],
  ])('keeps everything back while the %s gate of one unit is open', (gates, open) => {
    expect(() => handOver(wish, [labelled, { ...labelled, ...open }])).toThrow(
      expect.objectContaining({ code: 'units.gate-open', facts: { gates } }),
    );
  });

  it.each([
    ['held', { openHolds: 1 }, 'units.on-hold'],
    ['shipped already', { stage: 'shipped' }, 'units.wrong-stage'],
    ['returned', { stage: 'returned' }, 'units.wrong-stage'],
  ])('refuses a unit that is %s', (_, change, code) => {
    expect(() => handOver(wish, [{ ...labelled, ...change }])).toThrow(expect.objectContaining({ code }));
  });
});
