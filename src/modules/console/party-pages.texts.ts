import { accountWords } from './account-words.js';
import { erasureWords } from './erasure-words.js';
import { consolePageTexts } from './shared.texts.js';

export const partyTexts = consolePageTexts('parties', {
  registerKind: { zh: '登记{kind}', en: 'Register a {kind}' },
  kind: { zh: '类别', en: 'Kind' },
  register: { zh: '登记主体', en: 'Register a party' },
  warehouseByCommand: {
    zh: '新的质检仓和监管部门只能在服务器命令行登记。',
    en: 'Warehouses and regulators are registered at the server’s command line only.',
  },
  keptByAnother: {
    zh: '由其他质检仓或监管部门登记：资料和账号由他们管理。',
    en: 'Registered elsewhere: who registered it keeps its facts and its accounts.',
  },
  nameZh: { zh: '名称（中文，与营业执照一致）', en: 'Name (Chinese, as on the licence)' },
  nameEn: { zh: '英文名称', en: 'English name' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  usccHint: { zh: '18 位，照营业执照填写', en: '18 characters, as on the business licence' },
  usccReason: { zh: '校验位不符的理由', en: 'Why the check character is wrong' },
  usccReasonHint: {
    zh: '只有代码与营业执照一致、校验位却不符时才填',
    en: 'Only when the code is as printed on the licence and the check character is wrong all the same',
  },
  address: { zh: '地址', en: 'Address' },
  phone: { zh: '电话', en: 'Phone' },
  contactName: { zh: '联系人', en: 'Contact' },
  contactHint: { zh: '属个人信息，可按要求删除', en: 'Personal data; it can be erased on request' },
  cma: { zh: '资质认定（CMA）编号', en: 'CMA number' },
  cmaHint: { zh: '12 位数字', en: '12 digits' },
  scope: { zh: '能力范围', en: 'Accredited for' },
  scopeHint: { zh: '标准或方法，每行一项', en: 'Standards or methods, one a line' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  registeredAt: { zh: '登记时间', en: 'Registered' },
  ...accountWords,
  ...erasureWords,
  changeTitle: { zh: '修改{name}', en: 'Change {name}' },
  saved: {
    zh: '已保存，原来的内容仍在日志里（联系人和电话可以删除）',
    en: 'Saved; what it said before stays in the log (contact and phone can be erased)',
  },
});
