import { accountWords } from './account-words.js';
import { erasureWords } from './erasure-words.js';
import { consolePageTexts } from './shared.texts.js';

export const accountTexts = consolePageTexts('accounts', {
  ...accountWords,
  ...erasureWords,
  ownAccounts: { zh: '本单位账号', en: 'Accounts of your party' },
  ownHint: {
    zh: '商家、检测机构、直播机构的账号在“主体”页里开设。',
    en: 'Accounts of merchants, laboratories and studios are opened on their pages under “Parties”.',
  },
  openedAt: { zh: '开设时间', en: 'Opened' },
  closedAt: { zh: '停用时间', en: 'Closed' },
  erased: { zh: '（已删除）', en: '(erased)' },
  changeRoles: { zh: '更改角色', en: 'Change roles' },
  rolesSaved: { zh: '角色已更改', en: 'Roles changed' },
  newPassword: { zh: '新密码', en: 'New password' },
  setPassword: { zh: '设新密码', en: 'Set the password' },
  setPasswordHint: {
    zh: '设新密码后，这个账号的所有登录立即失效。',
    en: 'All sessions of this account end at once.',
  },
  passwordSaved: { zh: '密码已更换', en: 'Password set' },
  keys: { zh: 'API 密钥', en: 'API keys' },
  keysText: {
    zh: '给设备用：电子秤、扫码枪、仪器。密钥的权限不超过账号的角色。',
    en: 'For devices: balances, scanners, instruments. A key can do no more than the account’s roles.',
  },
  noKeys: { zh: '还没有密钥。', en: 'No key yet.' },
  label: { zh: '设备', en: 'Device' },
  labelHint: { zh: '例如：1 号天平', en: 'For example: balance 1' },
  scopes: { zh: '权限', en: 'May act as' },
  days: { zh: '有效天数', en: 'Days it lasts' },
  issueKey: { zh: '发放密钥', en: 'Issue a key' },
  keyIssued: { zh: '密钥已发放', en: 'Key issued' },
  prefix: { zh: '开头', en: 'Begins with' },
  expiresAt: { zh: '到期', en: 'Expires' },
  revoked: { zh: '已吊销', en: 'Revoked' },
  inUse: { zh: '可用', en: 'In use' },
  expired: { zh: '已到期', en: 'Expired' },
  revokeKey: { zh: '吊销密钥', en: 'Revoke a key' },
  whichKey: { zh: '哪一把', en: 'Which one' },
  keyRevoked: { zh: '密钥已吊销', en: 'Key revoked' },
  closing: { zh: '停用账号', en: 'Close the account' },
  closingText: {
    zh: '停用后不能再登录，也不能恢复；做过的记录都保留。',
    en: 'It cannot sign in again and cannot be reopened. What it did stays on record.',
  },
  accountClosed: { zh: '账号已停用', en: 'Account closed' },
});
