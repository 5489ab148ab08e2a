import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('units', {
  unknown: {
    kind: 'not-found',
    zh: '没有这个追溯单元，或您无权查看。',
    en: 'There is no such unit, or you may not see it.',
  },
  holdUnknown: {
    kind: 'not-found',
    zh: '没有这条暂扣记录，或您无权查看。',
    en: 'There is no such hold, or you may not see it.',
  },
  onHold: {
    kind: 'conflict',
    zh: '该单元正被暂扣，先解除全部暂扣才能继续。',
    en: 'This unit is on hold. Release every hold before it moves on.',
  },
  wrongStage: {
    kind: 'conflict',
    zh: '该单元当前为“{stage}”，此操作需要处于：{needed}。',
    en: 'This unit is at "{stage}"; this needs it to be at: {needed}.',
  },
  gateAlreadyClosed: {
    kind: 'conflict',
    zh: '关口“{gate}”已经完成。',
    en: 'The gate "{gate}" is closed already.',
  },
  gateOpen: {
    kind: 'conflict',
    zh: '关口尚未完成：{gates}。三道关口（检测、包装、标识）全部完成后才能继续。',
    en: 'These gates are still open: {gates}. Inspection, packaging and labelling must all be closed first.',
  },
  inspectionNotAhead: {
    kind: 'conflict',
    zh: '入库异常、待自提的商品在暂扣期间不能检测，“重新检测并签发”永远等不到。请不填这个解除条件。',
    en: 'Goods of an intake exception, or that wait for pick-up, cannot be inspected while they are held, so a new inspection would never come. Hold them without that condition.',
  },
  holdAlreadyReleased: {
    kind: 'conflict',
    zh: '该暂扣已经解除。',
    en: 'This hold is released already.',
  },
  releaseRole: {
    kind: 'forbidden',
    zh: '按这条暂扣的解除规则，须由以下角色解除：{roles}。请转给他们。',
    en: 'By its releasing rule this hold is released by: {roles}. Pass it on to them.',
  },
  releaseParty: {
    kind: 'forbidden',
    zh: '这条暂扣由另一单位下达，只有该单位能解除。请与其联系。',
    en: 'Another office ordered this hold, and only that office releases it. Ask its people.',
  },
  releaseOtherPerson: {
    kind: 'forbidden',
    zh: '按解除规则，暂扣不能由设置的人自己解除。请另一位有权的人核实后解除。',
    en: 'By its releasing rule whoever opened this hold cannot release it. Ask another person to look and release it.',
  },
  releaseNeedsInspection: {
    kind: 'conflict',
    zh: '按解除规则，须先重新检测并复核签发，再解除这条暂扣。',
    en: 'By its releasing rule a new inspection must be signed first. Inspect and review, then release it.',
  },
  releaseNeedsClosing: {
    kind: 'conflict',
    zh: '这条暂扣属于一条不合格记录。请先处置并关闭该记录，暂扣随之解除。',
    en: 'This hold belongs to a non-conformance record. Dispose of it and close it; the hold ends with it.',
  },
  releaseNeedsReport: {
    kind: 'conflict',
    zh: '这条暂扣在等外部报告，请先录入该报告。检测机构不出报告的，请另一位管理员（不是设置暂扣的人）说明理由后解除。',
    en: 'This hold waits for an outside report: file it first. If the laboratory will not answer, another administrator than who opened the hold may release it and say why.',
  },
  triesUsedUp: {
    kind: 'conflict',
    zh: '已达送检上限：该件已有 {tries} 次检测不合格，本仓最多 {limit} 次。请退回，或开立不合格记录后退回、销毁。',
    en: 'This unit has failed {tries} times and the warehouse allows {limit}. Return it, or have a non-conformance record return or destroy it.',
  },
});
