import { consolePageTexts } from './shared.texts.js';

export const productTexts = consolePageTexts('products', {
  productsText: {
    zh: '常送检的商品建一份档案，送检时照着填，不用每次重写。',
    en: 'Keep what is sent in often as a product: consignments are filled in from it.',
  },
  newProduct: { zh: '新建商品档案', en: 'New product' },
  noProducts: { zh: '还没有商品档案。', en: 'No product yet.' },
  productName: { zh: '商品名称', en: 'Name of the product' },
  goodsBrand: { zh: '品牌', en: 'Brand' },
  spec: { zh: '规格', en: 'Specification' },
  specHint: { zh: '例如：8 mm，17 cm', en: 'For example: 8 mm, 17 cm' },
  whose: { zh: '哪个商家的', en: 'Whose product' },
  noMerchants: {
    zh: '还没有登记商家。请管理员先在“主体”页登记。',
    en: 'No merchant is registered yet. Ask the administrator to register one under “Parties”.',
  },
  attributes: { zh: '属性', en: 'Attributes' },
  attributesHint: {
    zh: '只填每件都一样的；各件不同的（如质量）送检时再填。',
    en: 'Fill in only what is the same for every piece; the rest, such as the mass, is asked for with each consignment.',
  },
  declared: { zh: '申报（检测时核对）', en: 'Declared (checked at the inspection)' },
  skuName: { zh: '申报品名', en: 'Declared name' },
  skuNameHint: { zh: '链接或包装上写的品名', en: 'As on the listing or the pack' },
  documents: { zh: '随货单证', en: 'Documents' },
  documentsHint: { zh: '用顿号分开，例如：检疫证、发票', en: 'Separated by commas' },
  register: { zh: '建档', en: 'Register' },
  productRegistered: { zh: '商品已建档', en: 'Product registered' },
  registeredAt: { zh: '建档时间', en: 'Registered' },
  withdraw: { zh: '撤下档案', en: 'Withdraw the product' },
  withdrawText: {
    zh: '撤下后不能再用它送检，也不能恢复；已经送检的商品不受影响，记录留在日志里。',
    en: 'It can be sent in no more, and this cannot be undone. What was sent in by it stays as it is, and the log keeps it.',
  },
  withdrawSure: { zh: '确认撤下“{name}”', en: 'Withdraw “{name}”' },
  withdrawn: { zh: '商品档案已撤下', en: 'Product withdrawn' },
  withdrawnSince: { zh: '{time} 已撤下，不能再用它送检。', en: 'Withdrawn on {time}: it can be sent in no more.' },
  send: { zh: '用它送检', en: 'Send it in' },
});
