import { pageTexts } from '../../platform/pages/page-texts.js';

const frame = {
  brand: { zh: '验真', en: 'Yanzhen' },
  brandLine: { zh: '商品检测与追溯记录', en: 'Goods test and trace records' },
  otherLanguage: { zh: 'English', en: '中文' },
  switchLanguage: { zh: '切换语言', en: 'Change language' },
  toContent: { zh: '跳到正文', en: 'Skip to content' },
  done: { zh: '已登录', en: 'Signed in' },
  failed: { zh: '没有登录', en: 'Not signed in' },
  offline: {
    zh: '没有收到答复。请检查网络后再试一次。',
    en: 'No answer came. Check the network and try again.',
  },
  unreadable: { zh: '“{field}”的内容读不懂，请检查。', en: '“{field}” cannot be read. Please check it.' },
};

const signIn = {
  'signIn.title': { zh: '工作台登录', en: 'Sign in to the console' },
  login: { zh: '登录名', en: 'Login name' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  forgotten: {
    zh: '忘记密码请联系本单位的管理员。系统没有默认账号，也没有默认密码。',
    en: 'If you forgot your password, ask your administrator. There is no default account and no default password.',
  },
  'insecure.title': { zh: '这个地址不能登录', en: 'You cannot sign in at this address' },
  'insecure.text': {
    zh: '您打开的是 {address}，没有加密。登录需要 https:// 地址；在服务器本机上也可以用 http://localhost。请改用 https 地址，或请管理员配置 HTTPS。',
    en: 'This address, {address}, is not encrypted. Signing in needs an https:// address; on the server itself http://localhost works too. Use the https address, or ask the administrator to set up HTTPS.',
  },
  needsScript: {
    zh: '工作台需要浏览器允许 JavaScript。',
    en: 'The console needs a browser that allows JavaScript.',
  },
};

const empty = {
  'empty.title': { zh: '服务器已启动，还没有账号', en: 'The server runs; there is no account yet' },
  'empty.text': {
    zh: '先在这台服务器的命令行里登记质检仓和第一位管理员：',
    en: 'First register the warehouse and its first administrator, at this server’s command line:',
  },
  'empty.command': {
    zh: 'npm run admin -- new --login 登录名 --name 姓名 --warehouse 仓名 --uscc 统一社会信用代码',
    en: 'npm run admin -- new --login LOGIN --name PERSON --warehouse NAME --uscc CREDIT-CODE',
  },
  'empty.then': {
    zh: '命令会生成密码，只显示一次。之后在这里登录，开设其他人的账号、登记商家、发布检测方案。',
    en: 'It makes a password and shows it once. Then sign in here, open the other accounts, register merchants and publish a plan.',
  },
  'empty.demo': {
    zh: '只想看看？运行 npm run demo，会用演示数据走完整个流程。',
    en: 'Just looking? npm run demo walks through everything with sample data.',
  },
};

const start = {
  'start.title': { zh: '查一件商品', en: 'Check goods' },
  'start.text': {
    zh: '证书、标签或直播间里的码，都可以在这里查：检测了什么、结果怎样、记录有没有被改过。',
    en: 'Type the code from a certificate, a label or a live stream to see what was tested, how it turned out, and that nobody changed the record.',
  },
  'start.staff': { zh: '仓库、商家和主播', en: 'Warehouses, merchants and hosts' },
  'start.staffText': {
    zh: '收货、检测、复核、包装、贴标、出库，都在工作台里做。',
    en: 'Receiving, testing, review, packing, labelling and shipping are done in the console.',
  },
  'start.log': { zh: '公开日志', en: 'Public log' },
  'start.logText': {
    zh: '每条记录都在一本只能增加、不能修改的日志里，任何人都可以下载核对。日志里只有校验值，没有商业内容。',
    en: 'Every record is in a log that only grows. Anyone may download and check it; it holds commitments, not business data.',
  },
  'start.checkpoint': { zh: '最新检查点', en: 'Latest checkpoint' },
  'start.key': { zh: '验证公钥', en: 'Verifier key' },
  codeLabel: { zh: '输入证书号或标签上的码', en: 'Type the certificate number or the code on the label' },
  codeHint: {
    zh: '不分大小写，空格可有可无。码里没有字母 O、I、L、U。',
    en: 'Capitals and spaces do not matter. Codes have no letters O, I, L or U.',
  },
  check: { zh: '查询', en: 'Check' },
  noLogin: {
    zh: '查询不用登录、不用关注、不用装任何软件。',
    en: 'Checking needs no login, no following and no app.',
  },
};

/** The words of the pages before the console: the start page and the sign-in page. */
export const entryTexts = pageTexts('entry', { ...frame, ...signIn, ...empty, ...start });
