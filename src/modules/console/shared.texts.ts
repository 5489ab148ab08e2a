import { consoleTexts } from '../../platform/pages/console.texts.js';
import type { Text } from '../../kernel/language.js';
import { type PageTexts, pageTexts } from '../../platform/pages/page-texts.js';

const roles = {
  'role.admin': { zh: '管理员', en: 'Administrator' },
  'role.receiver': { zh: '收货员', en: 'Receiver' },
  'role.inspector': { zh: '检测员', en: 'Inspector' },
  'role.reviewer': { zh: '复核员', en: 'Reviewer' },
  'role.packer': { zh: '包装员', en: 'Packer' },
  'role.shipper': { zh: '出库员', en: 'Shipper' },
  'role.host': { zh: '主播', en: 'Host' },
  'role.merchant': { zh: '商家', en: 'Merchant' },
  'role.laboratory': { zh: '检测机构', en: 'Laboratory' },
  'role.regulator': { zh: '监管人员', en: 'Regulator' },
};

const parties = {
  'kind.warehouse': { zh: '质检仓', en: 'Warehouse' },
  'kind.merchant': { zh: '商家', en: 'Merchant' },
  'kind.laboratory': { zh: '检测机构', en: 'Laboratory' },
  'kind.studio': { zh: '直播机构', en: 'Studio' },
  'kind.carrier': { zh: '承运人', en: 'Carrier' },
  'kind.regulator': { zh: '监管部门', en: 'Regulator' },
};

const goods = {
  'unitKind.piece': { zh: '单件', en: 'Piece' },
  'unitKind.lot': { zh: '批次', en: 'Lot' },
  'verdict.pass': { zh: '合格', en: 'Pass' },
  'verdict.fail': { zh: '不合格', en: 'Fail' },
  'verdict.undecided': { zh: '未判定', en: 'Undecided' },
  'certificate.valid': { zh: '有效', en: 'Valid' },
  'certificate.suspended': { zh: '已暂停', en: 'Suspended' },
  'certificate.revoked': { zh: '已撤销', en: 'Revoked' },
  'certificate.superseded': { zh: '已换新', en: 'Superseded' },
  sample: { zh: '送检样品，不销售', en: 'Test sample, not for sale' },
};

const words = {
  all: { zh: '全部', en: 'All' },
  none: { zh: '无', en: 'None' },
  name: { zh: '名称', en: 'Name' },
  state: { zh: '状态', en: 'State' },
  when: { zh: '时间', en: 'When' },
  waitsSince: { zh: '进入时间', en: 'Since' },
  openNext: { zh: '打开下一件', en: 'Open the next' },
  reason: { zh: '原因', en: 'Reason' },
  back: { zh: '返回', en: 'Back' },
  edit: { zh: '修改', en: 'Change' },
  number: { zh: '编号', en: 'Number' },
  quantity: { zh: '数量', en: 'Quantity' },
  category: { zh: '品类', en: 'Category' },
  merchant: { zh: '商家', en: 'Merchant' },
  warehouse: { zh: '质检仓', en: 'Warehouse' },
  stage: { zh: '阶段', en: 'Stage' },
  gates: { zh: '三道关', en: 'Gates' },
  changed: { zh: '最近变动', en: 'Last change' },
  unitName: { zh: '品名', en: 'Goods' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  onlyOnce: { zh: '只显示这一次，请现在保存。', en: 'This is shown once. Keep it now.' },
};

const sharedTexts = pageTexts('console-shared', { ...consoleTexts, ...roles, ...parties, ...goods, ...words });

/** The texts of one page of the console, beside those that all pages say alike. Throws when it would change one of them. */
export function consolePageTexts(name: string, own: Readonly<Record<string, Text>>): PageTexts {
  const changed = Object.keys(own).filter((key) => Object.hasOwn(sharedTexts, key));
  if (changed.length > 0)
    throw new Error(`The page "${name}" would change the words of all pages: ${changed.join(', ')}`);
  return pageTexts(`console-${name}`, { ...sharedTexts, ...own });
}
