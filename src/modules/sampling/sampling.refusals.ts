import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('sampling', {
  unknown: {
    kind: 'not-found',
    zh: '没有这个抽样记录，或您无权查看。',
    en: 'There is no such stream of lots, or you may not see it.',
  },
  notStopped: {
    kind: 'conflict',
    zh: '这个商家在该品类的抽样检验没有停止，不需要恢复。',
    en: 'Sampling of this merchant’s lots in this category is not stopped, so there is nothing to resume.',
  },
});
