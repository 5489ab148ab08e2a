import { declareRefusals } from '../../kernel/refusal.js';

export const refusePlan = declareRefusals('catalog', {
  planOfAnotherCategory: {
    kind: 'conflict',
    zh: '方案是为品类 {chosen} 制定的，当前品类为 {category}；请按当前品类版本重新制定',
    en: 'The plan is made for category {chosen}, but the category is {category}; make it again for this version',
  },
  planItemUnknown: {
    kind: 'invalid',
    zh: '品类 {category} 没有检测项目 {item}；请核对项目代码',
    en: 'Category {category} has no item {item}; check the code',
  },
  planItemOutside: {
    kind: 'invalid',
    zh: '项目 {item} 不在方案内，不能为其设定限值；请先加入该项目',
    en: 'Item {item} is not in the plan, so no limit can be set for it; add the item first',
  },
  planItemTwice: {
    kind: 'invalid',
    zh: '项目 {item} 出现两次；请只保留一次',
    en: 'Item {item} stands twice; keep one',
  },
  planLimitUnknown: {
    kind: 'invalid',
    zh: '项目 {item} 没有可设定的限值 {limit}；可设定：{possible}',
    en: 'Item {item} has no limit {limit} to set; it has: {possible}',
  },
  planLimitMalformed: {
    kind: 'invalid',
    zh: '项目 {item} 的限值 {limit} 应为十进制数字，收到“{own}”',
    en: 'Limit {limit} of item {item} must be a decimal, got “{own}”',
  },
  planLimitLooser: {
    kind: 'invalid',
    zh: '项目 {item} 的自定限值 {limit}={own} 比品类规定 {category} 宽松；仓内限值只能收紧',
    en: 'Own limit {limit}={own} of item {item} is looser than the category’s {category}; it may only be tighter',
  },
  planLimitUnsourced: {
    kind: 'invalid',
    zh: '项目 {item} 的自定限值须注明仓内规程和责任人编号',
    en: 'The own limit of item {item} needs the warehouse’s rule and the number of the person who answers for it',
  },
  limitByUnknown: {
    kind: 'invalid',
    zh: '项目 {item} 的自定限值由编号“{by}”负责，但本仓没有这个在用账号；请填写本仓责任人的编号',
    en: 'The own limit of item {item} names the number “{by}”, which no open account of this warehouse has; give the number of the person who answers for it',
  },
  samplingOfPieces: {
    kind: 'invalid',
    zh: '品类 {category} 逐件检测，没有整批；项目 {item} 不能设抽样，请去掉',
    en: 'Goods of category {category} are tested piece by piece, never as lots: take the sampling of item {item} out',
  },
  samplingOfOther: {
    kind: 'invalid',
    zh: '项目 {item} 不是记缺陷数的项目，不能设抽样；请只为缺陷类项目设抽样',
    en: 'Item {item} does not count defects, so it cannot be sampled; set sampling for items that count defects only',
  },
  samplingWithoutAql: {
    kind: 'invalid',
    zh: '项目 {item} 的抽样至少要为一个缺陷等级选定 AQL：{possible}',
    en: 'The sampling of item {item} needs an AQL for at least one grade of defects: {possible}',
  },
  samplingAqlUnknown: {
    kind: 'invalid',
    zh: '项目 {item} 的 AQL“{aql}”不在有出处的抽样表内；可选：{possible}',
    en: 'AQL “{aql}” of item {item} is not in the table that has a source; choose of: {possible}',
  },
  planLimitsCross: {
    kind: 'invalid',
    zh: '项目 {item} 的下限高于上限',
    en: 'The lower limit of item {item} is above the upper',
  },
});
