/** What pages about accounts say: those of a party and those of one's own. */
export const accountWords = {
  accounts: { zh: '账号', en: 'Accounts' },
  noAccounts: { zh: '还没有账号，这个主体现在不能登录。', en: 'No account yet: nobody of this party can sign in.' },
  openAccount: { zh: '开设账号', en: 'Open an account' },
  isOpen: { zh: '有效', en: 'Open' },
  isClosed: { zh: '已停用', en: 'Closed' },
  login: { zh: '登录名', en: 'Login name' },
  personName: { zh: '姓名', en: 'Name of the person' },
  roles: { zh: '角色', en: 'Roles' },
  password: { zh: '初始密码', en: 'First password' },
  passwordHint: {
    zh: '至少 10 个字符，不能与登录名相同。请本人登录后找管理员更换。',
    en: 'At least 10 characters, not the login name. Tell it to the person and to nobody else.',
  },
  numberHint: { zh: '证书上只印编号，不印姓名', en: 'Certificates print the number, never the name' },
};
