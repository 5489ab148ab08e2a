import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('nonconformity', {
  unknown: {
    kind: 'not-found',
    zh: '没有这条不合格记录，或您无权查看。',
    en: 'There is no such non-conformance record, or you may not see it.',
  },
  severalMerchants: {
    kind: 'invalid',
    zh: '一条记录只能包含同一商家的商品。请按商家分别开立。',
    en: 'A record is about the goods of one merchant. Open one for each.',
  },
  alreadyOpen: {
    kind: 'conflict',
    zh: '“{name}”已有未关闭的不合格记录。请在那条记录上处置。',
    en: '“{name}” is on a record that is not closed. Dispose of that one.',
  },
  itemNotFailed: {
    kind: 'invalid',
    zh: '所列项目在这次检测中不是不合格：{items}。请核对，或改为手工描述。',
    en: 'These items did not fail in that inspection: {items}. Check them, or describe it by hand.',
  },
  inspectionOfAnother: {
    kind: 'invalid',
    zh: '这次检测不属于所列商品。请选择这些商品的检测。',
    en: 'That inspection is about other goods. Choose one of these units.',
  },
  samePerson: {
    kind: 'forbidden',
    zh: '不合格处置不能由开立记录的人决定。请另一位复核员处置。',
    en: 'Whoever opened a record cannot decide over it. Ask another reviewer.',
  },
  notOpen: {
    kind: 'conflict',
    zh: '该记录已经处置，不能再次决定。',
    en: 'This record is disposed of already.',
  },
  notDisposed: {
    kind: 'conflict',
    zh: '该记录尚未处置。请先由另一位复核员决定处置方式。',
    en: 'Nothing is decided over this record yet. Have another reviewer dispose of it first.',
  },
  isClosed: {
    kind: 'conflict',
    zh: '该记录已经关闭，不能再改。如有新问题，请另开一条。',
    en: 'This record is closed for good. Open another for what is found now.',
  },
  regradeMissing: {
    kind: 'invalid',
    zh: '改级须写明改后的名称或属性，且与现在不同。',
    en: 'A regrade says what the goods are called or are from now on, other than now.',
  },
  regradeUnwanted: {
    kind: 'invalid',
    zh: '只有改级才能修改名称和属性。请选择“改级”，或去掉修改。',
    en: 'Only a regrade changes name or attributes. Choose it, or leave the changes out.',
  },
  notDestroying: {
    kind: 'conflict',
    zh: '该记录的处置不是销毁，不需要见证。',
    en: 'These goods are not to be destroyed, so there is nothing to witness.',
  },
  alreadyWitnessed: {
    kind: 'conflict',
    zh: '您已作过见证。请另一位到场的人确认。',
    en: 'You have witnessed it already. Ask another person who was there.',
  },
  witnessesMissing: {
    kind: 'conflict',
    zh: '销毁须有两位见证人（关闭记录的人除外）各自确认，现有 {count} 位。',
    en: 'Two witnesses other than who closes must each confirm the destruction; there are {count}.',
  },
  photoMissing: {
    kind: 'conflict',
    zh: '销毁须有处置之后拍摄的照片。请先上传。',
    en: 'Destruction needs a photograph taken after the decision. Add one first.',
  },
  photoExpected: {
    kind: 'invalid',
    zh: '请上传一张 JPEG、PNG 或 WebP 照片。',
    en: 'Send a photograph: JPEG, PNG or WebP.',
  },
});
