import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDecimal } from '../../src/kernel/decimal.js';
import type { Text } from '../../src/kernel/language.js';
import type { Attributes } from '../../src/modules/catalog/index.js';

/** One published failure of 2026, and what of our six categories it belongs to. */
export interface RealFailure {
  readonly bulletin: string;
  readonly food: string;
  readonly item: string;
  /** As published, such as `0.497g/kg` and `≤0.1g/kg`. */
  readonly result: string;
  readonly limit: string;
  /** The category that is for this food and states this limit; null when none is. */
  readonly covered: Target | null;
  /** For a food without a category: an item that judges by the same row, so that the figure is tried all the same. */
  readonly sameLimit: Target | null;
  readonly why: Text;
}

export interface Target {
  readonly category: string;
  readonly item: string;
  /** What a unit must be for the item to apply. */
  readonly attributes: Attributes;
}

type Row = readonly [record: number, fail: number, covered: Target | null, sameLimit: Target | null, why: Text];

const sulfite: Target = { category: 'frozen-shrimp', item: 'SHR-SO2', attributes: {} };
const cyclamate: Target = { category: 'dried-shrimp-skin', item: 'DSS-SWEET', attributes: {} };
const tetracyclines: Target = { category: 'frozen-shrimp', item: 'SHR-TC', attributes: {} };
const colours: Target = { category: 'dried-shrimp-skin', item: 'DSS-COLOR', attributes: {} };
const peroxide: Target = { category: 'dried-shrimp-skin', item: 'DSS-POV', attributes: {} };
const fishCadmium: Target = { category: 'large-yellow-croaker', item: 'LYC-CD', attributes: {} };
const crabCadmium: Target = { category: 'live-swimming-crab', item: 'CRB-CD', attributes: {} };
const metronidazole: Target = { category: 'large-yellow-croaker', item: 'LYC-MNZ', attributes: {} };
const furazolidone: Target = { category: 'frozen-shrimp', item: 'SHR-FZD', attributes: {} };
const coliforms: Target = { category: 'dried-shrimp-skin', item: 'DSS-COLI', attributes: { readyToEat: true } };
const moulds: Target = { category: 'ginseng', item: 'GIN-MOULD', attributes: { form: '人参制品', herbalTea: true } };
const enrofloxacin: Target = { category: 'large-yellow-croaker', item: 'LYC-ENR', attributes: {} };

const why = {
  seaShrimp: {
    zh: '海水虾，通报未说明是否冷冻；限量同为海水虾',
    en: 'sea shrimp, the bulletin does not say whether frozen; the limit is for all sea shrimp',
  },
  fishBalls: {
    zh: '鱼丸属其他水产制品，六个品类都不收，也没有脱氢乙酸项目',
    en: 'fish balls are another aquatic product: no category takes them in, and none has an item for dehydroacetic acid',
  },
  roasted: {
    zh: '烤虾干不是虾皮；同属干制水产品，同样不得使用',
    en: 'roasted dried shrimp is not xiapi; it is of the same class of dried products, with the same prohibition',
  },
  peeled: {
    zh: '虾米不是虾皮；同属干制水产品，同样不得使用',
    en: '虾米 (peeled dried shrimp) is not xiapi; it is of the same class of dried products, with the same prohibition',
  },
  driedFish: {
    zh: '银鱼干是鱼，不是虾皮；同属预制动物性水产干制品，限量相同',
    en: 'dried silver fish is a fish, not xiapi; it is of the same class of dried products, with the same limit',
  },
  frozenShrimp: {
    zh: '冻海水虾，正属本品类',
    en: 'frozen sea shrimp, this category’s own food',
  },
  mackerel: {
    zh: '鲅鱼不是大黄鱼，没有鲅鱼品类；同为 GB 2762 表 2 鱼类一行',
    en: 'Spanish mackerel is not large yellow croaker and has no category; both stand in the row for fish of GB 2762 table 2',
  },
  mantisShrimp: {
    zh: '虾蛄没有品类（虾类限量 0.5 不适用）；与海蟹同在 GB 2762 表 2 海蟹、虾蛄一行',
    en: 'mantis shrimp has no category (the 0.5 for shrimp is not its limit); it stands with sea crab in one row of GB 2762 table 2',
  },
  smallCroaker: {
    zh: '小黄花鱼不是大黄鱼，没有品类；同样不得检出',
    en: 'small yellow croaker is not large yellow croaker and has no category; the same prohibition holds',
  },
  chilled: {
    zh: '冰鲜虾，不是冻虾；六个品类都不收',
    en: 'chilled, not frozen: none of the six categories takes it in',
  },
  riverPrawn: {
    zh: '罗氏虾是淡水虾，通报未说明冷冻，品类所列为对虾、白虾；同样不得检出',
    en: 'giant river prawn is a freshwater shrimp, not said to be frozen, and the category is for sea shrimp; the same prohibition holds',
  },
  xiapi: {
    zh: '虾皮，正属本品类',
    en: 'xiapi, this category’s own food',
  },
  crabPaste: {
    zh: '蟹糊没有品类；采样方案与即食虾皮项目相同',
    en: 'crab paste has no category; its sampling plan is the same as that of ready-to-eat xiapi',
  },
  herbalTea: {
    zh: '人参代用茶，正属本品类',
    en: 'herbal tea with ginseng, which this category has an item for',
  },
  croaker: {
    zh: '“黄鱼”未说明大黄鱼还是小黄鱼；限量相同',
    en: '黄鱼 does not say large or small yellow croaker; the limit is the same',
  },
};

const ROWS: readonly Row[] = [
  [0, 0, sulfite, null, why.seaShrimp], // 海水虾 二氧化硫残留量
  [1, 0, sulfite, null, why.seaShrimp], // 大白虾（海水虾） 二氧化硫残留量
  [2, 0, null, null, why.fishBalls], // 鲅鱼丸 脱氢乙酸及其钠盐(以脱氢乙酸计)
  [3, 0, null, cyclamate, why.roasted], // 烤虾干 甜蜜素(以环己基氨基磺酸计)
  [4, 0, tetracyclines, null, why.seaShrimp], // 海水虾 土霉素/金霉素/四环素(组合含量)
  [5, 0, sulfite, null, why.seaShrimp], // 海水虾 二氧化硫残留量
  [6, 0, null, colours, why.peeled], // 虾米（预制动物性水产干制品） 日落黄
  [7, 0, null, peroxide, why.driedFish], // 银鱼干 过氧化值(以脂肪计)
  [8, 0, sulfite, null, why.frozenShrimp], // 冻海水虾 二氧化硫残留量
  [9, 0, null, fishCadmium, why.mackerel], // 鲅鱼 镉(以Cd计)
  [10, 0, sulfite, null, why.seaShrimp], // 海水虾 二氧化硫残留量
  [11, 0, null, crabCadmium, why.mantisShrimp], // 虾爬子（海水虾） 镉(以Cd计)
  [12, 0, null, metronidazole, why.smallCroaker], // 小黄花鱼 甲硝唑
  [13, 0, null, sulfite, why.chilled], // 大虾（冰鲜海水虾） 二氧化硫残留量
  [14, 0, null, crabCadmium, why.mantisShrimp], // 虾爬子（海水虾） 镉(以Cd计)
  [15, 0, null, sulfite, why.chilled], // 大虾（冰鲜海水虾） 二氧化硫残留量
  [16, 0, null, crabCadmium, why.mantisShrimp], // 虾爬子（海水虾） 镉(以Cd计)
  [17, 0, null, furazolidone, why.riverPrawn], // 罗氏虾 呋喃唑酮代谢物
  [18, 0, colours, null, why.xiapi], // 红虾皮 日落黄
  [18, 1, colours, null, why.xiapi], // 红虾皮 胭脂红
  [19, 0, null, coliforms, why.crabPaste], // 兴洲红膏蟹糊 大肠菌群
  [20, 0, moulds, null, why.herbalTea], // 人参桑葚枸杞桂圆茶 霉菌
  [21, 0, moulds, null, why.herbalTea], // 人参枸杞桑葚桂圆茶 霉菌
  [22, 0, sulfite, null, why.seaShrimp], // 南美白虾 二氧化硫残留量
  [23, 0, null, enrofloxacin, why.croaker], // 黄鱼 恩诺沙星
  [24, 0, null, crabCadmium, why.mantisShrimp], // 皮皮虾（海水虾） 镉(以Cd计)
];

interface Published {
  readonly records: readonly {
    readonly bulletin: string;
    readonly food: string;
    readonly fails: readonly { readonly item: string; readonly result: string; readonly limit: string }[];
  }[];
}

/** Every failure of the 25 records, in their order. */
export function realFailures(): readonly RealFailure[] {
  const { records } = published();
  return ROWS.map(([record, fail, covered, sameLimit, reason]) => {
    const found = records[record];
    const failed = found?.fails[fail];
    if (!found || !failed) throw new Error(`no failure ${record}.${fail}`);
    return { bulletin: found.bulletin, food: found.food, ...failed, covered, sameLimit, why: reason };
  });
}

/** How many failures the file of records holds: the table must have a row for each. */
export function publishedCount(): number {
  return published().records.reduce((sum, { fails }) => sum + fails.length, 0);
}

/** `1.3×10²` as `130`; a plain decimal as it is. Throws on anything else. */
export function plainDecimal(printed: string): string {
  const match = /^(\d+)(?:\.(\d+))?×10([²³⁴⁵])$/u.exec(printed);
  if (!match)
    return decimal(
      printed.startsWith('10') ? printed.replace(/^10([²³⁴⁵])$/u, (_, power) => `1${zeros(power)}`) : printed,
    );
  const [, whole = '', fraction = '', power = ''] = match;
  return decimal(whole + fraction.padEnd(zeros(power).length, '0'));
}

function zeros(power: string): string {
  return '0'.repeat('²³⁴⁵'.indexOf(power) + 2);
}

function decimal(text: string): string {
  if (!isDecimal(text)) throw new Error(`not a figure: ${text}`);
  return text;
}

function published(): Published {
  const content: Published = JSON.parse(
    readFileSync(join(process.cwd(), 'test', 'support', 'reference-real-failures-2026.json'), 'utf8'),
  );
  return content;
}
