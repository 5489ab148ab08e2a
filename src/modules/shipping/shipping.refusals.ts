import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('shipping', {
  unknown: {
    kind: 'not-found',
    zh: '没有这次出库交接,或您无权查看。',
    en: 'There is no such shipment, or you may not see it.',
  },
});
