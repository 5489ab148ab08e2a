import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('packaging', {
  sealUsed: {
    kind: 'conflict',
    zh: '封签号“{sealNo}”已用过。请核对号码，或换一张新封签。',
    en: 'The seal number "{sealNo}" was used before. Check the number, or take a new seal.',
  },
  notAMass: {
    kind: 'invalid',
    zh: '“{unit}”不是质量单位。请用克(GRM)或千克(KGM)等。',
    en: '"{unit}" is not a unit of mass. Use grams (GRM), kilograms (KGM) or another.',
  },
  massNotPositive: {
    kind: 'invalid',
    zh: '质量应大于零。请重新称量。',
    en: 'The mass must be more than zero. Weigh it again.',
  },
  notPacked: {
    kind: 'not-found',
    zh: '该单元还没有包装记录。请先完成统一包装。',
    en: 'This unit is not packed yet. Pack it first.',
  },
});
