import { pageTexts } from '../../platform/pages/page-texts.js';

/** The texts of the overlay: short, since they are read on a phone that shows another phone's picture. */
export const overlayTexts = pageTexts('overlay', {
  title: { zh: '验真 直播证书', en: 'Yanzhen live certificate' },
  'verdict.pass': { zh: '检测 {count} 项 全部合格', en: '{count} items tested, all pass' },
  'verdict.fail': { zh: '检测不合格', en: 'Did not pass' },
  'verdict.undecided': { zh: '尚未判定', en: 'Undecided' },
  'state.suspended': { zh: '证书已暂停', en: 'Certificate suspended' },
  'state.revoked': { zh: '证书已撤销', en: 'Certificate withdrawn' },
  'state.superseded': { zh: '证书已换新', en: 'Certificate replaced' },
  sample: { zh: '演示', en: 'Sample' },
  limit: { zh: '要求 {limit}', en: 'Limit {limit}' },
  certificate: { zh: '证书号', en: 'Certificate' },
  warehouse: { zh: '检测仓库', en: 'Inspected at' },
  short: { zh: '打开 {site} 输入', en: 'Look up at {site}' },
  qr: { zh: '证书二维码', en: 'QR code of the certificate' },
});
