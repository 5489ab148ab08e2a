import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('intake', {
  unknown: {
    kind: 'not-found',
    zh: '没有这张送检单，或您无权查看。',
    en: 'There is no such consignment, or you may not see it.',
  },
  lineUnknown: {
    kind: 'not-found',
    zh: '该送检单没有第 {lineNo} 行。请按单上的行号收货。',
    en: 'The consignment has no line {lineNo}. Use a line number that stands on it.',
  },
  ownPartyOnly: {
    kind: 'forbidden',
    zh: '商家只能为自己送检，仓库只能收到自己的仓库。请去掉本方的主体编号。',
    en: 'A merchant sends its own goods, a warehouse receives for itself. Leave out the id of your own side.',
  },
  merchantNeeded: {
    kind: 'invalid',
    zh: '请填写送检商家 merchantId。没有登记商家的货品（三无）不能收。',
    en: 'Name the merchant in merchantId. Goods without a registered merchant are not taken.',
  },
  warehouseNeeded: {
    kind: 'invalid',
    zh: '请填写送往的仓库 warehouseId。',
    en: 'Name the warehouse that the goods go to in warehouseId.',
  },
  kindNotForCategory: {
    kind: 'invalid',
    zh: '第 {lineNo} 行：品类“{category}”不按“{kind}”追溯，可用：{kinds}。',
    en: 'Line {lineNo}: the category "{category}" is not traced by {kind}; it takes: {kinds}.',
  },
  productOfAnother: {
    kind: 'invalid',
    zh: '第 {lineNo} 行：所选商品属于其他商家或其他品类。请选择本商家、本品类的商品。',
    en: 'Line {lineNo}: the product is of another merchant or category. Choose one of this merchant and category.',
  },
  countNeeded: {
    kind: 'invalid',
    zh: '第 {lineNo} 行按件(piece)：请填件数 count，不填 quantity。',
    en: 'Line {lineNo} is of pieces: give count, and no quantity.',
  },
  quantityNeeded: {
    kind: 'invalid',
    zh: '第 {lineNo} 行按批(lot)：请填数量 quantity，不填 count。',
    en: 'Line {lineNo} is a lot: give quantity, and no count.',
  },
  quantityNotPositive: {
    kind: 'invalid',
    zh: '第 {lineNo} 行的数量应大于零。',
    en: 'The quantity of line {lineNo} must be more than zero.',
  },
  unitMeasuresNoGoods: {
    kind: 'invalid',
    zh: '第 {lineNo} 行：“{unit}”不能计量货品。请用质量、体积、长度或件数单位。',
    en: 'Line {lineNo}: "{unit}" does not measure goods. Use a unit of mass, volume, length or count.',
  },
  unitDiffers: {
    kind: 'invalid',
    zh: '第 {lineNo} 行预报的单位是“{announced}”，收货请用同一单位。',
    en: 'Line {lineNo} was announced in "{announced}". Receive it in the same unit.',
  },
  producedInFuture: {
    kind: 'invalid',
    zh: '第 {lineNo} 行的生产日期 {day} 晚于今天。请核对包装上的日期。',
    en: 'Line {lineNo} was produced on {day}, which is after today. Check the date on the pack.',
  },
  moreThanAnnounced: {
    kind: 'conflict',
    zh: '第 {lineNo} 行还可收 {left} 件。多出的请另开送检单。',
    en: 'Line {lineNo} has {left} left to receive. Announce what is more in another consignment.',
  },
  lineAlreadyReceived: {
    kind: 'conflict',
    zh: '第 {lineNo} 行已经收完。多出的请另开送检单。',
    en: 'Line {lineNo} is received already. Announce what is more in another consignment.',
  },
  isCancelled: {
    kind: 'conflict',
    zh: '该送检单已经取消。请另开送检单。',
    en: 'This consignment is cancelled. Announce another.',
  },
  nothingLeft: {
    kind: 'conflict',
    zh: '该送检单已全部收货，没有可取消的部分。',
    en: 'All of this consignment is received; nothing is left to cancel.',
  },
  notFilmed: {
    kind: 'conflict',
    zh: '品类 {category} 由质检仓检测，请把商品送到仓里收货。',
    en: 'Goods of {category} are tested by the warehouse: send them in to be received.',
  },
  filmingRefused: {
    kind: 'conflict',
    zh: '本仓规定全部自行检测，不收商家拍摄的文件。请送货收货。',
    en: 'This warehouse tests everything itself and takes no films. Send the goods in.',
  },
  noException: {
    kind: 'not-found',
    zh: '该件没有入库异常记录。',
    en: 'Nothing was found at the receipt of this unit that did not fit.',
  },
});
