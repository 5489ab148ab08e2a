import { consistencyTexts } from './consistency.texts.js';
import { consolePageTexts } from './shared.texts.js';

const lists = {
  'inspections.queue': { zh: '待检测', en: 'Waiting to be inspected' },
  'inspections.open': { zh: '检测中', en: 'Being inspected' },
  'inspections.none': { zh: '没有等待检测的商品。', en: 'No goods wait for an inspection.' },
  'inspections.noneOpen': { zh: '没有没做完的检测。', en: 'No inspection is unfinished.' },
  'reviews.none': { zh: '没有等待复核的检测。', en: 'No inspection waits for review.' },
  since: { zh: '从何时起', en: 'Since' },
};

const readings = {
  title: { zh: '检测：{name}', en: 'Inspection: {name}' },
  planVersion: { zh: '按检测方案第 {version} 版', en: 'By plan version {version}' },
  progress: { zh: '已读 {done} / {total} 项', en: '{done} of {total} items read' },
  photos: { zh: '照片', en: 'Photographs' },
  takePhoto: { zh: '拍照或选择照片', en: 'Take or choose photographs' },
  photoHint: {
    zh: '至少一张，才能签发证书。照片里的位置信息会去掉。',
    en: 'A certificate needs at least one. Where it was taken is removed from the file.',
  },
  photoSaved: { zh: '照片已保存', en: 'Photograph saved' },
  noPhotos: { zh: '还没有照片。', en: 'No photograph yet.' },
  photoNumber: { zh: '照片 {number}', en: 'Photograph {number}' },
  record: { zh: '记录', en: 'Record' },
  recorded: { zh: '已记录', en: 'Recorded' },
  instrument: { zh: '仪器', en: 'Instrument' },
  method: { zh: '方法', en: 'Method' },
  standard: { zh: '依据', en: 'Standard' },
  ownRule: { zh: '仓内规程', en: 'the warehouse’s own rule' },
  limit: { zh: '限值', en: 'Limit' },
  optionalItem: { zh: '可选项目', en: 'not mandatory' },
  leftOutTitle: { zh: '这件不适用的项目', en: 'Items that do not apply to these goods' },
  readTimes: { zh: '读过 {times} 次，以最后一次为准', en: 'read {times} times; the last counts' },
  value: { zh: '读数', en: 'Reading' },
  notDetected: { zh: '未检出', en: 'Not detected' },
  'opinion.verdict': { zh: '判断', en: 'Judgement' },
  'opinion.text': { zh: '所见', en: 'What was seen' },
  listHint: { zh: '用顿号、逗号或换行分开', en: 'Separate with commas or new lines' },
  countsHint: {
    zh: '每个样品一个数，用空格分开；未检出写 ND',
    en: 'One count a sample, with spaces; ND for not detected',
  },
  noDefects: { zh: '未见缺陷', en: 'No defect seen' },
  defect: { zh: '缺陷 {number}', en: 'Defect {number}' },
  severity: { zh: '程度', en: 'Severity' },
  'severity.CR': { zh: '致命', en: 'Critical' },
  'severity.MA': { zh: '严重', en: 'Major' },
  'severity.MI': { zh: '轻微', en: 'Minor' },
  count: { zh: '个数', en: 'How many' },
  file: { zh: '照片', en: 'Photograph' },
  keysHelp: {
    zh: '回车：记录并到下一项　Ctrl+回车：记录这一项',
    en: 'Enter records and goes on; Ctrl+Enter records and stays',
  },
};

const ending = {
  preview: { zh: '按现在的读数', en: 'As read so far' },
  submission: { zh: '提交复核', en: 'Submit for review' },
  submissionText: {
    zh: '提交后不能再改，由另一位复核员签发。没有读数的项目判为“未判定”。',
    en: 'It cannot be changed afterwards; another person reviews it. Items without a reading stay undecided.',
  },
  submitted: { zh: '已提交复核', en: 'Submitted for review' },
  returned: { zh: '复核退回：{reason}', en: 'Returned by the reviewer: {reason}' },
  openUnit: { zh: '打开商品', en: 'Open the goods' },
};

const reviewing = {
  reviewTitle: { zh: '复核：{name}', en: 'Review: {name}' },
  overall: { zh: '判定', en: 'Verdict' },
  item: { zh: '项目', en: 'Item' },
  result: { zh: '结果', en: 'Result' },
  why: { zh: '说明', en: 'Why' },
  by: { zh: '检测员', en: 'Inspector' },
  submitter: { zh: '提交人', en: 'Submitted by' },
  reviewer: { zh: '复核人', en: 'Reviewed by' },
  inspectors: { zh: '检测员', en: 'Inspectors' },
  notRead: { zh: '没有读数', en: 'not read' },
  sign: { zh: '签发', en: 'Sign' },
  'sign.pass': { zh: '签发：合格', en: 'Sign: pass' },
  'sign.fail': { zh: '签发：不合格', en: 'Sign: fail' },
  signText: {
    zh: '您以编号 {number} 对这个判定负责。',
    en: 'You answer for this verdict with your number {number}.',
  },
  signed: { zh: '已签发', en: 'Signed' },
  undecidedText: {
    zh: '有项目未判定，不能签发，只能退回补充。',
    en: 'Some items are undecided, so this cannot be signed; return it.',
  },
  returnIt: { zh: '退回检测员', en: 'Return to the inspector' },
  returnReason: { zh: '要补什么', en: 'What is to be done' },
  returnedNow: { zh: '已退回', en: 'Returned' },
  sameTitle: { zh: '要由另一个人复核', en: 'Another person has to review this' },
  sameText: {
    zh: '您在这次检测里记录过读数、拍过照片或提交过。检测和复核必须是两个人（四眼原则）。',
    en: 'You recorded, photographed or submitted in this inspection. Testing and review take two people (four eyes).',
  },
  noPhotoWarning: { zh: '没有照片，签发后不能出证书。', en: 'There is no photograph, so no certificate can follow.' },
  reviewedAt: { zh: '复核时间', en: 'Reviewed' },
};

export const inspectionTexts = consolePageTexts('inspections', {
  ...consistencyTexts,
  ...lists,
  ...readings,
  ...ending,
  ...reviewing,
});
