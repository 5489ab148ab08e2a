import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('repacking', {
  notALot: {
    kind: 'conflict',
    zh: '只有批次可以分装；单件不能再分。',
    en: 'Only lots are repacked; a piece cannot be parted.',
  },
  notHere: {
    kind: 'conflict',
    zh: '批次 {lot} 由商家自行拍摄打包，货不在仓内，不能分装。要分装，请商家送货入仓检测。',
    en: '{lot} is packed and filmed by its merchant and never came in, so it is not repacked. To have it repacked, the merchant sends it in.',
  },
  sourceTwice: {
    kind: 'invalid',
    zh: '来源批次 {lot} 出现两次，请合并为一行。',
    en: 'The source {lot} stands twice. Put both amounts into one line.',
  },
  unitDiffers: {
    kind: 'invalid',
    zh: '分装的全部数量须与来源批次同用单位“{unit}”。',
    en: 'Every amount of a repacking has the unit of its source: {unit}.',
  },
  amountNotPositive: {
    kind: 'invalid',
    zh: '取用量和新批次数量须大于零，损耗不能小于零。',
    en: 'What is taken and what is packed is more than zero; a loss is not less than zero.',
  },
  moreThanLeft: {
    kind: 'conflict',
    zh: '批次 {lot} 余量为 {left}，不能取用 {taken}。请核对数量。',
    en: 'Of {lot} there is {left} left, so {taken} cannot be taken. Check the amounts.',
  },
  sealedInPart: {
    kind: 'conflict',
    zh: '批次 {lot} 已封装，拆封后须全部分装：请取用 {left}，剩余部分另列为一个新批次。',
    en: '{lot} is sealed; once opened all of it is repacked. Take {left}, and list what remains as a new lot.',
  },
  outOfBalance: {
    kind: 'conflict',
    zh: '物料不平衡：取用 {in}，分出 {out}，损耗 {loss}，相差 {difference}。请更正数量，或如实申报损耗。',
    en: 'Out of balance: {in} in, {out} out, {loss} lost, a difference of {difference}. Correct the amounts or declare the loss.',
  },
  lossNeedsReason: {
    kind: 'invalid',
    zh: '有损耗时请写明原因。',
    en: 'Say why something was lost.',
  },
  productDiffers: {
    kind: 'conflict',
    zh: '只有同一商家、同一品类、同一品名的批次才能合并分装。',
    en: 'Only lots of one merchant, one category and one name are mixed.',
  },
  lotNumberMissing: {
    kind: 'conflict',
    zh: '“{name}”有批次没有批号，合并后无法追溯。没有批号的批次请单独分装。',
    en: 'A lot of “{name}” has no lot number, so a mix of it could not be traced. Repack it on its own.',
  },
  attributeDiffers: {
    kind: 'conflict',
    zh: '来源批次的属性“{attribute}”不同，不能合并。请分别分装。',
    en: 'The sources differ in “{attribute}”, so they are not mixed. Repack each on its own.',
  },
  attributeStays: {
    kind: 'invalid',
    zh: '分装不改变属性“{attribute}”；只能改：{packing}。',
    en: 'Repacking does not change “{attribute}”; it can change: {packing}.',
  },
});
