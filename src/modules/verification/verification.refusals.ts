import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('verification', {
  codeUnknown: {
    kind: 'not-found',
    zh: '没有查到这个码。这只说明本系统没有它的记录；请对照原件再输一遍，或联系检测仓库。',
    en: 'There is no record of this code here. Compare it with the original and try again, or contact the warehouse.',
  },
  codeMistyped: {
    kind: 'not-found',
    zh: '这个码的校验位对不上，可能输错了一位。请对照原件再输一遍。',
    en: 'The check character does not fit: one character is probably wrong. Compare it with the original and try again.',
  },
  codeIncomplete: {
    kind: 'not-found',
    zh: '这个码不完整：短码 10 位，二维码下面的码 26 位，证书号是 YZ- 加 10 位。',
    en: 'This code is not complete: a short code has 10 characters, the code below a QR code 26, a certificate number YZ- and 10.',
  },
  unitUnknown: {
    kind: 'not-found',
    zh: '日志中没有这个追溯单元。请给出单元编号，或证书、标签二维码里的 26 位码。',
    en: 'The log knows no such unit. Give its id, or the 26 characters of the QR code of its certificate or label.',
  },
  photoUnknown: {
    kind: 'not-found',
    zh: '这张证书没有这张照片。',
    en: 'The certificate behind this code has no such photograph.',
  },
  bundlePending: {
    kind: 'busy',
    zh: '关于这件商品的最新记录还没有公布，暂时不能生成离线验证包。请稍后再试。',
    en: 'The newest entry about these goods is not published yet, so there is no offline bundle. Try again in a moment.',
  },
  pdfPending: {
    kind: 'not-found',
    zh: '证书 PDF 还没有生成，请稍后再试。',
    en: 'The PDF of this certificate is not made yet. Try again in a moment.',
  },
});
