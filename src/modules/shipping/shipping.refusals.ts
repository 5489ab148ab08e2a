import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('shipping', {
  unknown: {
    kind: 'not-found',
    zh: '没有这次出库交接，或您无权查看。',
    en: 'There is no such shipment, or you may not see it.',
  },
  noGoodLabel: {
    kind: 'conflict',
    zh: '“{name}”上已没有完好的标签（全部作废）。请先补打并贴上新标签，再交运。',
    en: '"{name}" bears no good label any more: every copy is spoiled. Print and apply a new one, then hand it over.',
  },
  warehouseShips: {
    kind: 'forbidden',
    zh: '这些商品由质检仓出库。商家只交接同一质检仓审核的、自己拍摄打包的商品。',
    en: 'The warehouse ships these goods. A merchant hands over only what it filmed itself, of one warehouse at a time.',
  },
});
