import { absoluteDecimal, compareDecimals, isDecimal, subtractDecimals } from '../../kernel/decimal.js';
import { type Day, isDay } from '../../kernel/instant.js';
import { convertQuantity, formatQuantity, isConvertible, isQuantity, type Quantity } from '../../kernel/quantity.js';
import type { DateOrder, HoursBetween, MassInTexts, MassWithin } from './category-consistency.js';
import type { Category } from './category.js';
import type { Limit } from './category-words.js';
import { type Checked, failed, passed, person, unasked } from './consistency-answers.js';
import type { GoodsFacts } from './consistency-facts.js';
import { titleOf } from './consistency-titles.js';
import { massesIn, textAt } from './consistency-words.rules.js';

const DAY_HOURS = 24;
const DAY_MILLIS = 86_400_000;

/** What was measured against what is declared. Where the item is judged by more than one figure its verdict counts. */
export function massWithin(check: MassWithin, facts: GoodsFacts, category: Category): Checked {
  const measured = facts.measured[check.item];
  const declared = declaredMass(check.field, facts, category);
  const item = titleOf(check.item, category);
  if (!measured) return person(`没有${item.zh}的读数`, `there is no reading of ${item.en}`);
  if (!declared) return person('没有申报的数值', 'no figure is declared');
  const { amount, tolerance, verdict } = measured;
  if (!amount) return judged(verdict, check, category);
  if (!isConvertible(amount.unit, declared.unit)) return person('单位不同，不能比较', 'the units cannot be compared');
  const found = convertQuantity(amount, declared.unit);
  return compared({ found, declared, tolerance: tolerance ?? check.tolerance, field: check.field }, category);
}

function judged(verdict: 'pass' | 'fail' | 'undecided', check: MassWithin, category: Category): Checked {
  if (verdict === 'pass') return passed();
  const item = titleOf(check.item, category);
  const field = titleOf(check.field, category);
  if (verdict === 'undecided') return person(`${item.zh}未能判定`, `${item.en} is undecided`);
  return failed(
    [`${item.zh}与${field.zh}不符`, `${item.en} does not agree with ${field.en}`],
    [`核对${field.zh}后重新送检`, `Check ${field.en} and have it inspected again`],
  );
}

interface Comparison {
  readonly found: Quantity;
  readonly declared: Quantity;
  readonly tolerance: Limit;
  readonly field: string;
}

function compared({ found, declared, tolerance, field }: Comparison, category: Category): Checked {
  const difference = absoluteDecimal(subtractDecimals(found.value, declared.value));
  if (compareDecimals(difference, tolerance ?? '0') <= 0) return passed();
  const title = titleOf(field, category);
  const [is, said] = [formatQuantity(found), formatQuantity(declared)];
  if (tolerance === null) {
    return person(
      `${is}，${title.zh} ${said}，没有允差可依`,
      `${is} against ${said} of ${title.en}, and no source gives a tolerance`,
    );
  }
  return failed(
    [`${is}，${title.zh} ${said}，超出允差 ${tolerance}`, `${is} against ${said} of ${title.en}, beyond ±${tolerance}`],
    [`改正${title.zh}或文字中的质量`, `Correct ${title.en}, or the mass in the text`],
  );
}

/** A mass in a text: one of those that it states has to fit. A text that states none says nothing wrong. */
export function massInTexts(check: MassInTexts, facts: GoodsFacts, category: Category): Checked {
  const declared = declaredMass(check.field, facts, category);
  if (!declared) return unasked();
  const answers = check.in.flatMap((field) => {
    const masses = massesIn(textAt(field, facts) ?? '', declared.unit);
    const each = masses.map((found) =>
      compared({ found, declared, tolerance: check.tolerance, field: check.field }, category),
    );
    return each.length === 0 ? [] : [each.find(({ outcome }) => outcome === 'pass') ?? each[0] ?? passed()];
  });
  return (
    answers.find(({ outcome }) => outcome === 'fail') ?? answers.find(isOpen) ?? (answers.at(0) ? passed() : unasked())
  );
}

function isOpen({ outcome }: Checked): boolean {
  return outcome === 'undecided';
}

function declaredMass(field: string, { attributes }: GoodsFacts, category: Category): Quantity | undefined {
  const value = attributes[field];
  if (isQuantity(value)) return value;
  const unit = category.attributes.find(({ code }) => code === field)?.unit;
  return isDecimal(value) && unit ? { value, unit } : undefined;
}

/** Days that follow one another, or fall on one. */
export function dateOrder(check: DateOrder, facts: GoodsFacts, category: Category): Checked {
  const known = check.days.flatMap((field) => {
    const day = dayAt(field, facts);
    return day === undefined ? [] : [{ field, day }];
  });
  for (const [at, later] of known.entries()) {
    const earlier = known[at - 1];
    if (!earlier || earlier.day <= later.day) continue;
    const [before, after] = [titleOf(earlier.field, category), titleOf(later.field, category)];
    return failed(
      [
        `${before.zh} ${earlier.day} 晚于${after.zh} ${later.day}`,
        `${before.en} ${earlier.day} is after ${after.en} ${later.day}`,
      ],
      [`核对并改正${before.zh}或${after.zh}`, `Check and correct ${before.en} or ${after.en}`],
    );
  }
  const missing = check.needs.find((field) => dayAt(field, facts) === undefined);
  if (missing === undefined) return passed();
  const title = titleOf(missing, category);
  return person(`没有登记${title.zh}`, `${title.en} is not recorded`);
}

/** Days have no hours: between two of them lies at least all but one day, and at most one more. */
export function hoursBetween(check: HoursBetween, facts: GoodsFacts, category: Category): Checked {
  const [from, to] = [dayAt(check.from, facts), dayAt(check.to, facts)];
  const [start, end] = [titleOf(check.from, category), titleOf(check.to, category)];
  if (from === undefined || to === undefined) return person('时间未登记', 'the times are not recorded');
  const days = Math.round((millis(to) - millis(from)) / DAY_MILLIS);
  const span = { zh: `${start.zh} ${from} 至${end.zh} ${to}`, en: `from ${start.en} ${from} to ${end.en} ${to}` };
  if (check.max === null) return person(`${span.zh}，没有时限可依`, `${span.en}, and no source gives a limit`);
  const [least, most] = [Math.max(0, days - 1) * DAY_HOURS, (days + 1) * DAY_HOURS];
  if (days >= 0 && compareDecimals(String(most), check.max) <= 0) return passed();
  if (days >= 0 && compareDecimals(String(least), check.max) <= 0) {
    return person(
      `${span.zh}，只有日期，不能确定是否超过 ${check.max} 小时`,
      `${span.en}: days alone do not tell ${check.max} hours`,
    );
  }
  return failed(
    [`${span.zh}，超过 ${check.max} 小时`, `${span.en} is more than ${check.max} hours`],
    [`核对${start.zh}`, `Check ${start.en}`],
  );
}

function dayAt(field: string, { days, attributes }: GoodsFacts): Day | undefined {
  const value = days[field] ?? attributes[field];
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function millis(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}
