import type { Text } from '../../kernel/language.js';
import type { CertificateOverride, NotTested } from './certificate-content.js';

/** The fixed words of a certificate. It states results; it recommends nothing (食品安全法 art. 73). */
export const WORDS = {
  title: { zh: '检测证书', en: 'Certificate of Inspection' },
  continued: { zh: '续页', en: 'continued' },
  number: { zh: '证书编号', en: 'Certificate No.' },
  warehouse: { zh: '质检仓', en: 'Inspection warehouse' },
  merchant: { zh: '送检方', en: 'Submitted by' },
  report: { zh: '外部报告', en: 'Report' },
  filedLate: {
    zh: '{filedOn} 录入，资质认定 {accreditedUntil} 已到期',
    en: 'Filed {filedOn}; accreditation ended {accreditedUntil}',
  },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  uscc: { zh: '统一社会信用代码', en: 'USCC' },
  cma: { zh: 'CMA 证书编号', en: 'CMA No.' },
  category: { zh: '品类', en: 'Category' },
  quantity: { zh: '数量', en: 'Quantity' },
  issuedAt: { zh: '签发时间', en: 'Issued at' },
  unitId: { zh: '追溯单元', en: 'Unit' },
  verdict: { zh: '检测判定', en: 'Verdict' },
  pass: { zh: '符合', en: 'Pass' },
  passOf: { zh: '符合（所检 {count} 项）', en: 'Pass ({count} items)' },
  photo: { zh: '照片', en: 'Photo SHA-256' },
  noPhoto: { zh: '未附照片', en: 'No photograph' },
  sample: { zh: '样品', en: 'SAMPLE' },
  notReal: { zh: '样品，不是真实证书', en: 'SAMPLE, not a real certificate' },
  scan: { zh: '扫码核验', en: 'Scan to verify' },
  item: { zh: '检测项目', en: 'Item' },
  value: { zh: '实测值', en: 'Reading' },
  limit: { zh: '要求', en: 'Requirement' },
  standard: { zh: '依据 / 方法、仪器', en: 'Basis / method, instrument' },
  judged: { zh: '判定', en: 'Verdict' },
  ownLimit: { zh: '本仓要求', en: 'Warehouse rule' },
  conclusion: { zh: '检测结论', en: 'Conclusion' },
  conclusionText: {
    zh: '按检测方案第 {version} 版（品类模板 {hash}）所检 {count} 项均符合上表所列要求。结果仅对本证书所列追溯单元有效。',
    en: 'All {count} items of plan version {version} (category file {hash}) meet the requirements above. Results apply to the unit named here only.',
  },
  overrides: { zh: '仪器例外', en: 'Instruments' },
  overrideText: {
    zh: '{instrument}：{state}。经两人同意采用其读数，理由：{reason}（申请 {requester}，批准 {approver}）。',
    en: '{instrument}: {state}. Two people agreed to use its readings: {reason} (asked {requester}, approved {approver}).',
  },
  sampleLimit: { zh: '各级缺陷数不超过 Ac，见“抽样”', en: 'Defects of each grade at most Ac, see Sampling' },
  sampling: { zh: '抽样', en: 'Sampling' },
  samplingText: {
    zh: '{item}：{lotSize} 件中应看 {n} 件，看了 {sampled} 件；{grades}。',
    en: '{item}: {n} of {lotSize} to be looked at, {sampled} were; {grades}.',
  },
  gradeText: { zh: '{name}{aql} Ac {Ac} Re {Re}，发现 {found}', en: '{name}{aql} Ac {Ac} Re {Re}, found {found}' },
  notTested: { zh: '未检测项目', en: 'Not tested' },
  notCovered: { zh: '本证书不涵盖', en: 'Not covered' },
  confirmed: { zh: '人工核对', en: 'Checked by a person' },
  inspector: { zh: '检测员', en: 'Inspected by' },
  reviewer: { zh: '复核员', en: 'Reviewed by' },
  verify: { zh: '如何核验', en: 'How to verify' },
  verifyText: {
    zh: '扫码，或在 {host} 输入证书编号；确认网址无误，再将照片和实测值与实物比对。证书可能被暂停或撤销，以页面所示状态为准。',
    en: 'Scan, or enter the number at {host}; check the address, then compare photograph and readings with the goods. The page also shows a suspension or revocation.',
  },
  logText: {
    zh: '内容的承诺值已写入公开日志 {origin}，任何人都可查验其未被更改。',
    en: 'The public log {origin} holds a commitment to this content, which anyone can check.',
  },
  pageOf: { zh: '第 {page} 页 共 {pages} 页', en: 'Page {page} of {pages}' },
} as const satisfies Record<string, Text>;

/** How an instrument stood to its calibrations; `until` is the day on which the last one ended. */
export const WHY_DOUBTED: Readonly<Record<CertificateOverride['state'], Text>> = {
  expired: { zh: '校准有效期至 {until}，读数时已过期', en: 'calibration ended on {until}, before the reading' },
  none: { zh: '读数时没有校准', en: 'not calibrated at the reading' },
  failed: { zh: '读数前后的校准不合格', en: 'failed the calibration before or after the reading' },
};

export const WHY_NOT_TESTED: Readonly<Record<NotTested['why'], Text>> = {
  'outside-plan': { zh: '不在本次检测方案内', en: 'Outside the plan' },
  'not-applicable': { zh: '不适用于本单元', en: 'Not applicable to this unit' },
};
