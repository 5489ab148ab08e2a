import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('units', {
  unknown: {
    kind: 'not-found',
    zh: '没有这个追溯单元,或您无权查看。',
    en: 'There is no such unit, or you may not see it.',
  },
  holdUnknown: {
    kind: 'not-found',
    zh: '没有这条暂扣记录,或您无权查看。',
    en: 'There is no such hold, or you may not see it.',
  },
  onHold: {
    kind: 'conflict',
    zh: '该单元正被暂扣,先解除全部暂扣才能继续。',
    en: 'This unit is on hold. Release every hold before it moves on.',
  },
  wrongStage: {
    kind: 'conflict',
    zh: '该单元当前为“{stage}”,此操作需要处于:{needed}。',
    en: 'This unit is at "{stage}"; this needs it to be at: {needed}.',
  },
  gateAlreadyClosed: {
    kind: 'conflict',
    zh: '关口“{gate}”已经完成。',
    en: 'The gate "{gate}" is closed already.',
  },
  gateOpen: {
    kind: 'conflict',
    zh: '关口尚未完成:{gates}。三道关口(检测、包装、标识)全部完成后才能继续。',
    en: 'These gates are still open: {gates}. Inspection, packaging and labelling must all be closed first.',
  },
  holdAlreadyReleased: {
    kind: 'conflict',
    zh: '该暂扣已经解除。',
    en: 'This hold is released already.',
  },
});
