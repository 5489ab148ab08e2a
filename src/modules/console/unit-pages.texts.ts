import { consistencyTexts } from './consistency.texts.js';
import { consolePageTexts } from './shared.texts.js';

const facts = {
  facts: { zh: '商品信息', en: 'Facts' },
  attributes: { zh: '属性', en: 'Attributes' },
  declared: { zh: '商家申报', en: 'Declared by the merchant' },
  'declared.skuName': { zh: '申报品名', en: 'Declared name' },
  'declared.quantity': { zh: '申报数量', en: 'Declared quantity' },
  'declared.documents': { zh: '随货单证', en: 'Documents' },
  kind: { zh: '类别', en: 'Kind' },
  lotNo: { zh: '批号', en: 'Lot number' },
  productionDay: { zh: '生产日期', en: 'Produced on' },
  receivedAt: { zh: '收货时间', en: 'Received' },
  consignment: { zh: '送检单', en: 'Consignment' },
  unitId: { zh: '追溯单元', en: 'Unit id' },
  photo: { zh: '照片', en: 'Photograph' },
};

const steps = {
  nextStep: { zh: '下一步', en: 'Next step' },
  'step.start': { zh: '开始检测', en: 'Start the inspection' },
  'step.continue': { zh: '继续检测', en: 'Continue the inspection' },
  'step.review': { zh: '复核', en: 'Review' },
  'step.restart': { zh: '重新检测', en: 'Inspect again' },
  'step.certify': { zh: '签发证书', en: 'Issue the certificate' },
  'step.reinstate': { zh: '处理证书', en: 'Settle the certificate' },
  'step.pack': { zh: '包装', en: 'Pack' },
  'step.label': { zh: '贴标', en: 'Label' },
  'step.ship': { zh: '出库', en: 'Ship' },
  'step.release': { zh: '解除暂扣', en: 'Release the hold' },
  'step.none': { zh: '没有待办', en: 'Nothing left to do' },
  waitsFor: { zh: '等待：{roles}', en: 'Waits for: {roles}' },
  started: { zh: '已开始检测', en: 'Inspection started' },
  certified: { zh: '证书已签发', en: 'Certificate issued' },
  whyStart: { zh: '按本仓发布的检测方案检测。', en: 'By the plan that this warehouse has published.' },
  whyCertify: {
    zh: '检测合格并经复核。签发后，证书内容不能再改。',
    en: 'It passed and was reviewed. Once issued, what the certificate says cannot change.',
  },
  whyFailed: {
    zh: '检测不合格。可以重新检测；原来的结果保留在记录里。',
    en: 'It failed. It may be inspected again; the earlier result stays on record.',
  },
  whyShipped: { zh: '三道关都已完成，商品已交接。', en: 'All three gates are closed and the goods have left.' },
};

const genealogy = {
  genealogy: { zh: '分装谱系', en: 'Repacking' },
  'genealogy.backward': { zh: '来自', en: 'Comes from' },
  'genealogy.forward': { zh: '分成', en: 'Became' },
  'genealogy.in': { zh: '取用', en: 'In:' },
  'genealogy.out': { zh: '分出', en: 'Out:' },
  'genealogy.loss': { zh: '损耗', en: 'loss' },
  repackIt: { zh: '分装这一批', en: 'Repack this lot' },
};

const holds = {
  holds: { zh: '暂扣', en: 'Holds' },
  hold: { zh: '暂扣这件商品', en: 'Put on hold' },
  holdText: {
    zh: '暂扣后，检测、包装、贴标、出库都停下，直到解除。',
    en: 'Nothing moves until it is released: no test, packing, label or shipment.',
  },
  held: { zh: '已暂扣', en: 'Put on hold' },
  openedAt: { zh: '{time} 起', en: 'Since {time}' },
  releasedAt: { zh: '{time} 解除：{reason}', en: 'Released {time}: {reason}' },
  releaseReason: { zh: '解除的理由', en: 'Why it is released' },
  release: { zh: '解除暂扣', en: 'Release' },
  released: { zh: '已解除', en: 'Released' },
};

const record = {
  inspections: { zh: '检测', en: 'Inspections' },
  'inspection.inspecting': { zh: '检测中', en: 'Inspecting' },
  'inspection.awaiting-review': { zh: '待复核', en: 'To review' },
  'inspection.signed': { zh: '已签发', en: 'Signed' },
  certificates: { zh: '证书', en: 'Certificates' },
  packing: { zh: '包装', en: 'Packing' },
  sealNo: { zh: '封签号', en: 'Seal number' },
  mass: { zh: '封装质量', en: 'Sealed mass' },
  packer: { zh: '包装员', en: 'Packer' },
  labels: { zh: '标签', en: 'Labels' },
  labelCounts: {
    zh: '已贴 {applied}，待贴 {printed}，作废 {spoiled}',
    en: '{applied} applied, {printed} to apply, {spoiled} spoiled',
  },
  shipment: { zh: '出库', en: 'Shipment' },
  timeline: { zh: '记录', en: 'Record' },
  entry: { zh: '第 {index} 条', en: 'Entry {index}' },
  timelineText: {
    zh: '每一条都在公开日志里，只能增加，不能修改。',
    en: 'Each is an entry in the public log, which only grows.',
  },
  readings: { zh: '记录读数 {count} 项', en: '{count} readings recorded' },
};

const events = {
  'event.units.unit-registered': { zh: '收货登记', en: 'Received and registered' },
  'event.units.unit-held': { zh: '暂扣', en: 'Put on hold' },
  'event.units.hold-released': { zh: '解除暂扣', en: 'Hold released' },
  'event.intake.line-received': { zh: '收货', en: 'Line received' },
  'event.inspection.started': { zh: '开始检测', en: 'Inspection started' },
  'event.inspection.sampling-planned': { zh: '定抽样方案', en: 'Sampling fixed' },
  'event.sampling.lot-judged': { zh: '整批抽样结论', en: 'Lot judged by its sample' },
  'event.inspection.photo-taken': { zh: '拍照', en: 'Photograph taken' },
  'event.inspection.submitted': { zh: '提交复核', en: 'Submitted for review' },
  'event.inspection.reviewed': { zh: '复核', en: 'Reviewed' },
  'event.certificates.issued': { zh: '签发证书', en: 'Certificate issued' },
  'event.certificates.rendered': { zh: '证书文件生成', en: 'Certificate file made' },
  'event.certificates.state-changed': { zh: '证书状态变更', en: 'Certificate state changed' },
  'event.packaging.packed': { zh: '包装', en: 'Packed' },
  'event.labelling.copies-printed': { zh: '打印标签', en: 'Labels printed' },
  'event.labelling.applied': { zh: '贴标', en: 'Labels applied' },
  'event.labelling.copy-spoiled': { zh: '标签作废', en: 'Label spoiled' },
  'event.shipping.handed-over': { zh: '出库交接', en: 'Handed over' },
  'event.units.lots-repacked': { zh: '分装', en: 'Repacked' },
  'event.other': { zh: '其他记录', en: 'Other entry' },
};

export const unitTexts = consolePageTexts('units', {
  ...consistencyTexts,
  ...genealogy,
  ...facts,
  ...steps,
  ...holds,
  ...record,
  ...events,
  noUnits: { zh: '没有这样的商品。', en: 'There are no such goods.' },
});
