import type { Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import type { Category, CategoryItem, Condition, LimitSlot } from '../catalog/index.js';

/** A condition in words: `销售方式为“散装称重”，且冻型为“单冻”`. */
export function conditionWords(condition: Condition, category: Category): Text {
  if ('all' in condition) return joined(partsOf(condition.all, category), { zh: '，且', en: ', and ' });
  if ('any' in condition) return joined(partsOf(condition.any, category), { zh: '，或', en: ', or ' });
  if ('not' in condition) return unless(condition.not, category);
  const name = nameOf(condition.attribute, category);
  if ('is' in condition) {
    const answer = yesNo(condition.is);
    return { zh: `${name.zh}为“${answer.zh}”`, en: `${name.en} is “${answer.en}”` };
  }
  const values = valuesIn(condition, category);
  return { zh: `${name.zh}为${values.zh}`, en: `${name.en} is ${values.en}` };
}

/** A figure that a warehouse may set, in words: `上限`, `允差`, `一般缺陷允许数`, `银925 · 下限`. */
export function limitWords({ path, bound }: LimitSlot, item: CategoryItem, category: Category): Text {
  const [group = '', ...rest] = path.split('.');
  const key = rest.join('.');
  if (group === 'tolerance') return { zh: '允差 ±', en: 'Tolerance ±' };
  if (group === 'allowed') return DEFECTS[key] ?? same(key);
  if (group === 'plans') return planWords(key, item);
  const side = bound === 'floor' ? { zh: '下限 ≥', en: 'At least' } : { zh: '上限 ≤', en: 'At most' };
  if (group !== 'map') return side;
  const of = keyWords(key, item, category);
  return { zh: `${of.zh} · ${side.zh}`, en: `${of.en} · ${side.en.toLowerCase()}` };
}

/** The unit in which a figure is given; empty for counts and for what has none. */
export function limitUnit({ path, whole }: LimitSlot, { judge, unit }: CategoryItem): string {
  if (whole) return '';
  if (judge.op !== 'samplingPlan') return unit ? unitSymbol(unit) : '';
  const plan = judge.plans.find(({ organism }) => path.startsWith(`plans.${organism.zh}.`));
  return plan?.unit ? unitSymbol(plan.unit) : '';
}

const DEFECTS: Readonly<Record<string, Text>> = {
  CR: { zh: '严重缺陷允许数', en: 'Critical defects allowed' },
  MA: { zh: '一般缺陷允许数', en: 'Major defects allowed' },
  MI: { zh: '轻微缺陷允许数', en: 'Minor defects allowed' },
};

function partsOf(conditions: readonly Condition[], category: Category): Text[] {
  return conditions.map((each) => {
    const words = conditionWords(each, category);
    const isNested = 'all' in each || 'any' in each;
    return isNested ? { zh: `（${words.zh}）`, en: `(${words.en})` } : words;
  });
}

function joined(parts: readonly Text[], by: Text): Text {
  return { zh: parts.map(({ zh }) => zh).join(by.zh), en: parts.map(({ en }) => en).join(by.en) };
}

function unless(condition: Condition, category: Category): Text {
  if ('in' in condition) {
    const name = nameOf(condition.attribute, category);
    const values = valuesIn(condition, category);
    return { zh: `${name.zh}不是${values.zh}`, en: `${name.en} is not ${values.en}` };
  }
  const words = conditionWords(condition, category);
  return { zh: `并非（${words.zh}）`, en: `not (${words.en})` };
}

function valuesIn(condition: { readonly attribute: string; readonly in: readonly string[] }, category: Category): Text {
  const known = category.attributes.find(({ code }) => code === condition.attribute)?.values ?? [];
  const texts = condition.in.map((value) => known.find(({ zh }) => zh === value) ?? same(value));
  return joined(
    texts.map(({ zh, en }) => ({ zh: `“${zh}”`, en: `“${en}”` })),
    { zh: '或', en: ' or ' },
  );
}

function nameOf(attribute: string, category: Category): Text {
  return category.attributes.find(({ code }) => code === attribute)?.name ?? same(attribute);
}

/** The keys of a map are values of an attribute, true or false of one, or names of substances. */
function keyWords(key: string, { judge }: CategoryItem, category: Category): Text {
  const field = 'field' in judge ? judge.field : '';
  const attribute = category.attributes.find(({ code }) => code === field);
  if (attribute?.type === 'boolean') {
    const answer = yesNo(key === 'true');
    return { zh: `${attribute.name.zh}：${answer.zh}`, en: `${attribute.name.en}: ${answer.en}` };
  }
  return attribute?.values?.find(({ zh }) => zh === key) ?? same(key);
}

function planWords(key: string, { judge }: CategoryItem): Text {
  const plans = judge.op === 'samplingPlan' ? judge.plans : [];
  const organism = plans.find((plan) => key.startsWith(`${plan.organism.zh}.`))?.organism ?? same(key);
  const figure = key.slice(organism.zh.length + 1);
  return { zh: `${organism.zh} ${figure}`, en: `${organism.en} ${figure}` };
}

function yesNo(is: boolean): Text {
  return is ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
}

function same(text: string): Text {
  return { zh: text, en: text };
}
