import { refusedWith } from '../../../test/support/refused.js';
import type { Actor } from '../../kernel/actor.js';
import type { Day } from '../../kernel/instant.js';
import type { PlanItem } from '../catalog/index.js';
import type { Party } from '../parties/index.js';
import type { LabReport, LabSample } from './reports.entity.js';
import {
  filedReport,
  fileReport,
  type FilingGrounds,
  type ReportWish,
  uploadReport,
  withdrawReport,
} from './reports.rules.js';

const ANN = { accountId: 'ann', number: 'Y0001' } as Actor;
const SAMPLE = {
  ...{ id: 's1', unitId: 'u1', inspectionId: 'i1', warehouseId: 'w1', merchantId: 'm1', laboratoryId: 'l1' },
  ...{ sealNo: 'S-1', massValue: '500.0', massUnit: 'GRM', state: 'sent' },
} as LabSample;
const LABORATORY = {
  ...{ id: 'l1', nameZh: '示例检测中心', cma: '220000000001' },
  ...{ cmaScope: '["GB 2762-2025"]', cmaValidUntil: '2026-11-20' },
} as Party;
const CADMIUM = { code: 'SHR-CD', method: null, standard: null, edition: 'GB 2762-2025' } as PlanItem;
const LEAD = { ...CADMIUM, code: 'SHR-PB' };
const SULPHITE = { ...CADMIUM, code: 'SHR-SO2', edition: 'GB 2760-2024' };
const GROUNDS: FilingGrounds = {
  ...{ sample: SAMPLE, inspectionId: 'i2', laboratory: LABORATORY, items: [CADMIUM, LEAD, SULPHITE] },
  ...{ sentOn: '2026-11-18' as Day, today: '2026-11-22' as Day, massPercent: null },
  ...{ isUploaded: true, sameNumber: [], sameFile: [] },
};
const WISH: ReportWish = {
  ...{ number: ' bg－1 ', fileSha256: 'ff', issuedOn: '2026-11-19' as Day, sealNo: 's－1', photoFits: true },
  ...{ mass: { value: '500.0', unit: 'GRM' }, items: ['SHR-CD'] },
};

const grams = (value: string) => ({ mass: { value, unit: 'GRM' } });
const other = { unitId: 'u2', state: 'withdrawn' } as LabReport;
const own = (state: string): LabReport => ({ unitId: 'u1', state }) as LabReport;

describe('filing a report', () => {
  const code = (found: object, wish: object = {}): string =>
    refusedWith(() => fileReport(ANN, 'r1', { ...GROUNDS, ...found }, { ...WISH, ...wish }));

  it('shows number, file and items to whoever has the unit, and seal and mass to its parties', () => {
    const [event, ...others] = fileReport(ANN, 'r1', { ...GROUNDS, today: '2026-11-20' as Day }, WISH);
    expect(others).toEqual([]);
    expect(event?.subjects.map(({ id }) => id)).toEqual(['r1', 's1', 'i2', 'u1']);
    expect(event?.contents).toEqual({
      public: {
        laboratory: { name: '示例检测中心', cma: '220000000001' },
        ...{ number: 'bg-1', issuedOn: '2026-11-19', fileSha256: 'ff', items: ['SHR-CD'], filer: 'Y0001' },
      },
      party: {
        ...{ warehouseId: 'w1', merchantId: 'm1', laboratoryId: 'l1', accountId: 'ann' },
        ...{ sealNo: 'S-1', mass: WISH.mass },
      },
    });
  });

  it.each([
    ['the day before the sample was sent', '2026-11-17', 'reports.issued-before-sent'],
    ['the day on which it was sent', '2026-11-18', 'taken'],
    ['the last day of the accreditation', '2026-11-20', 'taken'],
    ['the day after it', '2026-11-21', 'reports.accreditation-expired'],
    ['tomorrow', '2026-11-23', 'reports.issued-in-future'],
  ])('is dated %s', (_, issuedOn, expected) => {
    expect(code({}, { issuedOn })).toBe(expected);
  });

  it('may be dated today', () => {
    const accredited = { ...LABORATORY, cmaValidUntil: '2026-11-22' };
    expect(code({ laboratory: accredited }, { issuedOn: '2026-11-22' })).toBe('taken');
  });

  it.each([
    ['of one that was asked for', ['SHR-CD'], 'taken'],
    ['of several', ['SHR-CD', 'SHR-PB'], 'taken'],
    ['of one that was not asked for', ['SHR-CD', 'SHR-TVBN'], 'reports.item-not-asked'],
    ['of one twice', ['SHR-CD', 'SHR-CD'], 'reports.item-twice'],
    ['of one outside the scope', ['SHR-CD', 'SHR-SO2'], 'reports.out-of-scope'],
  ])('has results %s', (_, items, expected) => {
    expect(code({}, { items })).toBe(expected);
  });

  it.each([
    ['nothing else', {}, 'taken'],
    ['a file that did not come for this sample', { isUploaded: false }, 'reports.file-missing'],
    ['the file of another unit', { sameFile: [other] }, 'reports.file-used'],
    [
      'the file of another unit that did not come for this one',
      { isUploaded: false, sameFile: [other] },
      'reports.file-used',
    ],
    ['the number of another unit', { sameNumber: [other] }, 'reports.number-used'],
    ['the number of one that stands for this unit', { sameNumber: [own('filed')] }, 'reports.already-filed'],
    ['the file of one that stands for this unit', { sameFile: [own('filed')] }, 'reports.already-filed'],
    [
      'number and file of one that was withdrawn',
      { sameNumber: [own('withdrawn')], sameFile: [own('withdrawn')] },
      'taken',
    ],
    ['a sample that was cancelled', { sample: { ...SAMPLE, state: 'cancelled' } }, 'reports.sample-cancelled'],
    ['a sample that has another report', { sample: { ...SAMPLE, state: 'reported' } }, 'taken'],
  ])('bears %s', (_, found, expected) => {
    expect(code(found)).toBe(expected);
  });

  it.each([
    ['another photograph', { photoFits: false }, 'reports.photo-differs'],
    ['another seal', { sealNo: 'S-2' }, 'reports.seal-differs'],
    ['no mass', grams('0'), 'reports.mass-malformed'],
    ['the mass as it is rounded', grams('500'), 'taken'],
    ['a mass within no rounding', grams('500.1'), 'reports.mass-differs'],
  ])('tells of %s', (_, wish, expected) => {
    expect(code({}, wish)).toBe(expected);
  });

  it.each([
    ['505.0', 'taken'],
    ['505.1', 'reports.mass-outside'],
    ['495.0', 'taken'],
    ['494.9', 'reports.mass-outside'],
  ])('within the warehouse’s own 1 %% of 500.0 g: %s g', (value, expected) => {
    expect(code({ massPercent: '1' }, grams(value))).toBe(expected);
  });

  it.each([
    ['on the last day of the accreditation', '2026-11-20', undefined],
    ['on the day after', '2026-11-21', { filedOn: '2026-11-21', accreditedUntil: '2026-11-20' }],
  ])('says when it is filed late: %s', (_, today, filedLate) => {
    const on: FilingGrounds = { ...GROUNDS, today: today as Day };
    const [event] = fileReport(ANN, 'r1', on, WISH);
    const said: { readonly filedLate?: object } = event?.contents.public ?? {};
    expect(said.filedLate).toEqual(filedLate);
    expect(filedReport('r1', on, WISH.number).filedLate).toEqual(filedLate);
  });

  it('is named by its readings with the laboratory and the plain number', () => {
    expect(filedReport('r1', { ...GROUNDS, today: '2026-11-20' as Day }, ' bg－1 ')).toEqual({
      ...{ id: 'r1', laboratoryId: 'l1', laboratory: '示例检测中心', cma: '220000000001', number: 'bg-1' },
    });
  });
});

describe('the file of a report', () => {
  const FILE = { sha256: 'ff', type: 'application/pdf', bytes: 9 };

  it('is said to have come for its sample, to nobody but the parties', () => {
    const [event] = uploadReport(ANN, SAMPLE, FILE, false);
    expect(event?.subjects.map(({ type, id }) => [type, id])).toEqual([['sample', 's1']]);
    expect(event?.contents).toEqual({
      party: { sha256: 'ff', mediaType: 'application/pdf', bytes: 9, accountId: 'ann' },
    });
  });

  it('is said to once', () => {
    expect(uploadReport(ANN, SAMPLE, FILE, true)).toEqual([]);
  });

  it.each([
    ['sent', 'taken'],
    ['reported', 'taken'],
    ['cancelled', 'reports.sample-cancelled'],
  ])('comes for a sample that is %s', (state, expected) => {
    const sample = { ...SAMPLE, state } as LabSample;
    expect(refusedWith(() => uploadReport(ANN, sample, FILE, false))).toBe(expected);
  });
});

describe('withdrawing a report', () => {
  const REPORT = {
    ...{ id: 'r1', state: 'filed', number: 'BG-1' },
    ...{ laboratoryName: '示例检测中心', laboratoryCma: '220000000001' },
  } as LabReport;

  it('tells everybody that, and the parties why', () => {
    const [event] = withdrawReport(ANN, REPORT, SAMPLE, ' 样品 弄混 ');
    expect(event?.contents).toEqual({
      public: { laboratory: { name: '示例检测中心', cma: '220000000001' }, number: 'BG-1', by: 'Y0001' },
      party: { reason: '样品 弄混', accountId: 'ann' },
    });
  });

  it('happens once', () => {
    const withdrawn = { ...REPORT, state: 'withdrawn' } as LabReport;
    expect(refusedWith(() => withdrawReport(ANN, withdrawn, SAMPLE, '再次'))).toBe('reports.already-withdrawn');
  });
});
