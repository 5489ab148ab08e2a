import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('http', {
  signInFirst: {
    kind: 'unauthenticated',
    zh: '请先登录；登录可能已过期。',
    en: 'Sign in first; your session may have expired.',
  },
  otherAccount: {
    kind: 'unauthenticated',
    zh: '这个浏览器现在由另一个账号登录，没有代为记录。请用原来的账号重新登录。',
    en: 'Another account is signed in on this browser by now, so nothing was recorded in its name. Sign in again with the account of this page.',
  },
  notAllowed: {
    kind: 'forbidden',
    zh: '您的账号没有此项权限。需要以下角色之一：{roles}。请联系管理员。',
    en: 'Your account may not do this. It needs one of these roles: {roles}. Ask the administrator.',
  },
  otherOrigin: {
    kind: 'forbidden',
    zh: '此请求来自其他网站，已拒绝。请在本系统页面上操作。',
    en: 'This request came from another site and was refused. Use the pages of this system.',
  },
  invalidBody: {
    kind: 'invalid',
    zh: '提交的内容有误，请按提示修改后重试。',
    en: 'Something in the request is not right. Correct the fields that are named and send it again.',
  },
  notFound: {
    kind: 'not-found',
    zh: '没有这个地址。请检查网址。',
    en: 'There is nothing at this address. Check it for typing errors.',
  },
  bodyTooLarge: {
    kind: 'invalid',
    zh: '提交的内容过大。表单上限 1 MB，照片上限 8 MB。',
    en: 'The request is too large. Forms may have 1 MB, photographs 8 MB.',
  },
  bodyTooComplex: {
    kind: 'invalid',
    zh: '提交的内容层级过深或项目过多。请分几次提交。',
    en: 'The request is nested too deep or has too many items. Send it in several parts.',
  },
  bodyUnreadable: {
    kind: 'invalid',
    zh: '提交的内容不是有效的 JSON。',
    en: 'The request is not valid JSON.',
  },
  mediaType: {
    kind: 'invalid',
    zh: '不支持的内容类型。请用 application/json，照片用 image/jpeg、image/png 或 image/webp，报告文件也可用 application/pdf。',
    en: 'This content type is not taken. Send application/json; photographs as image/jpeg, image/png or image/webp; reports also as application/pdf.',
  },
  idempotencyKey: {
    kind: 'invalid',
    zh: 'Idempotency-Key 应为 8–128 个可见 ASCII 字符。',
    en: 'An Idempotency-Key is 8 to 128 visible ASCII characters.',
  },
  tooManyRequests: {
    kind: 'too-many',
    zh: '操作过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  badRequest: {
    kind: 'invalid',
    zh: '请求格式有误。',
    en: 'The request is malformed.',
  },
});
