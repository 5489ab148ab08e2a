import type { Actor } from '../../src/kernel/actor.js';
import type { Instant } from '../../src/kernel/instant.js';
import { holds, planFrom, type PlanItem } from '../../src/modules/catalog/index.js';
import type { CertificateGrounds, CertificateMarks } from '../../src/modules/certificates/certificate-content.rules.js';
import type { Certificate, CertificateSample } from '../../src/modules/certificates/index.js';
import type { ItemReading, KeptResult, ReadingValue, SignedInspection } from '../../src/modules/inspection/index.js';
import type { Party } from '../../src/modules/parties/index.js';
import { attributesOf, type Unit } from '../../src/modules/units/index.js';
import { category, demoPlan } from './judging.js';

const PLAN = { categoryVersion: '2026-11-22', categoryHash: 'ab'.repeat(32), uncertaintyRule: 'undecided' } as const;

export const REVIEWER: Actor = {
  accountId: 'reviewer',
  pseudonym: 'REVIEWER',
  number: 'Y0004',
  partyId: 'warehouse',
  partyKind: 'warehouse',
  roles: ['reviewer'],
};

const AMETHYST = {
  articleType: '手链/手串',
  gemName: '紫晶',
  naturalness: '天然',
  treatmentClass: '未见优化处理',
  metal: '无',
  totalMass: '25.60',
  color: '紫色',
  shape: '圆珠',
  isChild: false,
  giClaim: '无',
  hasMetalPart: false,
};

/** Readings of the demo plan that a second person could sign. */
const AMETHYST_READINGS: Readonly<Record<string, ReadingValue>> = {
  'CRY-QTY': { kind: 'number', value: '1', unit: null },
  'CRY-SKU': { kind: 'text', text: '紫晶手串' },
  'CRY-DOC': { kind: 'list', unit: null, values: ['营业执照', '合格证明'] },
  'CRY-PHOTO': { kind: 'boolean', value: true },
  'CRY-MAT': { kind: 'enum', value: '紫晶' },
  'CRY-RI': { kind: 'number', value: '1.5480', unit: 'X-ND', uncertainty: '0.0010' },
  'CRY-OPT': { kind: 'enum', value: '一轴晶正光性' },
  'CRY-MAG': { kind: 'opinion', verdict: 'pass', text: '见气液包体' },
  'CRY-TREAT': { kind: 'enum', value: '未见优化处理' },
  'CRY-WT': { kind: 'number', value: '25.60', unit: 'GRM' },
  'CRY-APP': { kind: 'defects', defects: [] },
};

/** A unit that passed, as its row stands. */
export function unitRow(changes: Partial<Unit> = {}): Unit {
  return {
    id: '019aa9b2-6c40-7d31-9f0e-3b5a1c2d4e6f',
    kind: 'piece',
    name: '紫晶手串',
    categoryId: 'crystal-jewelry',
    productId: null,
    warehouseId: 'warehouse',
    merchantId: 'merchant',
    consignmentId: 'consignment',
    quantityValue: '1',
    quantityUnit: 'H87',
    attributes: JSON.stringify(AMETHYST),
    declared: '{}',
    lotNo: null,
    productionDay: null,
    isSample: false,
    stage: 'passed',
    inspectionGateAt: '2026-11-22T03:00:00.000Z',
    packagingGateAt: null,
    labellingGateAt: null,
    openHolds: 0,
    inspectableHolds: 0,
    tries: 0,
    flow: 'warehouse-tests',
    receivedAt: '2026-11-22T01:00:00.000Z',
    clockFrom: '2026-11-22T01:00:00.000Z',
    changedAt: '2026-11-22T03:00:00.000Z',
    ...changes,
  };
}

/** The signed inspection of that unit by the shipped demo plan. */
export function signedInspection(changes: Partial<SignedInspection> = {}): SignedInspection {
  const { items } = planFrom(category('crystal-jewelry'), demoPlan('crystal-jewelry'));
  const isApplied = (item: PlanItem) => holds(item.when, attributesOf(unitRow())) !== 'no';
  const tested = items.filter(isApplied);
  return {
    id: 'inspection',
    plan: { id: 'plan', version: 3, ...PLAN },
    items,
    readings: tested.map(readingOf),
    results: tested.map(resultOf),
    leftOut: items.filter((item) => !isApplied(item)).map(({ code, name }) => ({ code, name })),
    schemes: [],
    overrides: [],
    inspectorNumber: 'Y0002',
    inspectorNumbers: ['Y0002', 'Y0003'],
    reviewerNumber: 'Y0009',
    inspectorAccountIds: ['inspector', 'second-inspector'],
    reviewerAccountId: 'reviewer',
    photos: ['cd'.repeat(32)],
    startedAt: '2026-11-22T02:00:00.000Z',
    signedAt: '2026-11-22T03:00:00.000Z',
    ...changes,
  };
}

export function certificateGrounds(changes: Partial<CertificateGrounds> = {}): CertificateGrounds {
  return {
    unit: unitRow(),
    signed: signedInspection(),
    category: category('crystal-jewelry'),
    warehouse: partyRow('warehouse', '示例质检仓', '浙江省舟山市示例路 1 号'),
    merchant: partyRow('merchant', '示例水晶店', null),
    ...changes,
  };
}

export const MARKS: CertificateMarks = {
  number: 'YZ-7K3QX9M2D0',
  code: '6Q2KV8XT3M0RE94HYBWN7CZ1PA',
  verifyUrl: 'HTTPS://V.EXAMPLE.CN/V/6Q2KV8XT3M0RE94HYBWN7CZ1PA',
  issuedAt: '2026-11-22T16:30:00.000Z' as Instant,
  zone: 'Asia/Shanghai',
  logOrigin: 'v.example.cn/log/abcdefghjk',
};

/** Of 600 packages: letter J, 80 of them; AQL 2.5 is 5/6 and AQL 4.0 is 7/8. */
export const SAMPLE: CertificateSample = {
  ...{ lotSize: 600, n: 80, sampled: 80 },
  grades: [
    { grade: 'CR', name: { zh: '严重', en: 'critical' }, Ac: 0, Re: 1, found: 0 },
    { grade: 'MA', name: { zh: '一般', en: 'major' }, aql: '2.5', Ac: 5, Re: 6, found: 1 },
    { grade: 'MI', name: { zh: '轻微', en: 'minor' }, aql: '4.0', Ac: 7, Re: 8, found: 2 },
  ],
};

/** A certificate as its row stands. */
export function certificateRow(changes: Partial<Certificate> = {}): Certificate {
  return {
    id: 'certificate',
    unitId: unitRow().id,
    inspectionId: 'inspection',
    warehouseId: 'warehouse',
    merchantId: 'merchant',
    number: MARKS.number,
    code: MARKS.code,
    state: 'valid',
    stateSince: MARKS.issuedAt,
    reasonZh: null,
    reasonEn: null,
    supersedes: null,
    suspendedFor: null,
    supersededBy: null,
    content: '{}',
    issuedAt: MARKS.issuedAt,
    pdfSha256: null,
    pdfBytes: null,
    ...changes,
  };
}

function partyRow(kind: string, nameZh: string, address: string | null): Party {
  const none = {
    nameEn: null,
    usccReason: null,
    registeredBy: null,
    phone: null,
    contactName: null,
    cma: null,
    cmaValidUntil: null,
  };
  const uscc = kind === 'warehouse' ? '91330100MA0000001X' : '91330100MA0000002Y';
  return { id: kind, kind, nameZh, uscc, address, cmaScope: '[]', registeredAt: '2026-11-22T00:00:00.000Z', ...none };
}

function readingOf({ code }: PlanItem): ItemReading {
  const value = AMETHYST_READINGS[code];
  if (!value) throw new Error(`no reading was made up for ${code}`);
  const instrument = value.kind === 'number' ? 'BA-02' : null;
  const named = { instrument, instrumentName: null, instrumentId: null, report: null };
  return { item: code, value, ...named, inspectorNumber: 'Y0002', at: '2026-11-22T02:10:00.000Z' as Instant };
}

function resultOf({ code, limitText }: PlanItem): KeptResult {
  return { item: code, verdict: 'pass', limit: limitText, reason: { zh: '合格', en: 'passes' } };
}
