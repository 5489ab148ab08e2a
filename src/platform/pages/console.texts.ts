import { pageTexts } from './page-texts.js';

const frame = {
  brand: { zh: '验真', en: 'Yanzhen' },
  toContent: { zh: '跳到正文', en: 'Skip to content' },
  otherLanguage: { zh: 'English', en: '中文' },
  switchLanguage: { zh: '切换语言', en: 'Change language' },
  signOut: { zh: '退出', en: 'Sign out' },
  mainMenu: { zh: '主菜单', en: 'Main menu' },
  scan: { zh: '扫码', en: 'Scan' },
  scanHint: { zh: '在任何地方扫码，或输入编号', en: 'Scan anywhere, or type a number' },
  open: { zh: '打开', en: 'Open' },
  isSample: { zh: '演示', en: 'Sample' },
  unsavedScan: {
    zh: '本页还有没提交的内容，先没有跳转。要离开，请在扫码框里按回车。',
    en: 'This page holds work that is not submitted, so you stay here. To leave, press Enter in the scan box.',
  },
};

const navigation = {
  'nav.home': { zh: '今日', en: 'Today' },
  'nav.board': { zh: '时效看板', en: 'Clock' },
  'nav.consignments': { zh: '送检收货', en: 'Intake' },
  'nav.units': { zh: '商品', en: 'Goods' },
  'nav.inspections': { zh: '检测', en: 'Inspect' },
  'nav.reviews': { zh: '复核', en: 'Review' },
  'nav.certificates': { zh: '证书', en: 'Certificates' },
  'nav.instruments': { zh: '仪器', en: 'Instruments' },
  'nav.packing': { zh: '包装', en: 'Pack' },
  'nav.labels': { zh: '标签', en: 'Label' },
  'nav.shipments': { zh: '出库', en: 'Ship' },
  'nav.live': { zh: '直播', en: 'Live' },
  'nav.parties': { zh: '主体', en: 'Parties' },
  'nav.categories': { zh: '品类', en: 'Categories' },
  'nav.plans': { zh: '检测方案', en: 'Plans' },
  'nav.products': { zh: '商品档案', en: 'Products' },
  'nav.accounts': { zh: '账号', en: 'Accounts' },
  'nav.statistics': { zh: '统计', en: 'Statistics' },
  'nav.log': { zh: '日志', en: 'Log' },
};

const forms = {
  submit: { zh: '提交', en: 'Submit' },
  cancel: { zh: '取消', en: 'Cancel' },
  search: { zh: '查找', en: 'Search' },
  more: { zh: '下一页', en: 'Next page' },
  optional: { zh: '选填', en: 'optional' },
  choose: { zh: '请选择', en: 'Choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  done: { zh: '已保存', en: 'Saved' },
  failed: { zh: '没有保存', en: 'Not saved' },
  offline: {
    zh: '没有收到答复，不知道是否已保存。可以再提交一次：不会重复记录。',
    en: 'No answer came, so it is not known whether this was saved. Submit again: it will not be recorded twice.',
  },
  unreadable: { zh: '“{field}”的内容读不懂，请检查。', en: '“{field}” cannot be read. Please check it.' },
  nothing: { zh: '这里还没有内容。', en: 'Nothing here yet.' },
};

const units = {
  'stage.received': { zh: '待检测', en: 'Received' },
  'stage.inspecting': { zh: '检测中', en: 'Inspecting' },
  'stage.awaiting-review': { zh: '待复核', en: 'To review' },
  'stage.passed': { zh: '检测合格', en: 'Passed' },
  'stage.failed': { zh: '不合格', en: 'Failed' },
  'stage.packed': { zh: '已包装', en: 'Packed' },
  'stage.labelled': { zh: '已贴标', en: 'Labelled' },
  'stage.shipped': { zh: '已出库', en: 'Shipped' },
  'stage.returned': { zh: '已退回', en: 'Returned' },
  'stage.repacked': { zh: '已分装', en: 'Repacked' },
  onHold: { zh: '暂扣', en: 'On hold' },
  'gate.inspection': { zh: '统一检测', en: 'Inspection' },
  'gate.packaging': { zh: '统一包装', en: 'Packaging' },
  'gate.labelling': { zh: '统一标识', en: 'Labelling' },
  'gate.closed': { zh: '已完成', en: 'done' },
  'gate.open': { zh: '未完成', en: 'open' },
};

/** The words that every page of the console may use; a page adds its own: `{ ...consoleTexts, ...ownTexts }`. */
export const consoleTexts = pageTexts('console', { ...frame, ...navigation, ...forms, ...units });
