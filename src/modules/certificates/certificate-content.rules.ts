import { dayOf, type Instant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import type { Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import { type Category, notTested, type Plan, type PlanItem } from '../catalog/index.js';
import { printedInstrument, printedReport, type ReadingValue, type SignedInspection } from '../inspection/index.js';
import { SAMPLING_STANDARD } from '../sampling/index.js';
import type { Party } from '../parties/index.js';
import { type Attributes, attributesOf, type Unit } from '../units/index.js';
import type {
  CertificateContent,
  CertificateOverride,
  CertificateParty,
  CertificateResult,
  CertificateUnit,
  ConfirmedText,
} from './certificate-content.js';
import { isCompared } from './compared-items.js';
import { sampleFigures } from './certificate-sample.rules.js';
import { englishOf, inBoth, printedReading } from './certificate-reading.rules.js';

/** What a certificate is made of. The category is the one that the inspection's plan was made of. */
export interface CertificateGrounds {
  readonly unit: Unit;
  readonly signed: SignedInspection;
  readonly category: Category;
  readonly warehouse: Party;
  readonly merchant: Party;
  /** Left out when no text needed a person. */
  readonly confirmed?: readonly ConfirmedText[];
}

/** What issuing adds. */
export interface CertificateMarks {
  readonly number: string;
  readonly code: string;
  readonly verifyUrl: string;
  readonly issuedAt: Instant;
  readonly zone: string;
  readonly logOrigin: string;
}

const SINGLE: readonly ReadingValue['kind'][] = ['number', 'text', 'enum'];

/** Honest about the facts above the results: nobody measured them. */
const REGISTERED_ONLY: Text = {
  zh: '未列入检测结果的单元信息为送检登记信息，未经检测',
  en: 'Facts about the unit outside the results are as registered with the consignment and were not tested',
};

/** The warehouse never had the goods: nobody may read the results as a test. */
const FILES_ONLY: Text = {
  zh: '本仓未检测、未接触该商品：以上结果仅为对商家拍摄并上传的四个打包文件的审核',
  en: 'The warehouse neither tested nor handled these goods: the results are of an audit of four packing files that the merchant filmed and sent',
};

type PrintedAttribute = CertificateUnit['attributes'][number];

/** The words and figures of a certificate: what was recorded, as it was recorded, and nothing besides. */
export function certificateContent(grounds: CertificateGrounds, marks: CertificateMarks): CertificateContent {
  const { unit, signed, category, warehouse, merchant, confirmed = [] } = grounds;
  return {
    format: 'yanzhen-certificate/1',
    ...marks,
    issuedOn: dayOf(marks.issuedAt, marks.zone),
    warehouse: partyText(warehouse),
    merchant: partyText(merchant),
    laboratories: laboratoriesOf(signed),
    unit: unitText(grounds),
    photos: signed.photos,
    verdict: 'pass',
    results: signed.results.map((result) => resultText(grounds, result)),
    notTested: notTested(category, planOf(grounds), attributesOf(unit)),
    notCovered: [
      ...(unit.flow === 'merchant-films' ? [FILES_ONLY] : []),
      ...category.notCovered.map(({ text }) => text),
      REGISTERED_ONLY,
    ],
    ...(confirmed.length > 0 ? { confirmed } : {}),
    // Where every result is a laboratory's, who submitted them answers for it.
    inspector: signed.inspectorNumbers.join(', ') || signed.inspectorNumber,
    reviewer: signed.reviewerNumber,
    plan: { version: signed.plan.version, categoryHash: signed.plan.categoryHash },
    ...(signed.overrides.length > 0 ? { overrides: signed.overrides.map(overrideText) } : {}),
    isSample: unit.isSample,
  };
}

function planOf({ signed, category }: CertificateGrounds): Plan {
  const { categoryVersion, uncertaintyRule } = signed.plan;
  return { category: category.id, categoryVersion, uncertaintyRule, items: signed.items };
}

function partyText({ nameZh, nameEn, uscc, address }: Party): CertificateParty {
  return { name: nameZh, ...(nameEn ? { nameEn } : {}), uscc, ...(address ? { address } : {}) };
}

function unitText({ unit, category, signed }: CertificateGrounds): CertificateUnit {
  const { id, kind, name } = unit;
  invariant(kind === 'piece' || kind === 'lot', `a unit is a piece or a lot, not ${kind}`);
  return {
    id,
    kind,
    name,
    category: { id: category.id, name: category.name },
    quantity: { value: unit.quantityValue, unit: unit.quantityUnit },
    attributes: [...lotFacts(unit), ...attributeTexts(category, attributesOf(unit), foundBy(signed))],
  };
}

function lotFacts({ lotNo, productionDay }: Unit): PrintedAttribute[] {
  const facts = [
    { code: 'lotNo', name: { zh: '批号', en: 'Lot No.' }, value: lotNo ?? '' },
    { code: 'productionDay', name: { zh: '生产日期', en: 'Produced on' }, value: productionDay ?? '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** What was found stands in place of what was declared. Files are no words: the log has their hashes. */
function attributeTexts(
  category: Category,
  attributes: Attributes,
  found: ReadonlyMap<string, string>,
): PrintedAttribute[] {
  return category.attributes.flatMap(({ code, name, type, unit, values }) => {
    const value = attributes[code];
    if (value === undefined || value === '' || type === 'file') return [];
    const declared = attributeText(value);
    const printed = found.get(code) ?? (unit ? `${declared} ${unitSymbol(unit)}` : declared);
    return [{ code, name, ...inBoth(printed, englishOf(printed, values)) }];
  });
}

/** The readings of items that compare an attribute with the goods, by attribute. */
function foundBy(signed: SignedInspection): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { item: code, value: reading } of signed.readings) {
    const item = signed.items.find((each) => each.code === code);
    if (!item || !isCompared(item) || !SINGLE.includes(reading.kind)) continue;
    const { value, unit } = printedReading(item, reading);
    found.set(item.judge.field, unit ? `${value} ${unit}` : value);
  }
  return found;
}

function attributeText(value: Attributes[string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : value.join('、');
}

function resultText(
  { signed, unit }: CertificateGrounds,
  result: SignedInspection['results'][number],
): CertificateResult {
  const item = signed.items.find(({ code }) => code === result.item);
  const reading = signed.readings.find((each) => each.item === result.item);
  invariant(item && reading, `a signed result has its item and its reading: ${result.item}`);
  const sample = sampleFigures(item, reading.value, signed.schemes);
  invariant(result.verdict === 'pass', `every item of a passing inspection passed: ${result.item}`);
  return {
    code: item.code,
    name: item.name,
    ...printedReading(item, reading.value),
    limit: result.limit,
    standard: standardText(item, unit.kind === 'lot'),
    method: item.method?.zh ?? '',
    instrument: printedInstrument(reading),
    ...reportText(reading),
    ...(sample ? { sample } : {}),
    verdict: 'pass',
  };
}

function reportText({ report }: SignedInspection['readings'][number]): Pick<CertificateResult, 'report'> {
  if (!report) return {};
  return { report: printedReport(report) };
}

/** Each once, in the order of its results. */
function laboratoriesOf({ readings }: SignedInspection): CertificateContent['laboratories'] {
  const all = readings.flatMap(({ report }) => (report ? [{ name: report.laboratory, cma: report.cma }] : []));
  return [...new Map(all.map((each) => [`${each.cma} ${each.name}`, each])).values()];
}

function overrideText(given: SignedInspection['overrides'][number]): CertificateOverride {
  const { instrumentCode, instrumentName, state, until, reasonZh, reasonEn, requesterNumber, deciderNumber } = given;
  invariant(deciderNumber !== null, 'an override that counts was given by somebody');
  return {
    instrument: printedInstrument({ instrument: instrumentCode, instrumentName }),
    state,
    ...(until === null ? {} : { until }),
    reason: { zh: reasonZh, ...(reasonEn === null ? {} : { en: reasonEn }) },
    requester: requesterNumber,
    approver: deciderNumber,
  };
}

/** With its edition where a source names one; none when the limit is the warehouse's own rule. */
function standardText({ limitBy, edition, standard, sampling }: PlanItem, isLot: boolean): string {
  if (isLot && sampling) return `${SAMPLING_STANDARD}，${sampling.source}`;
  return limitBy === 'warehouse' ? '' : (edition ?? standard?.zh ?? '');
}
