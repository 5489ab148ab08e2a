import {
  type Attributes,
  limitSlots,
  type OwnLimit,
  type Plan,
  planFrom,
  type PlanItem,
} from '../../src/modules/catalog/index.js';
import type { JudgeContext } from '../../src/modules/inspection/judge.js';
import type { ReadingValue } from '../../src/modules/inspection/index.js';
import { ATTRIBUTES, type CategoryId } from './catalog.js';
import { category, day, judgeContext } from './judging.js';

const HASH = 'ab'.repeat(32);

/** Goods of each category such that every item of it is asked of one of them, and each with a condition left out of one. */
export const GOODS: Readonly<Record<CategoryId, readonly Attributes[]>> = {
  'crystal-jewelry': [
    { priceType: '实价' },
    { priceType: '议价', metal: '足金', hasMetalPart: true, isChild: true, articleType: '耳饰' },
    { priceType: '削价', gemName: '玻璃', naturalness: '仿宝石' },
  ],
  'dried-shrimp-skin': [{}, { readyToEat: true }, { packing: '散装' }],
  'frozen-shrimp': [{}, { packing: '散装称重' }, { packing: '分装', readyToEat: true }],
  ginseng: [{}, { useClass: '药用' }, { form: '人参制品', herbalTea: true }],
  'large-yellow-croaker': [{}, { packing: '散装称重', sizeClass: '每条≥100 g' }, { state: '活' }],
  'live-swimming-crab': [{}, { state: '冰鲜' }],
};

/** The plan with every item of a category, and a figure of a warehouse's own wherever no source gives one. */
export function wholePlan(id: CategoryId): Plan {
  const of = category(id);
  const limits = of.items.flatMap(({ code, judge }): OwnLimit[] => {
    const missing = limitSlots(judge).filter(({ value, path }) => value === null && !path.endsWith('.M'));
    const set = Object.fromEntries(missing.map(({ path, whole }) => [path, whole ? '2' : '10']));
    return missing.length === 0 ? [] : [{ item: code, set, source: '仓内规程 示例', by: 'Y0001' }];
  });
  const adds = of.items.filter(({ mandatory }) => !mandatory).map(({ code }) => code);
  return planFrom(of, { category: id, categoryVersion: of.version, adds, limits });
}

/** What is known of goods when they are judged. */
export function contextOfGoods(id: CategoryId, changes: Attributes): JudgeContext {
  return judgeContext({
    attributes: { ...ATTRIBUTES[id], ...changes },
    declared: { quantity: { value: '10', unit: 'KGM' }, skuName: '示例商品', documents: ['检疫证明'] },
    productionDay: day('2026-11-10'),
  });
}

/** A reading that the item passes, at the very limit where it has one. */
export function goodReading({ judge, unit, valueType }: PlanItem, context: JudgeContext): ReadingValue {
  const at = (field: string) => context.attributes[field] ?? context.declared[field];
  const number = (value: string | null): ReadingValue => ({ kind: 'number', value: value ?? '', unit });
  switch (judge.op) {
    case 'max':
    case 'min':
    case 'nominal':
      return number(judge.value);
    case 'range':
      return number(judge.min);
    case 'maxIf':
    case 'minIf':
      return number(judge.map[String(at(judge.field))] ?? null);
    case 'absent':
    case 'notUsed':
      return { kind: 'not-detected', unit };
    case 'isTrue':
      return { kind: 'boolean', value: true };
    case 'manual':
      return {
        kind: 'opinion',
        verdict: 'pass',
        text: '如常',
        files: valueType === 'file' ? [{ role: '谱图', hash: HASH }] : [],
      };
    case 'in':
      return { kind: 'enum', value: judge.values[0] ?? '' };
    case 'mapEquals':
      return { kind: 'enum', value: judge.map[String(at(judge.field))] ?? '' };
    case 'equalsNormalized':
    case 'disclosedIf':
      return { kind: 'enum', value: String(at(judge.field)) };
    case 'maxEach':
      return {
        kind: 'map',
        unit,
        values: Object.fromEntries(Object.entries(judge.map).map(([key, max]) => [key, max ?? ''])),
      };
    case 'matchesDeclared':
      return declaredReading(judge.compare, at(judge.field), unit);
    case 'tolerableShortage':
      return { kind: 'list', unit, values: [String(at(judge.field)), String(at(judge.field))] };
    case 'samplingPlan':
      return {
        kind: 'plan',
        rows: judge.plans.map(({ organism, unit: own, n }) => ({
          organism: organism.zh,
          unit: own,
          counts: Array.from({ length: Number(n) }, () => ({ notDetected: true }) as const),
        })),
      };
    case 'allPresent':
      return { kind: 'files', files: judge.values.map(({ zh }) => ({ role: zh, hash: HASH })) };
    case 'labelComplete':
      return {
        kind: 'map',
        unit: null,
        values: Object.fromEntries((judge.fields ?? []).map(({ code }) => [code, '已标'])),
      };
    case 'defectList':
      return { kind: 'defects', defects: [] };
  }
}

function declaredReading(compare: 'text' | 'number' | 'list', declared: unknown, unit: string | null): ReadingValue {
  if (compare === 'list') return { kind: 'list', unit: null, values: (declared as readonly string[]) ?? [] };
  if (compare === 'text') return { kind: 'text', text: String(declared) };
  if (typeof declared === 'string') return { kind: 'number', value: declared, unit };
  const { value, unit: own } = declared as { value: string; unit: string };
  return { kind: 'number', value, unit: own };
}
