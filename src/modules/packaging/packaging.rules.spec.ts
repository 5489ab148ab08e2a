import type { Unit } from '../units/index.js';
import { packUnit, sealNumber } from './packaging.rules.js';

const passed: Unit = {
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
  stage: 'passed',
  inspectionGateAt: '2026-11-22T02:00:00.000Z',
  packagingGateAt: null,
  labellingGateAt: null,
  openHolds: 0,
  inspectableHolds: 0,
  tries: 0,
  flow: 'warehouse-tests',
  receivedAt: '2026-11-22T01:00:00.000Z',
  clockFrom: '2026-11-22T01:00:00.000Z',
  changedAt: '2026-11-22T02:00:00.000Z',
};

const pack = { sealNo: 'F0001', mass: { value: '35.20', unit: 'GRM' }, packer: 'Y0004' };

describe('packing a unit', () => {
  it('says what was packed and closes the packaging gate', () => {
    expect(packUnit(passed, pack, false)).toEqual([
      { kind: 'packaging.packed', subjects: [{ type: 'unit', id: 'u1' }], contents: { public: pack } },
      {
        kind: 'units.gate-closed',
        subjects: [{ type: 'unit', id: 'u1' }],
        contents: { public: { gate: 'packaging' } },
      },
      {
        kind: 'units.stage-reached',
        subjects: [{ type: 'unit', id: 'u1' }],
        contents: { public: { stage: 'packed' } },
      },
    ]);
  });

  it.each([
    ['a mass in millimetres', { mass: { value: '35.20', unit: 'MMT' } }, 'packaging.not-a-mass'],
    ['a mass of nothing', { mass: { value: '0.00', unit: 'GRM' } }, 'packaging.mass-not-positive'],
    ['a mass below nothing', { mass: { value: '-0.01', unit: 'GRM' } }, 'packaging.mass-not-positive'],
  ])('refuses %s', (_, change, code) => {
    expect(() => packUnit(passed, { ...pack, ...change }, false)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a seal that is on another pack', () => {
    expect(() => packUnit(passed, pack, true)).toThrow(
      expect.objectContaining({ code: 'packaging.seal-used', facts: { sealNo: 'F0001' } }),
    );
  });

  it.each([
    ['before its inspection', { stage: 'received', inspectionGateAt: null }, 'units.gate-open'],
    ['a second time', { stage: 'packed', packagingGateAt: '2026-11-22T03:00:00.000Z' }, 'units.gate-already-closed'],
    ['while it is held', { openHolds: 1 }, 'units.on-hold'],
    ['after it was returned', { stage: 'returned' }, 'units.wrong-stage'],
  ])('refuses a unit %s', (_, change, code) => {
    expect(() => packUnit({ ...passed, ...change }, pack, false)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a seal number', () => {
  it('is the same in full-width letters and with spaces around it', () => {
    expect(sealNumber(' Ｆ０００１ ')).toBe('F0001');
    expect(sealNumber('f\u20130001\u200b')).toBe('F-0001');
  });
});
