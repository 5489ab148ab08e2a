import { consolePageTexts } from './shared.texts.js';

export const repackingTexts = consolePageTexts('repacking', {
  title: { zh: '分装：{name}', en: 'Repack: {name}' },
  balance: {
    zh: '取用 = 各新批次之和 + 损耗，一克不差才能保存。新批次须重新检测、重新贴标。',
    en: 'What is taken equals the new lots and the loss, to the last gram. New lots are inspected and labelled anew.',
  },
  sealedText: {
    zh: '这一批已封装：拆封后须全部分装，原标签和证书作废。',
    en: 'This lot is sealed: once opened all of it is repacked. Its labels and certificate end.',
  },
  certifiedText: {
    zh: '原证书会暂停（部分分装）或撤销（全部分装）。',
    en: 'Its certificate is suspended (repacked in part) or withdrawn (used up).',
  },
  taken: { zh: '取用量', en: 'Taken' },
  leftHint: { zh: '余量 {quantity}', en: '{quantity} left' },
  others: { zh: '合并其他批次', en: 'Mix with other lots' },
  othersText: {
    zh: '同一商家、同一品名的批次。每个批号都会保留在新批次上。',
    en: 'Lots of the same merchant and name. The new lots keep every lot number.',
  },
  children: { zh: '新批次', en: 'New lots' },
  childNumber: { zh: '第 {number} 批', en: 'Lot {number}' },
  moreRows: { zh: '要更多行', en: 'More rows' },
  loss: { zh: '损耗', en: 'Loss' },
  lossHint: { zh: '没有损耗填 0', en: '0 when nothing is lost' },
  lossReason: { zh: '损耗原因', en: 'Why it is lost' },
  lossReasonHint: { zh: '有损耗时必填', en: 'Needed when something is lost' },
  packingChanges: { zh: '包装方式', en: 'How it is sold' },
  repack: { zh: '完成分装', en: 'Repack' },
  repacked: { zh: '已分装；新批次等待检测', en: 'Repacked; the new lots wait for inspection' },
  notNow: { zh: '现在不能分装', en: 'It cannot be repacked now' },
  notNowText: {
    zh: '只有没有暂扣、未在检测中、未离仓的批次可以分装。',
    en: 'Only a lot that is not held, not being inspected and still here is repacked.',
  },
  openUnit: { zh: '打开商品', en: 'Open the goods' },
});
