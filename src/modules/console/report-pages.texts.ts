import { consolePageTexts } from './shared.texts.js';
import { valueWords } from './value.texts.js';

const samples = {
  'sample.sent': { zh: '已送检', en: 'Sent' },
  'sample.reported': { zh: '已有报告', en: 'Reported' },
  'sample.cancelled': { zh: '已取消', en: 'Cancelled' },
  noSamples: {
    zh: '没有送检样品。送检从检测页开始。',
    en: 'No samples. They are sent from the page of an inspection.',
  },
  noOwnSamples: { zh: '没有送来的样品。', en: 'No sample was sent to you.' },
  findSeal: { zh: '按封签找样品', en: 'Find a sample by its seal' },
  find: { zh: '查找', en: 'Find' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  items: { zh: '项目', en: 'Items' },
  sentAt: { zh: '送检时间', en: 'Sent' },
  sealNo: { zh: '封签号', en: 'Seal number' },
  mass: { zh: '样品质量', en: 'Mass of the sample' },
  massUnit: { zh: '单位', en: 'Unit' },
  photos: { zh: '送检照片', en: 'Photographs sent along' },
  photoNumber: { zh: '照片 {number}', en: 'Photograph {number}' },
  sampleTitle: { zh: '样品：{name}', en: 'Sample of {name}' },
  sender: { zh: '送检人', en: 'Sent by' },
  openInspection: { zh: '打开检测', en: 'Open the inspection' },
  cancelSample: { zh: '取消送检', en: 'Cancel the sample' },
  cancelDone: { zh: '送检已取消', en: 'Cancelled' },
  holdGoods: { zh: '暂扣商品，等这份报告', en: 'Hold the goods until it is reported' },
  holdGoodsText: {
    zh: '这份样品的报告录入并计入后才能解除；期间可以检测，不能包装和出库。',
    en: 'Released once a report on this sample counts. The goods may be inspected meanwhile, not packed or shipped.',
  },
  goodsHeld: { zh: '已暂扣', en: 'Put on hold' },
  blindText: {
    zh: '封签号和质量请照实物和报告填写，这里不显示送检时的数值。',
    en: 'Take seal and mass off the sample and the report: what they were when it was sent is not shown here.',
  },
};

const sending = {
  sendTitle: { zh: '送检：{name}', en: 'Send a sample of {name}' },
  send: { zh: '送检', en: 'Send the sample' },
  sent: { zh: '样品已送检', en: 'The sample is sent' },
  chooseItems: { zh: '委托项目', en: 'Items asked for' },
  choosePhotos: { zh: '随样照片（至少一张）', en: 'Photographs along with it (one at least)' },
  noPhotos: {
    zh: '还没有照片。请先在检测页给商品拍照。',
    en: 'There are no photographs. Take one on the inspection’s page first.',
  },
  noLaboratories: {
    zh: '还没有登记检测机构。请管理员先登记。',
    en: 'No laboratory is registered. Let an administrator register one.',
  },
  sealHint: { zh: '贴在样品上的一次性封签，每个只用一次', en: 'On the sample; each seal is used once' },
  massHint: { zh: '样品的质量；单件送检填本件质量', en: 'Of the sample, or of the piece itself' },
  laboratoryHint: {
    zh: '只列出资质有效的机构；不在能力范围内的项目会被拒绝',
    en: 'Those whose accreditation is valid; items outside the scope are refused',
  },
};

const filing = {
  file: { zh: '录入报告', en: 'File a report' },
  filed: { zh: '报告已录入', en: 'The report is filed' },
  reportFile: { zh: '报告文件', en: 'File of the report' },
  reportFileHint: {
    zh: 'PDF 或照片，不超过 8 MB；上传后不改动',
    en: 'PDF or photograph, 8 MB at most; it is kept as it is',
  },
  uploading: { zh: '正在上传…', en: 'Uploading…' },
  uploaded: { zh: '已上传', en: 'Uploaded' },
  openFile: { zh: '打开报告', en: 'Open the report' },
  compare: { zh: '并排核对照片', en: 'Compare the photographs' },
  compareText: {
    zh: '左边是送检照片，右边是报告。PDF 请打开后与左边对照。',
    en: 'Left: as sent. Right: the report. Open a PDF and hold it against the left.',
  },
  noFileYet: { zh: '还没有选择报告文件', en: 'No file is chosen yet' },
  reportNo: { zh: '报告编号', en: 'Report number' },
  issuedOn: { zh: '报告日期', en: 'Date of the report' },
  sealRead: { zh: '报告上的封签号', en: 'Seal number on the report' },
  massRead: { zh: '报告上的样品质量', en: 'Mass on the report' },
  photoFits: { zh: '报告照片与实物', en: 'The report’s photograph' },
  'photoFits.true': { zh: '相符，是同一件', en: 'fits: the same thing' },
  'photoFits.false': { zh: '不符', en: 'does not fit' },
  results: { zh: '检测结果', en: 'Results' },
  resultsHint: { zh: '只填报告上有的项目', en: 'Only those that the report has' },
  value: { zh: '结果', en: 'Found' },
  uncertainty: { zh: '不确定度', en: 'Uncertainty' },
  byApi: { zh: '这类结果请通过接口录入', en: 'Results of this kind are filed through the API' },
};

const reports = {
  reports: { zh: '报告', en: 'Reports' },
  isLate: {
    zh: '这次检测已经结束。请复核员先安排复检，再在新的检测里录入报告。',
    en: 'The inspection is closed. Let a reviewer order a re-inspection; the report is filed in the new one.',
  },
  noReports: { zh: '还没有报告。', en: 'No report is filed.' },
  reportTitle: { zh: '报告 {number}', en: 'Report {number}' },
  'report.filed': { zh: '计入', en: 'Counts' },
  'report.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  filer: { zh: '录入人', en: 'Filed by' },
  filedAt: { zh: '录入时间', en: 'Filed' },
  filedLate: {
    zh: '录入于 {filedOn}，该机构资质认定已于 {accreditedUntil} 到期。报告日期在有效期内，结果照常计入；证书和核验页会写明。',
    en: 'Filed on {filedOn}; the accreditation had ended on {accreditedUntil}. The report is dated within it, so its results count; the certificate and its page say so.',
  },
  fileHash: { zh: '文件校验值', en: 'SHA-256 of the file' },
  theSample: { zh: '样品', en: 'Sample' },
  openSample: { zh: '打开样品', en: 'Open the sample' },
  withdraw: { zh: '撤回报告', en: 'Withdraw the report' },
  withdrawText: {
    zh: '撤回后，它的结果不再计入判定；已签发的证书会列在这里。不能恢复，可以重新录入更正后的报告。',
    en: 'Its results decide nothing afterwards; certificates that stand on it are listed here. This cannot be undone; a corrected report can be filed.',
  },
  withdrawn: { zh: '报告已撤回', en: 'Withdrawn' },
  withdrawnBy: { zh: '{by} 于 {at} 撤回：{reason}', en: 'Withdrawn by {by} on {at}: {reason}' },
  doubt: { zh: '依据这份报告的证书', en: 'Certificates that stand on it' },
  doubtText: {
    zh: '报告已撤回，请核实后逐张暂停或撤销。',
    en: 'The report is withdrawn: look into each, and suspend or revoke it.',
  },
  noDoubt: { zh: '没有证书依据它。', en: 'None.' },
};

const laboratories = {
  rateTitle: { zh: '复测不一致率', en: 'Retests that disagree' },
  rateText: {
    zh: '自 {since} 起：同一商品同一项目，机构结果与本仓（或另一机构）结果结论不同的对数 / 可比对数。未判定的不计。',
    en: 'Since {since}: pairs of one item of the same goods in which the laboratory and the warehouse (or another laboratory) disagree, of all that can be compared. Undecided ones are not counted.',
  },
  rate: { zh: '不一致 / 可比', en: 'Disagree / compared' },
  undecided: { zh: '未判定', en: 'Undecided' },
  validUntil: { zh: '资质有效期至', en: 'Accredited until' },
  expired: { zh: '已过期', en: 'Ended' },
  cma: { zh: 'CMA 编号', en: 'CMA number' },
  noneRegistered: { zh: '还没有登记检测机构。', en: 'No laboratory is registered.' },
  tolerance: { zh: '质量允许偏差', en: 'Tolerance of masses' },
  toleranceNone: { zh: '没有规定：按写到的最后一位比较。', en: 'None is set: masses agree to the last written digit.' },
  toleranceNow: { zh: '±{percent}%，依据 {source}，负责人 {by}', en: '±{percent}% by {source}; {by} answers for it' },
  toleranceOff: {
    zh: '按写到的最后一位比较，依据 {source}，负责人 {by}',
    en: 'To the last written digit, by {source}; {by} answers for it',
  },
  percent: { zh: '允许偏差（%）', en: 'Tolerance (%)' },
  percentHint: {
    zh: '相对送检时的质量；留空即按写到的最后一位比较',
    en: 'Of the mass that was sent; empty: to the last written digit',
  },
  source: { zh: '依据（本仓规程）', en: 'By which rule of the warehouse' },
  by: { zh: '负责人编号', en: 'Number of the person who answers' },
  setTolerance: { zh: '保存', en: 'Save' },
  toleranceSet: { zh: '已保存', en: 'Saved' },
};

export const reportTexts = consolePageTexts('reports', {
  ...samples,
  ...sending,
  ...filing,
  ...valueWords,
  ...reports,
  ...laboratories,
});
