import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('catalog', {
  categoryUnknown: {
    kind: 'not-found',
    zh: '没有品类“{id}”。可用品类：{known}。',
    en: 'There is no category "{id}". There are: {known}.',
  },
  planUnknown: {
    kind: 'not-found',
    zh: '没有这个检测方案，或您无权查看。',
    en: 'There is no such plan, or you may not see it.',
  },
  productWithdrawn: {
    kind: 'conflict',
    zh: '商品档案“{name}”已撤回，不能再用。请另选一个，或重新建档。',
    en: 'The product “{name}” is withdrawn and not used any more. Choose another, or register it anew.',
  },
  productUnknown: {
    kind: 'not-found',
    zh: '没有这个商品，或您无权查看。',
    en: 'There is no such product, or you may not see it.',
  },
  merchantNeeded: {
    kind: 'invalid',
    zh: '请用 merchantId 指明是哪个商家的商品。',
    en: 'Say with merchantId whose product it is.',
  },
  merchantNotYours: {
    kind: 'forbidden',
    zh: '商家只能登记自己的商品，请去掉 merchantId。',
    en: 'A merchant registers products of its own only. Leave merchantId out.',
  },
  attributesInvalid: {
    kind: 'invalid',
    zh: '品类属性有误，请修改后重试——{faults}',
    en: 'Some attributes are not right. Correct them and send it again: {faults}',
  },
});
