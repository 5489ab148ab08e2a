import type { Day, Instant } from '../../src/kernel/instant.js';
import type { InspectionOverride } from '../../src/modules/inspection/index.js';
import type { Instrument } from '../../src/modules/instruments/index.js';

/** A row of the register: an analyser in use that was never calibrated. */
export function instrumentRow(changes: Partial<Instrument> = {}): Instrument {
  return {
    id: 'i1',
    warehouseId: 'w',
    code: 'S-04',
    name: '二氧化硫快检仪',
    kind: 'analyser',
    model: null,
    serialNo: null,
    calibration: 'needed',
    calibrationReason: null,
    certificateNo: null,
    calibratedOn: null,
    dueOn: null,
    lastResult: null,
    state: 'in-use',
    registeredAt: '2026-01-01T00:00:00.000Z' as Instant,
    retiredAt: null,
    retireReason: null,
    ...changes,
  };
}

/** An override that one person asked for since the calibration had expired, and nobody decided. */
export function overrideRow(changes: Partial<InspectionOverride> = {}): InspectionOverride {
  return {
    id: 'o1',
    inspectionId: 'inspection-1',
    instrumentId: 'i1',
    instrumentCode: 'S-04',
    instrumentName: '二氧化硫快检仪',
    state: 'expired',
    until: '2026-11-21' as Day,
    certificateNo: 'JL-1',
    reasonZh: '新证书在途',
    reasonEn: null,
    requestedBy: 'ann',
    requesterNumber: 'Y-ann',
    requestedAt: '2026-11-22T02:00:00.000Z' as Instant,
    decision: null,
    decidedBy: null,
    deciderNumber: null,
    decidedAt: null,
    ...changes,
  };
}

/** The same, given by another person. */
export function givenOverride(changes: Partial<InspectionOverride> = {}): InspectionOverride {
  const decidedAt = '2026-11-22T03:00:00.000Z' as Instant;
  return overrideRow({ decision: 'approve', decidedBy: 'bea', deciderNumber: 'Y-bea', decidedAt, ...changes });
}
