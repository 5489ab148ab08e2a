import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from '../../kernel/decimal.js';
import type { Judge, PlanItem, ShortageRow } from '../catalog/index.js';
import { fail, type Finding, type JudgeContext, pass, undecided, worst, wrongKind } from './judge.js';
import { amountIn, isFinding, shown } from './judge-amount.js';
import { declaredAmount } from './judge-declared.rules.js';
import type { ReadingValue } from './judge-reading.js';

type TolerableShortage = Extract<Judge, { readonly op: 'tolerableShortage' }>;

/**
 * Net content of prepackaged goods: each package at least declared − T, and their mean at least declared. One package
 * that is short by no more than T decides nothing, since one package has no mean. The sampling plan of JJF 1070-2023
 * was not found, so every package read is judged, and the mean is that of the packages read.
 */
export function judgeShortage(
  item: PlanItem,
  reading: ReadingValue,
  judge: TolerableShortage,
  context: JudgeContext,
): Finding {
  const declared = declaredAmount(judge.field, context.attributes, item.unit);
  if ('verdict' in declared) return declared;
  const shortage = tolerableShortage(declared.value, judge);
  if (shortage === undefined) return undecided('标注净含量不在短缺量表内', 'the declared content is outside the table');
  const contents = contentsOf(item, reading);
  if ('verdict' in contents) return contents;
  return judgeContents(contents, { declared: declared.value, shortage, unit: item.unit });
}

/** T for a declared content in grams; undefined outside the table. Rounded half to even (GB/T 8170). */
export function tolerableShortage(declared: string, { shortage, rounding }: TolerableShortage): string | undefined {
  const row = shortage.find(
    ({ over, upTo }) => compareDecimals(declared, over) > 0 && compareDecimals(declared, upTo) <= 0,
  );
  const places = rounding.find(({ upTo }) => upTo === null || compareDecimals(declared, upTo) <= 0)?.places;
  if (!row || places === undefined) return undefined;
  return roundDecimal(shortageOf(row, declared), places, 'half-even');
}

function shortageOf({ percent, absolute }: ShortageRow, declared: string): string {
  return percent === null ? (absolute ?? '0') : multiplyDecimals(multiplyDecimals(declared, percent), '0.01');
}

function contentsOf(item: PlanItem, reading: ReadingValue): readonly string[] | Finding {
  if (reading.kind !== 'list' && reading.kind !== 'number') return wrongKind();
  const values = reading.kind === 'list' ? reading.values : [reading.value];
  const amounts = values.map((value) => amountIn(item.unit, { kind: 'number', value, unit: reading.unit }, 'number'));
  const gap = amounts.find(isFinding);
  if (gap) return gap;
  if (amounts.length === 0) return undecided('没有读数', 'there is no reading');
  return amounts.flatMap((amount) => (isFinding(amount) ? [] : [amount.value]));
}

interface Content {
  readonly declared: string;
  readonly shortage: string;
  readonly unit: string | null;
}

function judgeContents(contents: readonly string[], content: Content): Finding {
  const least = subtractDecimals(content.declared, content.shortage);
  const short = contents.filter((value) => compareDecimals(value, least) < 0);
  if (short.length > 0) {
    const [value, limit] = [short.join(', '), shown(least, content.unit)];
    return fail(
      `${value} 低于 ${limit}（允许短缺 ${content.shortage}）`,
      `${value} is below ${limit} (T = ${content.shortage})`,
    );
  }
  return worst([pass('单件短缺未超过允许量', 'no package is short by more than T'), judgeMean(contents, content)]);
}

function judgeMean(contents: readonly string[], { declared, unit }: Content): Finding {
  const sum = contents.reduce(addDecimals);
  const isEnough = compareDecimals(sum, multiplyDecimals(declared, String(contents.length))) >= 0;
  const mean = shown(divideDecimals(sum, String(contents.length), 2, 'half-even'), unit);
  const label = shown(declared, unit);
  if (isEnough) return pass(`平均 ${mean}，不低于标注 ${label}`, `the mean ${mean} is at least the declared ${label}`);
  if (contents.length === 1) {
    return undecided(
      `${mean} 低于标注 ${label}，单件不能判定批平均`,
      `${mean} is below ${label}; one package has no mean`,
    );
  }
  return fail(`平均 ${mean}，低于标注 ${label}`, `the mean ${mean} is below the declared ${label}`);
}
