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

const streams = {
  streams: { zh: '各商家的抽样状态', en: 'Where each merchant’s lots stand' },
  streamsText: {
    zh: '转移规则的数值待核实，与两处公开资料一致。加严、放宽抽样表没有找到出处，所以只有正常检验有方案。',
    en: 'The figures of the switching rules are to be confirmed; two public pages agree with them. No source was found for the tightened and reduced tables, so only normal inspection has schemes.',
  },
  severityNow: { zh: '状态', en: 'Standing' },
  recentLots: { zh: '近来的批次', en: 'Recent lots' },
  whatToDo: { zh: '怎么办', en: 'What to do' },
  'stream.normal': { zh: '正常', en: 'Normal' },
  'stream.tightened': { zh: '应加严', en: 'Tightened' },
  'stream.discontinued': { zh: '已停止', en: 'Stopped' },
  'stream.normal.do': { zh: '按方案抽样。', en: 'Sample by the plan.' },
  'stream.tightened.do': {
    zh: '没有加严表，不能判定：每批由管理员决定全数检验。连续 5 批没有缺陷后回到正常；再有 5 批不合格就停止。',
    en: 'There is no tightened table, so nothing is decided: let an administrator decide for each lot that all is looked at. Five lots in a row without a defect lead back to normal; five that fail stop it.',
  },
  'stream.discontinued.do': {
    zh: '供方改进并核实后，由管理员写明理由恢复。',
    en: 'When the supplier has acted and it was checked, an administrator resumes it and says why.',
  },
  lotsOf: { zh: '共 {count} 批', en: '{count} lots in all' },
  noneYet: { zh: '无', en: 'none' },
  resume: { zh: '恢复抽样', en: 'Resume sampling' },
  resumeReason: { zh: '供方做了什么改进', en: 'What the supplier has done' },
  resumed: { zh: '已恢复，从加严检验开始', en: 'Resumed with tightened inspection' },
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
  aql: { zh: '抽样：{grade}缺陷的 AQL', en: 'Sampling: AQL of {grade} defects' },
  aqlNone: { zh: '不抽样', en: 'none' },
  samplingHint: {
    zh: '整批商品按 GB/T 2828.1 一般检验水平 II、正常检验一次抽样。只列有出处的 AQL。选了 AQL 的等级按抽样表，不用再填允许数。',
    en: 'Lots are sampled by GB/T 2828.1, general level II, normal single. Only AQLs with a sourced table are listed. A grade with an AQL goes by the table and needs no number.',
  },
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

export const planTexts = consolePageTexts('plans', { ...itemWords, ...list, ...one, ...streams, ...form });
