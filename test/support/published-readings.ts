import { parseQuantity } from '../../src/kernel/quantity.js';
import type { MicrobePlan, PlanItem } from '../../src/modules/catalog/index.js';
import type { ReadingValue } from '../../src/modules/inspection/index.js';
import { plainDecimal, type RealFailure } from './real-failures.js';

/** What a bulletin prints as a reading of an item, its figure and its limit. */

/** The result that was published. */
export function publishedReading({ result }: RealFailure, item: PlanItem): ReadingValue {
  if (item.judge.op !== 'samplingPlan') return { kind: 'number', ...parseQuantity(result) };
  return counted(item, result.replace('CFU/g', '').split(',').map(plainDecimal));
}

/** The limit as the bulletin prints it, as a reading: `≤0.1g/kg` is 0.1 g/kg, 不得检出 and 不得使用 are 未检出. */
export function readingAtLimit({ limit }: RealFailure, item: PlanItem): ReadingValue {
  if (limit.startsWith('不得')) return { kind: 'not-detected', unit: item.unit };
  if (item.judge.op === 'samplingPlan') return counted(item, ['100', '100', '10', '10', '10']);
  const [, printed = '', unit = ''] = /^≤([\d.×¹⁰²³⁴⁵]+)(.+)$/u.exec(limit) ?? [];
  return { kind: 'number', ...parseQuantity(`${plainDecimal(printed)} ${unit}`) };
}

/** One count per sample, of the first organism of the item's plan. */
export function counted(item: PlanItem, counts: readonly string[]): ReadingValue {
  const { organism, unit } = microbes(item);
  return { kind: 'plan', rows: [{ organism: organism.zh, unit, counts: counts.map((value) => ({ value })) }] };
}

function microbes({ judge: by }: PlanItem): MicrobePlan {
  const plan = by.op === 'samplingPlan' ? by.plans[0] : undefined;
  if (!plan) throw new Error('no sampling plan');
  return plan;
}
