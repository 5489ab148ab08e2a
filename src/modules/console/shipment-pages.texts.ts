import { erasureWords } from './erasure-words.js';
import { consolePageTexts } from './shared.texts.js';

export const shipmentTexts = consolePageTexts('shipments', {
  ...erasureWords,
  newShipment: { zh: '扫码出库', en: 'Scan and ship' },
  noShipments: { zh: '还没有出库记录。', en: 'Nothing was shipped yet.' },
  carrier: { zh: '承运人', en: 'Carrier' },
  waybill: { zh: '运单号', en: 'Waybill' },
  handedOverAt: { zh: '交接时间', en: 'Handed over' },
  scanHere: { zh: '扫标签上的码', en: 'Scan the labels' },
  scanHereHint: {
    zh: '一件一件扫；扫完了直接按回车，填承运人。',
    en: 'One after the other; when done, press Enter to go on to the carrier.',
  },
  add: { zh: '加入', en: 'Add' },
  remove: { zh: '移除', en: 'Take out' },
  removeNamed: { zh: '移除{name}', en: 'Take out {name}' },
  toShip: { zh: '这一车', en: 'This hand-over' },
  nothingScanned: { zh: '还没有扫商品。', en: 'Nothing scanned yet.' },
  couldShip: { zh: '可以出库的商品', en: 'Ready to ship' },
  nothingReady: {
    zh: '没有可以出库的商品。贴标完成后会出现在这里。',
    en: 'Nothing is ready. Goods appear here once they are labelled.',
  },
  unknown: {
    zh: '没有商品的码是“{code}”，没有加入。',
    en: 'No goods have the code “{code}”; nothing was added.',
  },
  twice: { zh: '{name}已经在清单里。', en: '{name} is on the list already.' },
  notReady: {
    zh: '{name}还不能出库（{stage}），没有加入。',
    en: '{name} cannot be shipped yet ({stage}); it was not added.',
  },
  full: { zh: '一次最多 60 件，请先交接这一批。', en: 'A hand-over has at most 60. Hand these over first.' },
  recipientName: { zh: '收件人', en: 'Recipient' },
  recipientPhone: { zh: '收件人电话', en: 'Recipient’s phone' },
  recipientAddress: { zh: '收件地址', en: 'Recipient’s address' },
  recipientHint: { zh: '属个人信息，单独保存，可按要求删除', en: 'Personal data: kept apart, and erased on request' },
  handOver: { zh: '交接出库', en: 'Hand over' },
  handedOver: { zh: '已出库', en: 'Handed over' },
  title: { zh: '出库：{carrier}', en: 'Shipment: {carrier}' },
  units: { zh: '商品', en: 'Goods' },
  recipient: { zh: '收件人', en: 'Recipient' },
});
