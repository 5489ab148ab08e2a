import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from './category.js';
import type { ConsistencyOutcome, GoodsFacts } from './consistency-facts.js';
import { consistencyOf } from './consistency.rules.js';

const FOLDER = join(process.cwd(), 'templates', 'categories');

/** Goods that agree with themselves, and what becomes of one rule when some of their facts are others. */
interface Sample {
  readonly category: string;
  readonly goods: GoodsFacts;
  readonly examples: readonly {
    readonly rule: string;
    readonly outcome: ConsistencyOutcome;
    readonly with: Partial<GoodsFacts>;
  }[];
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;
}

const samples = readdirSync(join(FOLDER, 'samples'))
  .filter((name) => name.startsWith('consistency-'))
  .map((name) => readJson<Sample>(`samples/${name}`));

function goodsOf({ goods }: Sample, changes: Partial<GoodsFacts>): GoodsFacts {
  const merged = (Object.keys(changes) as (keyof GoodsFacts)[]).map((key) => [key, mergedAt(goods, changes, key)]);
  return { ...goods, ...Object.fromEntries(merged) };
}

function mergedAt(goods: GoodsFacts, changes: Partial<GoodsFacts>, key: keyof GoodsFacts): unknown {
  const [old, changed] = [goods[key], changes[key]];
  return typeof changed === 'object' && !Array.isArray(changed) ? { ...Object(old), ...changed } : changed;
}

describe.each(samples.map((sample) => [sample.category, sample] as const))('%s', (id, sample) => {
  const category = readJson<Category>(`${id}.json`);
  const outcomes = (goods: GoodsFacts) =>
    new Map(consistencyOf(category, goods).map((finding) => [finding.rule, finding.outcome]));

  it('finds nothing wrong in goods that agree with themselves', () => {
    const open = [...outcomes(sample.goods)].filter(([, outcome]) => outcome === 'fail' || outcome === 'undecided');
    // No source gives how long a crab may travel, so a person always looks.
    expect(open).toEqual(id === 'live-swimming-crab' ? [['r-cold-hours', 'undecided']] : []);
  });

  it.each(sample.examples.map((each) => [each.rule, each.outcome, JSON.stringify(each.with), each] as const))(
    '%s: %s with %s',
    (rule, outcome, _, { with: changes }) => {
      expect(outcomes(goodsOf(sample, changes)).get(rule)).toBe(outcome);
    },
  );

  it('has an example of every rule kept, and one of every rule not kept', () => {
    const shown = (wanted: readonly ConsistencyOutcome[]) =>
      new Set([
        ...[...outcomes(sample.goods)].filter(([, outcome]) => wanted.includes(outcome)).map(([rule]) => rule),
        ...sample.examples.filter(({ outcome }) => wanted.includes(outcome)).map(({ rule }) => rule),
      ]);
    const rules = [...outcomes(sample.goods).keys()];
    const noLimit = rules.filter((rule) => rule === 'r-cold-hours');
    expect(rules.filter((rule) => !shown(['pass']).has(rule))).toEqual(noLimit);
    expect(rules.filter((rule) => !shown(['fail', 'undecided']).has(rule))).toEqual([]);
  });

  it('says in both languages what it found, and what to change', () => {
    for (const { with: changes } of sample.examples) {
      for (const { outcome, reason, remedy } of consistencyOf(category, goodsOf(sample, changes))) {
        expect([reason.zh, reason.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/\S/)]);
        expect(remedy.zh === '').toBe(outcome !== 'fail');
        expect(remedy.en === '').toBe(outcome !== 'fail');
      }
    }
  });

  it('leaves a rule from before there were checks to a person', () => {
    const [rule] = category.consistencyRules;
    const {
      check: _check,
      when: _when,
      ...old
    } = rule ?? { id: '', text: { zh: '', en: '' }, source: null, note: null };
    const [finding] = consistencyOf({ ...category, consistencyRules: [old] }, sample.goods);
    expect(finding).toMatchObject({ rule: old.id, outcome: 'undecided' });
  });
});

describe('a time between two days', () => {
  const sample = samples.find(({ category }) => category === 'live-swimming-crab');
  const category = readJson<Category>('live-swimming-crab.json');
  const checked = (max: string, catchDate: string) => {
    const rule = category.consistencyRules.find(({ id }) => id === 'r-cold-hours');
    if (!sample || rule?.check?.op !== 'hoursBetween') throw new Error('the crab has its rule');
    const limited = { ...category, consistencyRules: [{ ...rule, check: { ...rule.check, max } }] };
    return consistencyOf(limited, goodsOf(sample, { attributes: { catchDate } }))[0]?.outcome;
  };

  it.each([
    ['48', '2026-11-20', 'pass'],
    ['47', '2026-11-20', 'undecided'],
    ['24', '2026-11-19', 'undecided'],
    ['23', '2026-11-19', 'fail'],
    ['24', '2026-11-21', 'pass'],
    ['24', '2026-11-22', 'fail'],
  ])('of at most %s hours after %s is %s', (max, day, outcome) => {
    expect(checked(max, day)).toBe(outcome);
  });
});

describe('goods of which nothing is known', () => {
  it.each(samples.map(({ category }) => category))('of %s throw for nothing', (id) => {
    const nothing = {
      attributes: {},
      texts: {},
      documents: [],
      measured: {},
      written: {},
      days: {},
      isRepackedHere: false,
    };
    const found = consistencyOf(readJson<Category>(`${id}.json`), nothing);
    expect(found.some(({ outcome }) => outcome === 'undecided')).toBe(true);
  });
});
