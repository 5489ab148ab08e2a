import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('live', {
  unknown: {
    kind: 'not-found',
    zh: '没有这场直播，或您无权查看。',
    en: 'There is no such live session, or you may not see it.',
  },
  sessionEnded: {
    kind: 'conflict',
    zh: '这场直播已经结束。请新开一场。',
    en: 'This live session has ended. Open a new one.',
  },
  pickOne: {
    kind: 'invalid',
    zh: '请只给出一项：证书、码或证书号。',
    en: 'Name one of these only: certificate, code or number.',
  },
  certificateUnknown: {
    kind: 'not-found',
    zh: '没有查到这张证书。别家的证书，请扫证书上的展示码。',
    en: 'No such certificate was found. For another company’s, scan the display code on the certificate.',
  },
  certificateNotValid: {
    kind: 'conflict',
    zh: '证书 {number} 现在不是有效状态({state})，不能上屏。',
    en: 'The certificate {number} is not valid now ({state}), so it cannot be shown.',
  },
  unitOnHold: {
    kind: 'conflict',
    zh: '证书 {number} 的商品正被暂扣，不能上屏。请联系检测仓库。',
    en: 'The goods of certificate {number} are on hold, so it cannot be shown. Contact the warehouse.',
  },
  screenUnknown: {
    kind: 'not-found',
    zh: '这个直播画面地址无效或已停用。请在后台重新获取地址。',
    en: 'This overlay address is wrong or no longer in use. Get a new one in the console.',
  },
  photoUnknown: {
    kind: 'not-found',
    zh: '这张照片不在直播画面上。',
    en: 'This photograph is not on the screen.',
  },
});
