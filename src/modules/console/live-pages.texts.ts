import { consolePageTexts } from './shared.texts.js';

const list = {
  liveText: {
    zh: '开一个场次，把画面地址放进推流软件的“浏览器源”，再在控制页切换证书。',
    en: 'Open a session, put its overlay address into a browser source of the streaming software, then change certificates on its control page.',
  },
  openNew: { zh: '开一个场次', en: 'Open a session' },
  sessionTitle: { zh: '场次名称', en: 'Title' },
  titleHint: { zh: '例如：周五水晶专场', en: 'For example: Friday crystals' },
  layout: { zh: '画面', en: 'Picture' },
  'layout.portrait': { zh: '竖屏 1080×1920', en: 'Portrait 1080×1920' },
  'layout.landscape': { zh: '横屏 1920×1080', en: 'Landscape 1920×1080' },
  codeStyle: { zh: '观众怎样查到证书', en: 'How viewers find the certificate' },
  'codeStyle.short': { zh: '短码和网址', en: 'Short code and address' },
  'codeStyle.number': { zh: '只显示证书号', en: 'Certificate number only' },
  'codeStyle.qr': { zh: '二维码', en: 'QR code' },
  'codeStyle.none': { zh: '不显示', en: 'Not shown' },
  codeHint: {
    zh: '有的平台不准出现二维码和网址，请按平台的规则选。',
    en: 'Some platforms forbid QR codes and addresses; choose by their rules.',
  },
  opened: { zh: '场次已开', en: 'Session opened' },
  overlayUrl: { zh: '画面地址', en: 'Overlay address' },
  overlayHint: {
    zh: '推流软件：添加“浏览器源”，贴上地址，宽高填 {size}。英文画面在地址后加 ?lang=en。',
    en: 'In the streaming software add a browser source with this address, sized {size}. For English add ?lang=en.',
  },
  goToControl: { zh: '进入控制页', en: 'Go to the control page' },
  noSessions: { zh: '这里没有场次。', en: 'No sessions here.' },
  openedAt: { zh: '开始', en: 'Opened' },
  endedAt: { zh: '结束', en: 'Ended' },
  'session.open': { zh: '进行中', en: 'Open' },
  'session.ended': { zh: '已结束', en: 'Ended' },
};

const control = {
  pickTitle: { zh: '上屏', en: 'Put on the screen' },
  pickCode: { zh: '扫码或输入证书号', en: 'Scan, or type a certificate number' },
  pickHint: {
    zh: '在本页任何地方扫码都会直接上屏。别家的证书，请扫证书上的展示码。',
    en: 'A scan anywhere on this page goes on the screen. For another company’s certificate scan the display code on it.',
  },
  show: { zh: '上屏', en: 'Show' },
  shown: { zh: '已上屏', en: 'On the screen' },
  ownCertificates: { zh: '本单位的有效证书', en: 'Valid certificates of your party' },
  noCertificates: { zh: '没有有效证书。', en: 'No valid certificate.' },
  onScreen: { zh: '画面', en: 'On the screen' },
  isShown: { zh: '正在展示', en: 'Shown now' },
  isEmpty: { zh: '画面是空的', en: 'The screen is empty' },
  heldText: {
    zh: '商品被暂扣，画面已自动清空。解除暂扣后会自动恢复。',
    en: 'The goods are on hold, so the screen shows nothing. It comes back when the hold is released.',
  },
  notValidText: {
    zh: '证书状态：{state}。画面上已如实显示，请换下一件。',
    en: 'State of the certificate: {state}. The screen says so; go on with other goods.',
  },
  clear: { zh: '清空画面', en: 'Clear the screen' },
  cleared: { zh: '画面已清空', en: 'Screen cleared' },
  onAirLog: { zh: '播出记录', en: 'On-air log' },
  nothingShown: { zh: '还没有展示过证书。', en: 'Nothing was shown yet.' },
  certificateNumber: { zh: '证书号', en: 'Certificate' },
  shownFrom: { zh: '上屏', en: 'Shown from' },
  shownUntil: { zh: '下屏', en: 'Until' },
  logEntry: { zh: '日志条目', en: 'Log entry' },
  newAddress: { zh: '更换画面地址', en: 'Replace the overlay address' },
  newAddressText: {
    zh: '地址丢了或泄露了就更换。旧地址立即失效，推流软件里要换成新的。',
    en: 'For an address that was lost or leaked. The old one stops at once; put the new one into the streaming software.',
  },
  addressMade: { zh: '新的画面地址', en: 'New overlay address' },
  end: { zh: '结束场次', en: 'End the session' },
  endText: {
    zh: '结束后画面地址失效，不能再打开；播出记录保留。',
    en: 'The overlay address stops and the session cannot be opened again. Its on-air log stays.',
  },
  ended: { zh: '场次已结束', en: 'Session ended' },
};

export const liveTexts = consolePageTexts('live', { ...list, ...control });
