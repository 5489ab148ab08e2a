import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('identity', {
  wrongPassword: {
    kind: 'unauthenticated',
    zh: '账号或密码不对。请检查后重试；忘记密码请联系管理员。',
    en: 'The account or the password is wrong. Check both; if you forgot it, ask the administrator.',
  },
  httpsNeeded: {
    kind: 'forbidden',
    zh: '登录只能在 https:// 地址或本机(localhost)进行。请改用 https 地址。',
    en: 'Signing in works over https:// or on this machine (localhost) only. Use the https address.',
  },
  accountUnknown: {
    kind: 'not-found',
    zh: '没有这个账号，或您无权查看。',
    en: 'There is no such account, or you may not see it.',
  },
  apiKeyUnknown: {
    kind: 'not-found',
    zh: '没有这个 API 密钥，或您无权查看。',
    en: 'There is no such API key, or you may not see it.',
  },
  loginTaken: {
    kind: 'conflict',
    zh: '登录名“{login}”已被使用，请换一个。',
    en: 'The login name "{login}" is taken. Choose another.',
  },
  roleNotForParty: {
    kind: 'invalid',
    zh: '“{partyKind}”类主体的账号不能担任角色：{roles}。',
    en: 'An account of a {partyKind} cannot have these roles: {roles}.',
  },
  passwordTooWeak: {
    kind: 'invalid',
    zh: '密码至少 10 个字符，且不能与登录名相同。',
    en: 'A password has at least 10 characters and is not the login name.',
  },
  accountAlreadyClosed: {
    kind: 'conflict',
    zh: '该账号已经停用。',
    en: 'This account is closed already.',
  },
  accountStillOpen: {
    kind: 'conflict',
    zh: '账号仍在使用，不能删除其个人信息。请先停用该账号。',
    en: 'This account is still open, so its personal data is not erased. Close it first.',
  },
  lastAdmin: {
    kind: 'conflict',
    zh: '这是最后一个管理员账号，不能停用或降权。请先开设另一个管理员。',
    en: 'This is the last administrator. Open another administrator account first.',
  },
  scopesBeyondRoles: {
    kind: 'invalid',
    zh: '密钥的权限超出账号的角色：{scopes}。',
    en: 'The key would have more than the account’s roles: {scopes}.',
  },
  expiryNotAhead: {
    kind: 'invalid',
    zh: '有效期应在 1 至 730 天之间。',
    en: 'A key lasts 1 to 730 days.',
  },
  apiKeyAlreadyRevoked: {
    kind: 'conflict',
    zh: '该密钥已经吊销。',
    en: 'This key is revoked already.',
  },
});
