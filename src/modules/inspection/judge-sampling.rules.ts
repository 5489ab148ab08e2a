import { compareDecimals, isDecimal } from '../../kernel/decimal.js';
import { convertQuantity, isConvertible } from '../../kernel/quantity.js';
import { isSameText } from '../../kernel/text.js';
import type { MicrobePlan } from '../catalog/index.js';
import { fail, type Finding, noLimit, pass, undecided, worst, wrongKind } from './judge.js';
import { notDecimal, wrongUnit } from './judge-amount.js';
import type { PlanRow, ReadingValue } from './judge-reading.js';

/** Microbes by two- and three-class plans: n samples, at most c above m, none above M (GB 4789.1 words). */
export function judgeSampling(reading: ReadingValue, plans: readonly MicrobePlan[]): Finding {
  if (reading.kind !== 'plan') return wrongKind();
  return worst(
    plans.map((plan) => {
      const row = reading.rows.find(({ organism }) => isSameText(organism, plan.organism.zh));
      const { verdict, reason } = row ? judgeRow(row, plan) : undecided('没有读数', 'there is no reading');
      return { verdict, reason: { zh: `${plan.organism.zh}：${reason.zh}`, en: `${plan.organism.en}: ${reason.en}` } };
    }),
  );
}

/** A count above M, or more than c above m, fails whatever is missing; anything missing else is undecided. */
function judgeRow(row: PlanRow, plan: MicrobePlan): Finding {
  const counts = countsOf(row, plan);
  if ('verdict' in counts) return counts;
  const over = (limit: string) => counts.filter((count) => compareDecimals(count, limit) > 0).length;
  if (plan.M !== null && over(plan.M) > 0) {
    return fail(`${over(plan.M)} 个样品超过 M=${plan.M}`, `${over(plan.M)} samples are above M=${plan.M}`);
  }
  if (plan.c === null || plan.m === null) return noLimit();
  const above = over(plan.m);
  const facts = `m=${plan.m}, c=${plan.c}`;
  if (compareDecimals(String(above), plan.c) > 0) {
    return fail(`${above} 个样品超过 m（${facts}）`, `${above} samples are above m (${facts})`);
  }
  if (plan.n === null) return noLimit();
  if (compareDecimals(String(row.counts.length), plan.n) !== 0) {
    return undecided(
      `应检 ${plan.n} 个样品，有 ${row.counts.length} 个`,
      `${plan.n} samples are needed, ${row.counts.length} were read`,
    );
  }
  return pass(`${above} 个样品超过 m（${facts}）`, `${above} samples are above m (${facts})`);
}

function countsOf({ counts, unit }: PlanRow, plan: MicrobePlan): readonly string[] | Finding {
  const isSame = unit === plan.unit;
  if (!isSame && (unit === null || plan.unit === null || !isConvertible(unit, plan.unit)))
    return wrongUnit(plan.unit, unit);
  const found = counts.flatMap((count) => ('value' in count ? [count.value] : []));
  if (!found.every(isDecimal)) return notDecimal();
  const missed = counts.filter((count) => 'notDetected' in count).map(() => '0');
  if (isSame || unit === null || plan.unit === null) return [...found, ...missed];
  const to = plan.unit;
  return [...found.map((value) => convertQuantity({ value, unit }, to).value), ...missed];
}
