import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('inspection', {
  unknown: {
    kind: 'not-found',
    zh: '没有这次检测，或您无权查看。',
    en: 'There is no such inspection, or you may not see it.',
  },
  photoUnknown: {
    kind: 'not-found',
    zh: '没有这张照片，或您无权查看。',
    en: 'There is no such photograph, or you may not see it.',
  },
  noPlan: {
    kind: 'conflict',
    zh: '本仓还没有发布品类“{category}”的检测方案。请管理员先发布方案，再开始检测。',
    en: 'This warehouse has no published plan for category "{category}". Let an administrator publish one, then start.',
  },
  notOpen: {
    kind: 'conflict',
    zh: '这次检测已提交、已签发或已中止，不能再改。提交后如需更改，请复核员退回。',
    en: 'This inspection is submitted, signed or broken off and cannot be changed. What is submitted can be returned.',
  },
  notSubmitted: {
    kind: 'conflict',
    zh: '这次检测不在待复核状态。请检验员先提交。',
    en: 'This inspection is not waiting for a review. The inspector has to submit it first.',
  },
  isOver: {
    kind: 'conflict',
    zh: '这次检测已签发或已中止，不能再中止。',
    en: 'This inspection is signed or broken off already, so there is nothing to break off.',
  },
  itemUnknown: {
    kind: 'invalid',
    zh: '方案中没有检测项目 {item}。请核对项目代码。',
    en: 'The plan of this inspection has no item {item}. Check the code.',
  },
  itemLeftOut: {
    kind: 'invalid',
    zh: '检测项目 {item} 不适用于这个单元，不需要读数。',
    en: 'Item {item} does not apply to this unit, so it takes no reading.',
  },
  readMeanwhile: {
    kind: 'conflict',
    zh: '检测项目 {item} 刚才已有别的读数，这一条没有记录。请对照两个读数，再决定保留哪一个。',
    en: 'Item {item} was read by somebody meanwhile, so this was not recorded. Compare the two and decide which is kept.',
  },
  readingsReplaced: {
    kind: 'conflict',
    zh: '这些读数已经撤销，或之后又有了新的读数，不用再撤回。',
    en: 'These readings were taken back already, or others followed them: there is nothing to take back.',
  },
  notLastReading: {
    kind: 'conflict',
    zh: '检测项目 {item} 的这条读数已经撤销，或后面又有了新的读数，不能再撤销。请刷新页面查看。',
    en: 'This reading of item {item} was taken back already, or another followed it. Reload the page and look.',
  },
  readingOfOther: {
    kind: 'forbidden',
    zh: '检测项目 {item} 的这条读数是别人记录的，请由本人撤销；也可以重新读一次，以最后一次为准。',
    en: 'Somebody else recorded this reading of item {item} and can take it back; or read it again, since the last counts.',
  },
  itemTwice: {
    kind: 'invalid',
    zh: '检测项目 {item} 在一次提交里出现多次，请只保留一条读数。',
    en: 'Item {item} stands more than once in this request. Keep one reading of it.',
  },
  valueMalformed: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数格式不对。应为下列之一：{kinds}；数字用文字形式的小数（如 "12.50"）。',
    en: 'The value of item {item} is malformed. It is one of: {kinds}; numbers are decimals in quotes, such as "12.50".',
  },
  valueOfOtherKind: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数类型“{kind}”不对，应为：{kinds}。',
    en: 'Item {item} takes no value of kind "{kind}", but: {kinds}.',
  },
  valueBlank: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数有空白。空白不等于零：没有检测就不要填，未检出请选“未检出”。',
    en: 'The value of item {item} has a blank. A blank is no zero: leave out what was not tested, or say "not detected".',
  },
  valueTooLong: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数过长，请精简。',
    en: 'The value of item {item} is too long. Shorten it.',
  },
  valueNotWhole: {
    kind: 'invalid',
    zh: '检测项目 {item} 应为整数，收到“{value}”。',
    en: 'Item {item} is a whole number; "{value}" is not.',
  },
  valueNotAChoice: {
    kind: 'invalid',
    zh: '检测项目 {item} 没有“{value}”这个选项，可选：{choices}。',
    en: 'Item {item} has no choice "{value}". It has: {choices}.',
  },
  weighingsOther: {
    kind: 'invalid',
    zh: '检测项目 {item} 不能由这种称量计算，可用：{formulas}；质量单位须能换算到该项目的单位。',
    en: 'Item {item} does not follow from such weighings. It takes: {formulas}, in a unit of mass that converts to its own.',
  },
  weighingsOneOnly: {
    kind: 'invalid',
    zh: '检测项目 {item} 只取一次称量，请只保留一行。',
    en: 'Item {item} takes one weighing. Keep one row.',
  },
  weighingsImpossible: {
    kind: 'invalid',
    zh: '检测项目 {item} 的称量不可能：毛重须大于零，其余质量不能为负，也不能大于毛重。请重新称量。',
    en: 'The weighings of item {item} cannot be: gross is more than zero, the other mass neither negative nor more. Weigh again.',
  },
  unitMissing: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数要带单位：{unit}。',
    en: 'The value of item {item} needs its unit: {unit}.',
  },
  unitDiffers: {
    kind: 'invalid',
    zh: '检测项目 {item} 的单位应为 {unit}，“{read}”不能换算。',
    en: 'Item {item} is measured in {unit}; "{read}" cannot be converted to it.',
  },
  defectsOverSample: {
    kind: 'invalid',
    zh: '检测项目 {item}：看了 {sampled} 件，却记了 {counted} 件有缺陷。一件只按最严重的缺陷记一次，请核对。',
    en: 'Item {item}: {sampled} were looked at and {counted} have defects. Count each once, by its gravest defect.',
  },
  notSampled: {
    kind: 'conflict',
    zh: '这次检测没有抽样项目，不用清点件数。抽样在检测方案里设定，只用于整批。',
    en: 'Nothing is sampled in this inspection. Sampling is set in the plan, and is for lots only.',
  },
  lotCounted: {
    kind: 'conflict',
    zh: '这批按件收货，共 {count} 件，不用再清点。数量不对请按收货处理。',
    en: 'This lot came by the piece: {count}. It is not counted again; if that is wrong, mend the receipt.',
  },
  sampleBegun: {
    kind: 'conflict',
    zh: '件数已定，或已经开始看样品，不能再改：件数决定看哪些、看多少、允许多少缺陷，改一次就重抽一次。确实数错了，请管理员写明理由更正。',
    en: 'The count was made, or the sample was begun, so it stands: it decides which and how many are looked at, and every count draws again. An administrator can correct it and say why.',
  },
  lotUncounted: {
    kind: 'conflict',
    zh: '还不知道这批有多少件。请先清点件数，再决定全数检验。',
    en: 'Nobody has counted this lot yet. Count it first, then decide that all of it is looked at.',
  },
  fileUnknown: {
    kind: 'invalid',
    zh: '检测项目 {item} 引用了不属于这次检测的文件。请先上传照片，再引用它的编号。',
    en: 'Item {item} names a file that this inspection has not. Upload the photograph first, then name its hash.',
  },
  instrumentMissing: {
    kind: 'invalid',
    zh: '检测项目 {item} 的读数（{unit}）是量出来的：请写明仪器编号，如 B-03。编号在仪器标签上，也可扫码。',
    en: 'The reading of item {item} ({unit}) was measured: name its instrument by the code on its label, such as B-03.',
  },
  instrumentDoubtful: {
    kind: 'conflict',
    zh: '仪器 {instruments} 的校准已不可靠，不能签发。请退回用合格的仪器重测，或由一人申请、另一人批准例外。',
    en: 'The calibration of {instruments} is in doubt, so this cannot be signed. Return it to be read again, or let one person ask for an override and another give it.',
  },
  nothingToOverride: {
    kind: 'conflict',
    zh: '这次检测里没有仪器 {instrument} 在校准有效期外的读数，不需要例外。',
    en: 'No reading of {instrument} in this inspection is out of calibration, so there is nothing to override.',
  },
  overrideOpen: {
    kind: 'conflict',
    zh: '仪器 {instrument} 的例外已有人申请，请等另一位复核员或管理员决定。',
    en: 'An override for {instrument} is asked for already. Another reviewer or administrator decides on it.',
  },
  overrideGiven: {
    kind: 'conflict',
    zh: '仪器 {instrument} 的例外已批准，不必再申请。',
    en: 'An override for {instrument} is given already.',
  },
  overrideUnknown: {
    kind: 'not-found',
    zh: '这次检测没有这条例外申请，或您无权查看。',
    en: 'This inspection has no such override, or you may not see it.',
  },
  overrideDecided: {
    kind: 'conflict',
    zh: '这条例外申请已有人决定。请刷新页面。',
    en: 'Somebody has decided on this override already. Reload the page.',
  },
  overrideSamePerson: {
    kind: 'forbidden',
    zh: '例外须由两个人：您提出了申请，请另一位复核员或管理员决定。',
    en: 'An override takes two people: you asked for it, so another reviewer or administrator decides.',
  },
  overrideByParticipant: {
    kind: 'forbidden',
    zh: '您参与了这次检测，不能批准它的例外。请另一位复核员或管理员决定。',
    en: 'You took part in this inspection, so you cannot decide on its override. Another reviewer or administrator does.',
  },
  readingOfReport: {
    kind: 'conflict',
    zh: '检测项目 {item} 的结果来自外部报告，不能单独撤销。请在报告页撤回整份报告。',
    en: 'The result of item {item} is of an outside report and is not taken back alone. Withdraw the report on its page.',
  },
  photoExpected: {
    kind: 'invalid',
    zh: '请求体应为照片本身（Content-Type: image/jpeg、image/png 或 image/webp），不能为空。',
    en: 'The body is the photograph itself (Content-Type: image/jpeg, image/png or image/webp), and not empty.',
  },
  samePerson: {
    kind: 'forbidden',
    zh: '复核人不能是本次检测的检验员：您记录过读数、拍过照片或提交过这次检测。请另一位复核员复核。',
    en: 'You recorded, photographed or submitted in this inspection, so you cannot review it. Another reviewer has to.',
  },
  undecided: {
    kind: 'conflict',
    zh: '有项目未能判定，不能签发：{items}。请退回检验员补充；补不了的，中止这次检测。',
    en: 'These items are undecided, so this cannot be signed: {items}. Return it to the inspector, or break it off.',
  },
  returnNeedsReason: {
    kind: 'invalid',
    zh: '退回时请写明原因，让检验员知道要补什么。',
    en: 'Say why it is returned, so that the inspector knows what to do.',
  },
});
