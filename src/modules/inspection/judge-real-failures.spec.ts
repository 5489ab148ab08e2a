import { counted, publishedReading, readingAtLimit } from '../../../test/support/published-readings.js';
import { publishedCount, realFailures, type Target } from '../../../test/support/real-failures.js';
import { category, day, judgeContext } from '../../../test/support/judging.js';
import { holds, type PlanItem, planFrom } from '../catalog/index.js';
import { judge } from './judge.rules.js';
import type { ReadingValue } from './judge-reading.js';

const all = realFailures();
const tried = all.flatMap((failure) => {
  const target = failure.covered ?? failure.sameLimit;
  return target
    ? [{ ...failure, target, title: `${failure.bulletin} ${failure.food} ${failure.item} ${failure.result}` }]
    : [];
});

function itemOf({ category: id, item }: Target): PlanItem {
  const of = category(id);
  const plan = planFrom(of, { category: id, categoryVersion: of.version, adds: [item], limits: [] });
  const found = plan.items.find(({ code }) => code === item);
  if (!found) throw new Error(`${id} has no ${item}`);
  return found;
}

function verdict(target: Target, reading: ReadingValue): string {
  const context = judgeContext({ attributes: target.attributes, productionDay: day('2026-09-02') });
  return judge(itemOf(target), reading, context).verdict;
}

describe('the table of real failures', () => {
  it('has a row for every failure of the 25 records, once', () => {
    expect(all).toHaveLength(publishedCount());
    expect(new Set(all.map((each) => `${each.bulletin} ${each.food} ${each.item} ${each.result}`)).size).toBe(
      all.length,
    );
  });

  it('says of every failure why it is covered or not, and never both ways', () => {
    for (const { why, covered, sameLimit } of all) {
      expect([why.zh, why.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
      expect(covered !== null && sameLimit !== null).toBe(false);
    }
  });

  it('names only items that apply to a unit of such attributes', () => {
    for (const { target } of tried) expect(holds(itemOf(target).when, target.attributes)).toBe('yes');
  });
});

describe.each(tried)('$title', (failure) => {
  const item = itemOf(failure.target);

  it('fails', () => {
    expect(verdict(failure.target, publishedReading(failure, item))).toBe('fail');
  });

  it('passes at exactly the published limit', () => {
    expect(verdict(failure.target, readingAtLimit(failure, item))).toBe('pass');
  });

  it('fails just above the published limit', () => {
    const at = readingAtLimit(failure, item);
    if (at.kind === 'not-detected') {
      expect(verdict(failure.target, { kind: 'number', value: '0.0001', unit: item.unit })).toBe('fail');
    } else if (at.kind === 'number') {
      const above = at.value.includes('.') ? `${at.value}0001` : `${at.value}.0001`;
      expect(verdict(failure.target, { ...at, value: above })).toBe('fail');
    } else {
      expect(verdict(failure.target, counted(item, ['101', '10', '10', '10', '10']))).toBe('fail');
    }
  });
});
