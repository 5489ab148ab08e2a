import { compareDecimals } from '../../kernel/decimal.js';
import type { Text } from '../../kernel/language.js';
import { GRADE_NAMES, GRADES, type Judge, type Limit, type PlanItem, type Severity } from '../catalog/index.js';
import type { LotScheme, NoScheme, SampleScheme } from '../sampling/index.js';
import { fail, type Finding, type JudgeContext, pass, undecided, worst, wrongKind } from './judge.js';
import type { DefectsReading, ReadingValue } from './judge-reading.js';

type Allowed = Readonly<Record<Severity, Limit>>;

/** How an item of a lot is sampled; undefined for a piece, and where nothing was said. */
export function schemeOf({ code }: PlanItem, { schemes }: JudgeContext): LotScheme | undefined {
  return schemes?.find(({ item }) => item === code);
}

/**
 * Not accepted as soon as a grade has more than its Ac, however few were looked at; accepted only when n were looked
 * at. A grade without an AQL goes by what the item allows in the sample, and without that only by none at all.
 */
export function judgeSample(reading: ReadingValue, allowed: Allowed, scheme: LotScheme | undefined): Finding {
  if (reading.kind !== 'defects') return wrongKind();
  const grades = GRADES.map((grade) => judgeGrade(grade, reading, limitOf(grade, scheme, allowed)));
  const found = worst(grades);
  if (found.verdict === 'fail') return found;
  if (scheme?.kind !== 'sample') return noScheme(scheme?.why ?? 'lot-size');
  return sampleGap(reading, scheme) ?? found;
}

/** The scheme in words, as printed: how many of how many, and how many defects of each grade are accepted. */
export function schemeText(scheme: SampleScheme, judge: Judge): Text {
  const { standard, level, letter, lotSize, n, severity } = scheme;
  const limits = gradeLimits(judge, scheme);
  const grades = GRADES.flatMap((grade) => gradeText(grade, scheme, limits[grade]));
  const head = letter === null ? { zh: '全数检验', en: '100 % inspection' } : tableText(level, letter);
  const why = severity === 'full' ? { zh: '（管理员决定）', en: ' (decided by an administrator)' } : { zh: '', en: '' };
  return {
    zh: [`${standard} ${head.zh}${why.zh}，${lotSize} 件中看 ${n} 件`, ...grades.map(({ zh }) => zh)].join('；'),
    en: [`${standard} ${head.en}${why.en}, ${n} of ${lotSize}`, ...grades.map(({ en }) => en)].join('; '),
  };
}

function tableText(level: string, letter: string): Text {
  return { zh: `水平 ${level} 正常一次，字码 ${letter}`, en: `level ${level}, normal single, letter ${letter}` };
}

function gradeText(grade: Severity, { grades }: SampleScheme, limit: Limit): readonly Text[] {
  const { zh, en } = GRADE_NAMES[grade];
  const by = grades.find((each) => each.grade === grade);
  if (!by) return limit === null ? [] : [{ zh: `${zh} ≤${limit}`, en: `${en} ≤${limit}` }];
  const numbers = `AQL ${by.aql} Ac ${by.Ac} Re ${by.Re}`;
  return [{ zh: `${zh} ${numbers}`, en: `${en} ${numbers}` }];
}

/** The most that each grade may have in the sample. */
export function gradeLimits(judge: Judge, scheme: LotScheme): Allowed {
  const allowed = judge.op === 'defectList' ? judge.allowed : { CR: null, MA: null, MI: null };
  const of = (grade: Severity) => limitOf(grade, scheme, allowed);
  return { CR: of('CR'), MA: of('MA'), MI: of('MI') };
}

/** The most that a grade may have: Ac where the scheme has one, else the item's own figure. */
function limitOf(grade: Severity, scheme: LotScheme | undefined, allowed: Allowed): Limit {
  const grades = scheme?.kind === 'sample' ? scheme.grades : [];
  const Ac = grades.find((each) => each.grade === grade)?.Ac;
  return Ac === undefined ? allowed[grade] : String(Ac);
}

/** How many of a grade were found. */
export function defectsOf({ defects }: DefectsReading, grade: Severity): number {
  return defects.filter(({ severity }) => severity === grade).reduce((sum, { count }) => sum + count, 0);
}

function judgeGrade(grade: Severity, reading: DefectsReading, limit: Limit): Finding {
  const { zh, en } = GRADE_NAMES[grade];
  const count = defectsOf(reading, grade);
  if (count === 0) return pass(`${zh}缺陷 0 件`, `0 with ${en} defects`);
  if (limit === null) return undecided(`${zh}缺陷 ${count} 件，没有限值`, `${count} with ${en} defects, and no limit`);
  const text = { zh: `${zh}缺陷 ${count} 件，允许 ${limit} 件`, en: `${count} with ${en} defects, ${limit} allowed` };
  return compareDecimals(String(count), limit) <= 0 ? pass(text.zh, text.en) : fail(text.zh, text.en);
}

/** What keeps a sample from being accepted yet. */
function sampleGap({ sampled }: DefectsReading, { n, lotSize }: SampleScheme): Finding | undefined {
  if (sampled === undefined) {
    return undecided(`没有写明看了多少件，应看 ${n} 件`, `it is not said how many were looked at; ${n} are needed`);
  }
  if (sampled > lotSize) {
    return undecided(`看了 ${sampled} 件，整批只有 ${lotSize} 件`, `${sampled} were looked at, the lot has ${lotSize}`);
  }
  if (sampled >= n) return undefined;
  const left = n - sampled;
  return undecided(
    `应看 ${n} 件，已看 ${sampled} 件，还差 ${left} 件`,
    `${n} are needed, ${sampled} were looked at, ${left} to go`,
  );
}

const NO_SCHEME: Readonly<Record<NoScheme['why'], Text>> = {
  'lot-size': {
    zh: '不知道这批有多少件，不能定抽样方案：请清点件数',
    en: 'it is not known how many pieces or packages the lot has, so there is no sampling scheme: count them',
  },
  tightened: {
    zh: '这个商家应转加严检验，加严抽样表没有找到出处：管理员可决定全数检验',
    en: 'lots of this merchant now need tightened inspection, whose table has no source: an administrator can decide that all is looked at',
  },
  discontinued: {
    zh: '这个商家的抽样检验已停止：供方改进后由管理员恢复，或由管理员决定全数检验',
    en: 'sampling of this merchant is stopped: an administrator resumes it when the supplier has acted, or decides that all is looked at',
  },
};

function noScheme(why: NoScheme['why']): Finding {
  const { zh, en } = NO_SCHEME[why];
  return undecided(zh, en);
}
