import { consistencyTexts } from './consistency.texts.js';
import { counterTexts } from './counter.texts.js';
import { consolePageTexts } from './shared.texts.js';
import { valueWords } from './value.texts.js';

const lists = {
  'inspections.queue': { zh: '待检测', en: 'Waiting to be inspected' },
  'inspections.open': { zh: '检测中', en: 'Being inspected' },
  'inspections.none': {
    zh: '没有等待检测的商品。收货后会出现在这里。',
    en: 'No goods wait. They appear once received.',
  },
  'inspections.noneOpen': { zh: '没有进行中的检测。', en: 'No inspection is under way.' },
  'reviews.none': {
    zh: '没有等待复核的检测。检测员提交后会出现在这里。',
    en: 'Nothing waits. Inspections appear once submitted.',
  },
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
  samplesTitle: { zh: '送检', en: 'Outside laboratories' },
  samplesText: {
    zh: '本仓测不了的项目，封样送检；报告录入后像读数一样计入判定。',
    en: 'What the warehouse cannot test goes out under a seal; a filed report counts like a reading.',
  },
  sendSample: { zh: '送检样品', en: 'Send a sample' },
  photoSaved: { zh: '照片已保存', en: 'Photograph saved' },
  noPhotos: { zh: '还没有照片。', en: 'No photograph yet.' },
  photoNumber: { zh: '照片 {number}', en: 'Photograph {number}' },
  record: { zh: '记录', en: 'Record' },
  recorded: { zh: '已记录', en: 'Recorded' },
  instrument: { zh: '仪器', en: 'Instrument' },
  instrumentHint: { zh: '编号，可扫码', en: 'its code; scan or type' },
  instrumentUnknown: { zh: '本仓在用的仪器里没有这个编号', en: 'no instrument in use has this code' },
  method: { zh: '方法', en: 'Method' },
  standard: { zh: '依据', en: 'Standard' },
  ownRule: { zh: '仓内规程', en: 'the warehouse’s own rule' },
  limit: { zh: '限值', en: 'Limit' },
  optionalItem: { zh: '可选项目', en: 'not mandatory' },
  leftOutTitle: { zh: '这件不适用的项目', en: 'Items that do not apply to these goods' },
  readTimes: { zh: '读过 {times} 次，以最后一次为准', en: 'read {times} times; the last counts' },
  value: { zh: '读数', en: 'Reading' },
  'weighing.formula': { zh: '怎样计算', en: 'Computed as' },
  'weighing.unit': { zh: '称量单位', en: 'Weighed in' },
  'weighing.gross': { zh: '毛重', en: 'Gross' },
  'weighing.grossOf': { zh: '第 {number} 件 毛重', en: '{number}: gross' },
  'weighing.tare': { zh: '皮重', en: 'Tare' },
  'weighing.deglazed': { zh: '去冰衣后质量', en: 'Mass without glaze' },
  'weighing.glaze': { zh: '冰衣', en: 'Glaze' },
  'weighing.net': { zh: '净含量', en: 'Net content' },
  'weighing.drained': { zh: '沥干质量', en: 'Drained mass' },
  'weighing.glaze.text': {
    zh: '冰衣 % =（毛重 − 去冰衣后质量）÷ 毛重 × 100，由系统计算；按未修约值判定，显示到 0.01（GB/T 8170）。',
    en: 'Glaze % = (gross − mass without glaze) ÷ gross × 100, computed here; judged unrounded, shown to 0.01 (GB/T 8170).',
  },
  'weighing.net.text': {
    zh: '净含量 = 毛重 − 皮重（包装），由系统计算，不修约。',
    en: 'Net content = gross − tare, computed here and not rounded.',
  },
  'weighing.drained.text': {
    zh: '沥干质量 = 筛网和沥干物总重 − 筛网重；净含量 = 毛重 − 皮重。由系统计算，不修约。',
    en: 'Drained mass = sieve with drained goods − sieve; net content = gross − tare. Computed here and not rounded.',
  },
  'opinion.verdict': { zh: '判断', en: 'Judgement' },
  'opinion.text': { zh: '所见', en: 'What was seen' },
  openCounter: { zh: '逐件计数', en: 'Count one by one' },
  file: { zh: '照片', en: 'Photograph' },
  keysHelp: {
    zh: '回车：记录并到下一项　Ctrl+回车：记录这一项',
    en: 'Enter records and goes on; Ctrl+Enter records and stays',
  },
};

const station = {
  pad: { zh: '数字键', en: 'Pad' },
  'pad.sign': { zh: '正负号', en: 'Sign' },
  'pad.clear': { zh: '清除', en: 'Clear' },
  'pad.back': { zh: '退一格', en: 'Delete the last' },
  'pad.next': { zh: '下一项', en: 'Next' },
  sound: { zh: '声音', en: 'Sound' },
  undo: { zh: '撤销上一条', en: 'Undo the last entry' },
  undoLast: { zh: '上一条：{name} {text}', en: 'Last: {name} {text}' },
  undoNothing: { zh: '没有可撤销的已记录读数。', en: 'No recorded reading to take back.' },
  undoStays: {
    zh: '没有撤销：照片可能已送到，照片不能撤销',
    en: 'Not taken back: the photograph may have arrived, and photographs stay',
  },
  undone: { zh: '已撤销', en: 'Taken back' },
  'measure.unsteady': {
    zh: '仪器显示还不稳定，没有记录。稳定后再发送一次。',
    en: 'The instrument marked this as not steady. Send it again when it is.',
  },
  'measure.beyond': {
    zh: '仪器显示超出量程，没有记录。',
    en: 'The instrument says that this is beyond its range.',
  },
  'measure.ambiguous': {
    zh: '逗号可能是小数点，也可能是千分位，分不清。请用小数点写，或去掉逗号。',
    en: 'The comma may mean a decimal point or thousands. Write it with a point, or without the comma.',
  },
  'measure.unreadable': {
    zh: '读不出数值。请写成 12.34，可带单位，如 12.34 g。',
    en: 'This is no figure. Write 12.34, or with its unit: 12.34 g.',
  },
  'measure.unit': {
    zh: '单位“{read}”不能用于这一项（应为 {unit}）。请改仪器的单位后重新发送。',
    en: 'The unit “{read}” does not fit this item ({unit}). Set the instrument to it and send again.',
  },
  'measure.nowhere': {
    zh: '收到仪器读数 {value}，但没有选中读数栏，没有记录。',
    en: '{value} came from an instrument, but no field of a reading has the focus; nothing was recorded.',
  },
};

const sampling = {
  'sampling.title': { zh: '抽样', en: 'Sampling' },
  'sampling.lot': { zh: '整批', en: 'Lot' },
  'sampling.pieces': { zh: '{count} 件', en: '{count} packages' },
  'sampling.stated': { zh: '现场清点', en: 'counted here' },
  'sampling.item': { zh: '项目', en: 'Item' },
  'sampling.toLook': { zh: '看 {n} 件', en: 'look at {n}' },
  'sampling.ask': { zh: '这批有多少件（包装）？', en: 'How many packages does the lot have?' },
  'sampling.askText': {
    zh: '这批按重量收货。件数决定看哪些、看多少件、允许多少缺陷，只能定一次；数错了由管理员更正。',
    en: 'This lot came by weight. The count decides which and how many are looked at and how many defects are allowed. It is made once; an administrator corrects it.',
  },
  'sampling.correct': { zh: '更正件数', en: 'Correct the count' },
  'sampling.count': { zh: '确定件数', en: 'Set the count' },
  'sampling.packages': { zh: '件数', en: 'Packages' },
  'sampling.reason': { zh: '理由', en: 'Reason' },
  'sampling.none.lot-size': {
    zh: '清点件数后才有抽样方案。',
    en: 'There is no scheme until the packages are counted.',
  },
  'sampling.none.tightened': {
    zh: '这个商家近来的批次多有不合格，应转加严检验。加严抽样表没有找到出处，所以没有方案、不能判定。管理员可以决定全数检验。',
    en: 'Too many recent lots of this merchant were not accepted, so tightened inspection is due. Its table has no source, so there is no scheme and no verdict. An administrator can decide that all of the lot is looked at.',
  },
  'sampling.none.discontinued': {
    zh: '这个商家的抽样检验已停止。供方改进后由管理员在检测方案页恢复，或决定全数检验。',
    en: 'Sampling of this merchant is stopped. An administrator resumes it on the page of the plan when the supplier has acted, or decides that all of the lot is looked at.',
  },
  'sampling.full': { zh: '全数检验', en: 'Look at all of it' },
  'sampling.fullText': {
    zh: '每一件都看，一处缺陷也不接收。写明理由，理由只给当事方看。',
    en: 'Every package is looked at, and no defect is accepted. Say why; only the parties see the reason.',
  },
  'sampling.isFull': { zh: '管理员决定全数检验', en: 'all is looked at, by decision of an administrator' },
  'sampling.drawn': { zh: '抽中的号码', en: 'Numbers drawn' },
  'sampling.drawnText': {
    zh: '把整批按摆放顺序从 1 编号，只看抽中的号。号码由日志第 {size} 条时的树根算出，谁都能重算。',
    en: 'Number the packages from 1 as they stand and look at these. The numbers follow from the root of the log at {size} entries, so anybody can draw again.',
  },
};

const counter = {
  ...counterTexts,
};

const ending = {
  preview: { zh: '按现在的读数', en: 'As read so far' },
  submission: { zh: '提交复核', en: 'Submit for review' },
  submissionText: {
    zh: '提交后不能再改，由另一位复核员签发。没有读数的项目判为“未判定”。',
    en: 'It cannot be changed afterwards; another person reviews it. Items without a reading stay undecided.',
  },
  submitWaits: {
    zh: '还有 {count} 条在这台设备上等待发送。等网络恢复、全部发送后再提交。',
    en: '{count} still wait on this device. Submit when the network is back and all of them are sent.',
  },
  submitted: { zh: '已提交复核', en: 'Submitted for review' },
  returned: { zh: '复核退回：{reason}', en: 'Returned by the reviewer: {reason}' },
  openUnit: { zh: '打开商品', en: 'Open the goods' },
};

const instruments = {
  gapsTitle: { zh: '仪器不在校准有效期内', en: 'Instruments out of calibration' },
  gapItems: { zh: '涉及项目：{items}', en: 'Items: {items}' },
  gapHelp: {
    zh: '用校准有效的仪器重测；或由一人申请例外、另一位复核员或管理员批准，理由和两人编号会印在证书上。',
    en: 'Read again with one in calibration; or one person asks for an override and another reviewer or administrator gives it. Reason and both numbers are printed on the certificate.',
  },
  ask: { zh: '申请例外', en: 'Ask for an override' },
  asked: { zh: '已申请，等另一人决定', en: 'Asked; another person decides' },
  askedBy: { zh: '{requester} 申请例外：{reason}', en: '{requester} asks for an override: {reason}' },
  waitsForOther: { zh: '等另一位复核员或管理员决定。', en: 'Another reviewer or administrator decides.' },
  approve: { zh: '批准例外', en: 'Give it' },
  approved: { zh: '例外已批准', en: 'Given' },
  decline: { zh: '不批准', en: 'Decline' },
  declined: { zh: '已拒绝', en: 'Declined' },
  reasonZh: { zh: '公开的理由（中文）', en: 'Public reason (Chinese)' },
  reasonEn: { zh: '公开的理由（英文）', en: 'Public reason (English)' },
  givenTitle: { zh: '已批准的仪器例外', en: 'Instruments let through' },
  givenText: {
    zh: '{requester} 申请，{decider} 批准：{reason}',
    en: 'asked by {requester}, given by {decider}: {reason}',
  },
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
    zh: '有项目未判定，不能签发：请退回补充；补不了的，中止这次检测。',
    en: 'Some items are undecided, so this cannot be signed: return it, or break it off where nothing can be added.',
  },
  returnIt: { zh: '退回检测员', en: 'Return to the inspector' },
  returnReason: { zh: '要补什么', en: 'What is to be done' },
  returnedNow: { zh: '已退回', en: 'Returned' },
  sameTitle: { zh: '要由另一个人复核', en: 'Another person has to review this' },
  sameText: {
    zh: '您在这次检测里记录过读数、拍过照片或提交过。检测和复核必须是两个人（四眼原则）。',
    en: 'You recorded, photographed or submitted in this inspection. Testing and review take two people (four eyes).',
  },
  breakOff: { zh: '中止检测', en: 'Break it off' },
  breakOffText: {
    zh: '判定不了时（缺申报信息、没有限值、报告互相矛盾、货要退回等）不作判定，转为待复检：可按现行方案重新检测，也可退回或开立不合格记录。不计送检次数，已有的暂扣不变。',
    en: 'For what cannot be decided (nothing declared, no limit, contradicting reports, goods that go back): it ends without a verdict and waits for another inspection, by the plan of that day; from there it can also go back or be disposed of. It counts no try, and holds stay.',
  },
  breakOffReason: { zh: '为什么判定不了', en: 'Why it cannot be decided' },
  brokenOff: { zh: '检测已中止', en: 'Broken off' },
  brokenOffWith: { zh: '检测已中止，没有判定：{reason}', en: 'Broken off without a verdict: {reason}' },
  noPhotoWarning: { zh: '没有照片，签发后不能出证书。', en: 'There is no photograph, so no certificate can follow.' },
  reviewedAt: { zh: '复核时间', en: 'Reviewed' },
};

export const inspectionTexts = consolePageTexts('inspections', {
  ...consistencyTexts,
  ...lists,
  ...readings,
  ...valueWords,
  ...station,
  ...sampling,
  ...counter,
  ...ending,
  ...instruments,
  ...reviewing,
});
