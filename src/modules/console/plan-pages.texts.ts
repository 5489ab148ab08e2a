import { itemWords } from './item.texts.js';
import { consolePageTexts } from './shared.texts.js';

const list = {
  plansText: {
    zh: '方案写明一个品类检测哪些项目、按什么限值判定。发布新版后，新开始的检测按新版；已经开始的按原来的版本做完。',
    en: 'A plan says what of a category is tested and by which limits. A new version counts for inspections that start after it; those under way finish by the version they began with.',
  },
  publish: { zh: '发布方案', en: 'Publish a plan' },
  publishNext: { zh: '发布新版', en: 'Publish a new version' },
  planVersion: { zh: '第 {version} 版', en: 'Version {version}' },
  inForce: { zh: '现行', en: 'In force' },
  replaced: { zh: '已被替换', en: 'Replaced' },
  itemCount: { zh: '{count} 项', en: '{count} items' },
  missingCount: { zh: '缺 {count} 个限值', en: '{count} limits missing' },
  noPlan: {
    zh: '还没有发布方案，这个品类现在不能检测。',
    en: 'No plan is published, so goods of this category cannot be tested yet.',
  },
  olderVersions: { zh: '以前的版本（{count}）', en: 'Earlier versions ({count})' },
};

const one = {
  publishedAt: { zh: '发布时间', en: 'Published' },
  categoryVersion: { zh: '品类版本', en: 'Version of the category' },
  uncertainty: { zh: '不确定度跨过限值时', en: 'When the uncertainty crosses a limit' },
  'uncertainty.undecided': { zh: '不判定（默认）', en: 'Leave it undecided (default)' },
  'uncertainty.reject': { zh: '判为不合格', en: 'Fail it' },
  'uncertainty.accept': { zh: '只按读数判定', en: 'Let the reading alone decide' },
  uncertaintyHint: {
    zh: '读数加减不确定度后，一头合格一头不合格时怎么办。',
    en: 'What to say when the reading passes at one end of its uncertainty and fails at the other.',
  },
  missingLimits: { zh: '还缺限值', en: 'Limits that are missing' },
  missingText: {
    zh: '标准里没有找到这些数值，本仓也没有设定。用得到它们的商品会“未判定”，不能签发证书。',
    en: 'No standard gave these figures and the warehouse has set none. Goods that need one stay undecided and get no certificate.',
  },
  leftOut: { zh: '没有纳入的项目', en: 'Items left out' },
  leftOutText: {
    zh: '证书上会写明这些项目未检测。',
    en: 'Certificates say that these were not tested.',
  },
  publishReason: { zh: '发布的理由', en: 'Why it was published' },
};

const form = {
  startFromPlan: { zh: '从现行第 {version} 版开始', en: 'Starting from version {version}, in force' },
  startFromMandatory: { zh: '从必检项目开始', en: 'Starting from the mandatory items' },
  categoryChanged: {
    zh: '现行方案是按品类 {then} 版制定的，现在的品类是 {now} 版。请逐项核对。',
    en: 'The plan in force was made for version {then} of the category, which is now {now}. Check each item.',
  },
  include: { zh: '纳入方案', en: 'Include' },
  given: { zh: '规定 {figure}', en: 'Set: {figure}' },
  tighterOnly: { zh: '只能更严', en: 'tighter only' },
  notGiven: { zh: '没有找到数值', en: 'no figure was found' },
  lacks: {
    zh: '缺限值：不填就不能判定',
    en: 'A limit is missing: without it this stays undecided',
  },
  ownSource: { zh: '本仓规程', en: 'Rule of this warehouse' },
  ownSourceHint: { zh: '例如：仓内规程 JC-07 第 3 条', en: 'For example: warehouse procedure JC-07, section 3' },
  by: { zh: '负责人编号', en: 'Number of who answers for it' },
  publishing: { zh: '发布', en: 'Publish' },
  reasonHint: { zh: '例如：按 GB 2762-2025 更新铅限值', en: 'For example: lead limit updated to GB 2762-2025' },
  published: { zh: '方案已发布', en: 'Plan published' },
  chosenCount: { zh: '共 {chosen} 项', en: '{chosen} items in all' },
  missingNow: {
    zh: '还缺 {count} 个限值（{items}）。可以发布，但缺了限值就不能判定。',
    en: '{count} limits are missing ({items}). You may publish, but an item without its limit stays undecided.',
  },
  nothingMissing: { zh: '限值齐全，每一项都能判定。', en: 'No limit is missing: every item can be decided.' },
};

export const planTexts = consolePageTexts('plans', { ...itemWords, ...list, ...one, ...form });
