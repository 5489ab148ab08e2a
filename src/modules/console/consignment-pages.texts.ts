import { consistencyTexts } from './consistency.texts.js';
import { consolePageTexts } from './shared.texts.js';

const list = {
  newConsignment: { zh: '新建送检单', en: 'New consignment' },
  reference: { zh: '商家单号', en: 'Merchant’s number' },
  announcedAt: { zh: '登记时间', en: 'Announced' },
  noConsignments: { zh: '这里没有送检单。新建后会出现。', en: 'No consignments here. New ones appear.' },
  'consignment.announced': { zh: '待收货', en: 'Announced' },
  'consignment.receiving': { zh: '收货中', en: 'Receiving' },
  'consignment.received': { zh: '已收齐', en: 'Received' },
  'consignment.cancelled': { zh: '已取消', en: 'Cancelled' },
};

const announcing = {
  fromWhom: { zh: '谁送检', en: 'Who sends' },
  toWhom: { zh: '送到哪里', en: 'Where to' },
  noMerchants: {
    zh: '还没有登记商家。请管理员先在“主体”页登记。',
    en: 'No merchant is registered yet. Ask the administrator to register one under “Parties”.',
  },
  line: { zh: '第 {number} 行', en: 'Line {number}' },
  addLine: { zh: '加一行', en: 'Add a line' },
  addLineOf: { zh: '加一行，品类', en: 'Add a line of' },
  removeLine: { zh: '删去这一行', en: 'Remove this line' },
  goods: { zh: '商品', en: 'Goods' },
  noLines: { zh: '先选品类，再按回车加一行。', en: 'Choose a category and press Enter to add a line.' },
  kind: { zh: '怎么追溯', en: 'Traced as' },
  'kindOption.piece': { zh: '单件：每件一个证书', en: 'Pieces: a certificate each' },
  'kindOption.lot': { zh: '批次：整批一个证书', en: 'A lot: one certificate' },
  count: { zh: '件数', en: 'How many pieces' },
  lotQuantity: { zh: '批量', en: 'How much' },
  unit: { zh: '单位', en: 'Unit' },
  lotNo: { zh: '批号', en: 'Lot number' },
  productionDay: { zh: '生产日期', en: 'Produced on' },
  attributes: { zh: '属性', en: 'Attributes' },
  declared: {
    zh: '申报（检测时逐项核对，没有申报的项目不能判定）',
    en: 'Declared (checked at the inspection; what is not declared stays undecided)',
  },
  skuName: { zh: '申报品名', en: 'Declared name' },
  skuNameHint: { zh: '链接或包装上写的品名', en: 'As on the listing or the pack' },
  declaredQuantity: { zh: '申报数量', en: 'Declared quantity' },
  declaredQuantityHint: { zh: '例如：500 kg', en: 'For example: 500 kg' },
  documents: { zh: '随货单证', en: 'Documents' },
  documentsHint: { zh: '用顿号分开，例如：检疫证、发票', en: 'Separated by commas' },
  announce: { zh: '登记送检单', en: 'Announce' },
  announced: { zh: '送检单已登记', en: 'Announced' },
  fromProduct: { zh: '按商品档案填写：{name}', en: 'Filled in from the product: {name}' },
};

const receiving = {
  title: { zh: '{merchant}送检', en: 'From {merchant}' },
  lines: { zh: '明细', en: 'Lines' },
  expected: { zh: '登记', en: 'Announced' },
  received: { zh: '已收', en: 'Received' },
  nothingYet: { zh: '还没有收', en: 'Nothing yet' },
  complete: { zh: '已收齐', en: 'Complete' },
  film: { zh: '自行拍摄打包', en: 'Film the packing yourself' },
  filmText: {
    zh: '商品留在您处：拍摄打包并上传四个文件，质检仓审核通过后由您发货。',
    en: 'The goods stay with you: film the packing, send four files, and ship once the warehouse has audited them.',
  },
  filmingBegun: { zh: '已登记，请上传文件', en: 'Registered; send the files' },
  receive: { zh: '收货', en: 'Receive' },
  receivedNow: { zh: '已收货', en: 'Received' },
  countNow: { zh: '本次收到几件', en: 'Pieces received now' },
  quantityNow: { zh: '实收', en: 'Received now' },
  markSample: { zh: '样品或演示，不销售', en: 'Sample or demonstration, not for sale' },
  markSampleHint: { zh: '证书和标签上会印“样品”。', en: 'Certificates and labels will say “sample”.' },
  units: { zh: '已成为追溯单元的商品', en: 'Goods that came of it' },
  noUnits: { zh: '收货后，这里列出每一件（批）。', en: 'Each piece or lot is listed here once it is received.' },
  cancelIt: { zh: '取消送检单', en: 'Cancel the consignment' },
  cancelText: {
    zh: '没到的部分不再收；已经收的不变。',
    en: 'What has not come will not be received; what came stays.',
  },
  cancelled: { zh: '送检单已取消', en: 'Cancelled' },
  cancelReason: { zh: '取消的原因', en: 'Why it was cancelled' },
};

export const consignmentTexts = consolePageTexts('consignments', {
  ...consistencyTexts,
  ...list,
  ...announcing,
  ...receiving,
});
