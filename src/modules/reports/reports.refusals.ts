import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('reports', {
  sampleUnknown: {
    kind: 'not-found',
    zh: '没有这份送检样品，或您无权查看。',
    en: 'There is no such sample, or you may not see it.',
  },
  reportUnknown: {
    kind: 'not-found',
    zh: '没有这份外部报告，或您无权查看。',
    en: 'There is no such outside report, or you may not see it.',
  },
  fileUnknown: {
    kind: 'not-found',
    zh: '没有这个文件，或您无权查看。',
    en: 'There is no such file, or you may not see it.',
  },
  inspectionMissing: {
    kind: 'conflict',
    zh: '这个单元没有正在进行的检测。请先开始检测，再送检。',
    en: 'This unit has no open inspection. Start one, then send a sample.',
  },
  itemTwice: {
    kind: 'invalid',
    zh: '检测项目 {item} 出现多次，请只保留一次。',
    en: 'Item {item} stands more than once. Keep it once.',
  },
  photoOfOther: {
    kind: 'invalid',
    zh: '有照片不是这个单元的。请从这次检测已拍的照片里选。',
    en: 'A photograph is not of this unit. Choose among those taken in its inspection.',
  },
  massMalformed: {
    kind: 'invalid',
    zh: '质量须大于零，单位须是质量单位（如 g、kg、ct）。',
    en: 'A mass is more than zero, in a unit of mass such as g, kg or ct.',
  },
  sealUsed: {
    kind: 'conflict',
    zh: '封签号“{sealNo}”已用在另一份样品上。一个封签只用一次：请换封签并核对。',
    en: 'Seal "{sealNo}" is on another sample already. A seal is used once: check it, or take another one.',
  },
  outOfScope: {
    kind: 'conflict',
    zh: '项目 {item} 不在“{laboratory}”登记的资质认定能力范围内。请改送有资质的机构；如其证书附表确有（{wanted} 之一），请管理员先更新该机构的能力范围。',
    en: 'Item {item} is not in the registered scope of "{laboratory}". Send it to a laboratory that has it; if its certificate does list one of {wanted}, let an administrator add that first.',
  },
  accreditationExpired: {
    kind: 'conflict',
    zh: '“{laboratory}”的资质认定有效期至 {until}，{day} 已过期。请改送有效资质的机构；如已换证，请管理员先更新有效期。',
    en: 'The accreditation of "{laboratory}" ended on {until}, before {day}. Send it elsewhere; if it was renewed, let an administrator record that first.',
  },
  sampleCancelled: {
    kind: 'conflict',
    zh: '这份送检样品已取消。请重新送检。',
    en: 'This sample was cancelled. Send another one.',
  },
  sampleReported: {
    kind: 'conflict',
    zh: '这份样品已有报告，不能取消。报告有误请先撤回报告。',
    en: 'A report of this sample stands, so it cannot be cancelled. Withdraw the report first if it is wrong.',
  },
  samplePersonSame: {
    kind: 'forbidden',
    zh: '这份样品是您送的，须由另一人取消。',
    en: 'You sent this sample. Somebody else has to cancel it.',
  },
  itemNotAsked: {
    kind: 'invalid',
    zh: '送检时没有委托项目 {item}。请核对报告；需要加测的，请另送样品。',
    en: 'Item {item} was not asked for when this sample was sent. Check the report; for more items send another sample.',
  },
  issuedInFuture: {
    kind: 'invalid',
    zh: '报告日期 {day} 在今天之后。请对照报告核对。',
    en: 'The report is dated {day}, which is yet to come. Compare it with the report.',
  },
  issuedBeforeSent: {
    kind: 'conflict',
    zh: '报告日期 {day} 早于送样日期 {sent}，不可能是这份样品的报告。请联系检测机构，并开不合格处理记录。',
    en: 'The report is dated {day}, before the sample was sent on {sent}, so it cannot be about it. Call the laboratory and open a non-conformity.',
  },
  fileMissing: {
    kind: 'invalid',
    zh: '这个文件不是为这份样品上传的。请先在这份样品的页面上传报告文件（PDF 或图片），再录入结果。',
    en: 'This file was never uploaded for this sample. Upload the report (PDF or image) on the page of this sample first, then file its results.',
  },
  fileUnreadable: {
    kind: 'invalid',
    zh: '报告文件须是完整的 PDF、JPEG、PNG 或 WebP。请重新导出或拍照后上传。',
    en: 'A report is a whole PDF, JPEG, PNG or WebP file. Export or photograph it again.',
  },
  alreadyFiled: {
    kind: 'conflict',
    zh: '这份报告（{number}）已经录入这个单元。要更正，请先撤回原来的。',
    en: 'This report ({number}) is filed for this unit already. To correct it, withdraw that one first.',
  },
  numberUsed: {
    kind: 'conflict',
    zh: '套证：该机构的报告编号 {number} 已用于另一个单元，不能再用。请向检测机构核实，并开不合格处理记录。',
    en: 'Report {number} of this laboratory was used for another unit already. Ask the laboratory, and open a non-conformity.',
  },
  fileUsed: {
    kind: 'conflict',
    zh: '套证：同一个报告文件已用于另一个单元，不能再用。请向检测机构核实，并开不合格处理记录。',
    en: 'The same report file was used for another unit already. Ask the laboratory, and open a non-conformity.',
  },
  photoDiffers: {
    kind: 'conflict',
    zh: '报告上的照片与实物不符，未录入任何内容。请暂扣这个单元、联系检测机构，并开不合格处理记录。',
    en: 'The photograph in the report is not of this unit, so nothing was filed. Hold the unit, call the laboratory and open a non-conformity.',
  },
  sealDiffers: {
    kind: 'conflict',
    zh: '报告上的封签号“{sealNo}”与送检时不一致，未录入任何内容。请对照报告核对；确实不同的，请开不合格处理记录。',
    en: 'Seal "{sealNo}" of the report is not the one that the sample was sent with, so nothing was filed. Compare it with the report; if it does differ, open a non-conformity.',
  },
  massDiffers: {
    kind: 'conflict',
    zh: '报告上的质量 {mass} 与送检时不一致（本仓没有规定允许偏差，按写到的最后一位比较，报告至多比送检时少写一位），未录入任何内容。请对照报告核对；确实不同的，请开不合格处理记录。',
    en: 'The mass {mass} of the report is not that of the sample as sent (the warehouse has set no tolerance, so to the last written digit, of which the report may have one less), and nothing was filed. Compare it with the report; if it does differ, open a non-conformity.',
  },
  massOutside: {
    kind: 'conflict',
    zh: '报告上的质量 {mass} 与送检时相差超过本仓规定的 {percent}%，未录入任何内容。请对照报告核对；确实不同的，请开不合格处理记录。',
    en: 'The mass {mass} of the report is more than the {percent}% of the warehouse’s rule away from that of the sample as sent, and nothing was filed. Compare it with the report; if it does differ, open a non-conformity.',
  },
  holdNamesOne: {
    kind: 'invalid',
    zh: '请写明等哪份报告：一份送检样品，或一个检测项目，只写其一。',
    en: 'Say which report is waited for: that on one sample, or one with a result of one item.',
  },
  itemNotPlanned: {
    kind: 'invalid',
    zh: '本仓这个品类的检测方案里没有项目 {item}。请核对项目编号。',
    en: 'The warehouse’s plan for such goods has no item {item}. Check its code.',
  },
  reportStands: {
    kind: 'conflict',
    zh: '这样的报告已经录入并计入，不用再等。如对它存疑，请先撤回，或设置不等报告的暂扣。',
    en: 'Such a report is filed and counts already. If it is in doubt withdraw it first, or hold the goods without waiting for one.',
  },
  alreadyWithdrawn: {
    kind: 'conflict',
    zh: '这份报告已经撤回。',
    en: 'This report is withdrawn already.',
  },
  personUnknown: {
    kind: 'invalid',
    zh: '本仓没有编号为 {by} 的在职人员。请填写对这条规则负责的人的编号。',
    en: 'Nobody of this warehouse has the number {by}. Give the number of the person who answers for the rule.',
  },
  percentOutside: {
    kind: 'invalid',
    zh: '允许偏差应在 0 到 100（%）之间。',
    en: 'The tolerance is between 0 and 100 percent.',
  },
});
