import { pageTexts } from './page-texts.js';

const frame = {
  brand: { zh: '验真', en: 'Yanzhen' },
  toContent: { zh: '跳到正文', en: 'Skip to content' },
  otherLanguage: { zh: 'English', en: '中文' },
  switchLanguage: { zh: '切换语言', en: 'Change language' },
  signOut: { zh: '退出', en: 'Sign out' },
  mainMenu: { zh: '主菜单', en: 'Main menu' },
  scan: { zh: '扫码', en: 'Scan' },
  scanHint: { zh: '在任何地方扫码，或输入编号', en: 'Scan or type a number' },
  open: { zh: '打开', en: 'Open' },
  isSample: { zh: '演示', en: 'Sample' },
  unsavedScan: {
    zh: '本页还有没提交的内容，先没有跳转。要离开，请在扫码框里按回车。',
    en: 'This page holds work that is not submitted, so you stay here. To leave, press Enter in the scan box.',
  },
};

const queue = {
  'queue.title': { zh: '等待发送', en: 'Waiting to be sent' },
  'queue.waiting': { zh: '{count} 条等待发送', en: '{count} waiting to be sent' },
  'queue.sending': { zh: '正在发送…', en: 'Sending…' },
  'queue.offline': {
    zh: '没有网络。已存在这台设备上，恢复后自动发送，可以继续录入。',
    en: 'No network. They are kept on this device and sent when it returns; go on working.',
  },
  'queue.busy': {
    zh: '服务器暂时不能写入，稍后自动重试。',
    en: 'The server cannot record now; it is tried again soon.',
  },
  'queue.signedOut': {
    zh: '登录已过期或换了账号。已存在这台设备上，用原账号登录后继续发送。',
    en: 'The session ended or another account is signed in. They are kept here and sent once you sign in again.',
  },
  'queue.others': {
    zh: '另有 {count} 条是别的账号留下的，要由本人登录后发送。',
    en: '{count} more were left by another account, which has to sign in here to send them.',
  },
  'queue.retry': { zh: '现在重试', en: 'Try now' },
  'queue.signIn': { zh: '登录', en: 'Sign in' },
  'queue.item': { zh: '等待发送：', en: 'Waiting:' },
  'queue.photo': { zh: '照片', en: 'Photograph' },
  'queue.conflict': { zh: '没有记录，要您决定', en: 'Not recorded; you decide' },
  'queue.mine': { zh: '您录入的', en: 'Yours' },
  'queue.theirs': { zh: '现在的记录', en: 'On record now' },
  'queue.nothing': { zh: '没有记录', en: 'nothing' },
  'queue.unknown': { zh: '暂时查不到', en: 'cannot be told now' },
  'queue.more': { zh: '后面还有 {count} 条', en: '{count} more after this' },
  'queue.keep': { zh: '保留我的，重新发送', en: 'Keep mine and send it anew' },
  'queue.drop': { zh: '放弃我的', en: 'Drop mine' },
  noNetwork: {
    zh: '没有网络，打不开别的页面；本页可以继续录入。',
    en: 'There is no network, so nothing else opens; go on working here.',
  },
  noPicture: { zh: '这个文件读不出照片，请重新拍摄。', en: 'This file holds no readable photograph. Take it again.' },
  notKept: {
    zh: '这个浏览器不能保存数据（可能是无痕模式或存储已满），没有记录。',
    en: 'This browser keeps no data (a private window, or no space left), so nothing was recorded.',
  },
};

const keys = {
  'keys.title': { zh: '快捷键', en: 'Keys' },
  'keys.this': { zh: '打开这张表', en: 'This list' },
  'keys.enter': { zh: '到下一栏；读数页：记录并到下一项', en: 'Next field; among readings: record and go on' },
  'keys.submit': { zh: '提交这张表单', en: 'Submit this form' },
  'keys.tab': { zh: '到下一个可操作的地方', en: 'Next thing to use' },
  'keys.undo': { zh: '读数页：撤销上一条', en: 'Among readings: undo the last entry' },
  'keys.escape': { zh: '关闭', en: 'Close' },
  'keys.here': { zh: '本页', en: 'On this page' },
  'keys.close': { zh: '关闭', en: 'Close' },
};

const navigation = {
  'nav.home': { zh: '今日', en: 'Today' },
  'nav.board': { zh: '时效看板', en: 'Clock' },
  'nav.consignments': { zh: '送检收货', en: 'Intake' },
  'nav.units': { zh: '商品', en: 'Goods' },
  'nav.inspections': { zh: '检测', en: 'Inspect' },
  'nav.samples': { zh: '送检', en: 'Samples' },
  'nav.laboratories': { zh: '检测机构', en: 'Laboratories' },
  'nav.reviews': { zh: '复核', en: 'Review' },
  'nav.nonconformities': { zh: '不合格', en: 'Non-conforming' },
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
  'nav.imports': { zh: '导入导出', en: 'Import' },
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
  'stage.intake-exception': { zh: '入库异常', en: 'Intake exception' },
  'stage.inspecting': { zh: '检测中', en: 'Inspecting' },
  'stage.awaiting-review': { zh: '待复核', en: 'To review' },
  'stage.passed': { zh: '检测合格', en: 'Passed' },
  'stage.failed': { zh: '不合格', en: 'Failed' },
  'stage.awaiting-resubmission': { zh: '待重新送检', en: 'Resubmitted' },
  'stage.reinspection': { zh: '待复检', en: 'To re-inspect' },
  'stage.packed': { zh: '已包装', en: 'Packed' },
  'stage.labelled': { zh: '已贴标', en: 'Labelled' },
  'stage.awaiting-pickup': { zh: '待自提', en: 'Awaiting pick-up' },
  'stage.shipped': { zh: '已出库', en: 'Shipped' },
  'stage.picked-up': { zh: '已自提', en: 'Picked up' },
  'stage.returned': { zh: '已退回', en: 'Returned' },
  'stage.destroyed': { zh: '已销毁', en: 'Destroyed' },
  'stage.repacked': { zh: '已分装', en: 'Repacked' },
  onHold: { zh: '暂扣', en: 'On hold' },
  'gate.inspection': { zh: '统一检测', en: 'Inspection' },
  'gate.packaging': { zh: '统一包装', en: 'Packaging' },
  'gate.labelling': { zh: '统一标识', en: 'Labelling' },
  'gate.closed': { zh: '已完成', en: 'done' },
  'gate.open': { zh: '未完成', en: 'open' },
};

/** The words that every page of the console may use; a page adds its own: `{ ...consoleTexts, ...ownTexts }`. */
export const consoleTexts = pageTexts('console', { ...frame, ...queue, ...keys, ...navigation, ...forms, ...units });
