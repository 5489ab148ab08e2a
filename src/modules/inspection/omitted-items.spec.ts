import { CATEGORIES, type CategoryId } from '../../../test/support/catalog.js';
import { contextOfGoods, GOODS, goodReading, wholePlan } from '../../../test/support/whole-plans.js';
import { type Attributes, holds, type PlanItem } from '../catalog/index.js';
import { type PlanVerdict, type Readings, verdictOf } from './verdict.rules.js';

/** Every item of every category over goods that it is asked of, and goods that its condition leaves it out of. */
const CASES = CATEGORIES.flatMap((id) => GOODS[id].map((goods) => [id, JSON.stringify(goods), goods] as const));

function judgedWhole(
  id: CategoryId,
  goods: Attributes,
): { readings: Readings; judge: (of: Readings) => PlanVerdict; asked: readonly PlanItem[] } {
  const [plan, context] = [wholePlan(id), contextOfGoods(id, goods)];
  const asked = plan.items.filter(({ when }) => holds(when, context.attributes) !== 'no');
  const readings = Object.fromEntries(asked.map((item) => [item.code, goodReading(item, context)]));
  return { readings, asked, judge: (of) => verdictOf(plan, of, context) };
}

describe.each(CASES)('an inspection of %s %s by all its items', (id, _, goods) => {
  const { readings, asked, judge } = judgedWhole(id, goods);

  it('passes when every item that applies was read', () => {
    const { verdict, results } = judge(readings);
    expect(results.filter((each) => each.verdict !== 'pass').map(({ item, reason }) => [item.code, reason.en])).toEqual(
      [],
    );
    expect(verdict).toBe('pass');
  });

  it.each(asked.map(({ code }) => code))('cannot pass without %s', (code) => {
    const { [code]: dropped, ...others } = readings;
    const { verdict, results } = judge(others);
    expect(dropped).toBeDefined();
    expect(verdict).toBe('undecided');
    expect(results.filter((each) => each.verdict !== 'pass').map(({ item }) => item.code)).toEqual([code]);
  });

  it('says of every other item that its condition leaves it out', () => {
    const { leftOut, results } = judge(readings);
    const all = [...leftOut.map(({ code }) => code), ...results.map(({ item }) => item.code)];
    expect(all.toSorted()).toEqual(
      wholePlan(id)
        .items.map(({ code }) => code)
        .toSorted(),
    );
    const conditional = wholePlan(id)
      .items.filter(({ when }) => when !== null)
      .map(({ code }) => code);
    expect(leftOut.every(({ code, name }) => conditional.includes(code) && name.zh !== '' && name.en !== '')).toBe(
      true,
    );
  });
});

describe.each(CATEGORIES)('the goods that %s is tried with', (id) => {
  const askedOf = (goods: Attributes) => new Set(judgedWhole(id, goods).asked.map(({ code }) => code));

  it('have every item asked of one of them, and every item with a condition left out of one', () => {
    const sets = GOODS[id].map(askedOf);
    const { items } = wholePlan(id);
    expect(items.filter(({ code }) => !sets.some((asked) => asked.has(code))).map(({ code }) => code)).toEqual([]);
    const conditional = items.filter(({ when }) => when !== null);
    expect(conditional.filter(({ code }) => sets.every((asked) => asked.has(code))).map(({ code }) => code)).toEqual(
      [],
    );
  });
});
