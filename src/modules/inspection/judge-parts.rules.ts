import { compareDecimals } from '../../kernel/decimal.js';
import type { Text } from '../../kernel/language.js';
import { isSameText, normalizeText } from '../../kernel/text.js';
import { GRADE_NAMES, GRADES, holds, type LabelField, type Limit, type Severity } from '../catalog/index.js';
import { fail, type Finding, type JudgeContext, pass, undecided, worst, wrongKind } from './judge.js';
import type { Defect, ReadingValue } from './judge-reading.js';

/** Every file that is asked for, by its role. */
export function judgePresent(reading: ReadingValue, values: readonly Text[]): Finding {
  if (reading.kind !== 'files') return wrongKind();
  const missing = values.filter(
    ({ zh }) => !reading.files.some(({ role, hash }) => hash !== '' && isSameText(role, zh)),
  );
  if (missing.length === 0) return pass('文件齐全', 'every file is there');
  return fail(`缺少 ${listed(missing, 'zh')}`, `missing: ${listed(missing, 'en')}`);
}

/** Every label field that is required of this unit has a text that is not blank. */
export function judgeLabel(
  reading: ReadingValue,
  fields: readonly LabelField[] | undefined,
  context: JudgeContext,
): Finding {
  if (reading.kind !== 'map') return wrongKind();
  if (!fields) return undecided('方案中没有标签字段', 'the plan has no label fields');
  const blank = fields.filter(({ code, required }) => required && normalizeText(reading.values[code] ?? '') === '');
  const missing = blank.filter((field) => isAsked(field, context) === 'yes').map(({ name }) => name);
  if (missing.length > 0) return fail(`缺少 ${listed(missing, 'zh')}`, `missing: ${listed(missing, 'en')}`);
  const unsure = blank.filter((field) => isAsked(field, context) === 'unknown').map(({ name }) => name);
  if (unsure.length === 0) return pass('标签内容齐全', 'every required field is there');
  return undecided(`不能确定是否须标：${listed(unsure, 'zh')}`, `not known whether required: ${listed(unsure, 'en')}`);
}

/** Defects counted by grade against how many are allowed. A grade without a figure is decided only by none at all. */
export function judgeDefects(reading: ReadingValue, allowed: Readonly<Record<Severity, Limit>>): Finding {
  if (reading.kind !== 'defects') return wrongKind();
  if (reading.defects.every(({ count }) => count === 0)) return pass('未见缺陷', 'no defect was seen');
  return worst(GRADES.map((grade) => judgeGrade(grade, reading.defects, allowed[grade])));
}

function judgeGrade(grade: Severity, defects: readonly Defect[], limit: Limit): Finding {
  const { zh, en } = GRADE_NAMES[grade];
  const count = defects.filter(({ severity }) => severity === grade).reduce((sum, defect) => sum + defect.count, 0);
  if (count === 0) return pass(`无${zh}缺陷`, `no ${en} defect`);
  if (limit === null) return undecided(`${zh}缺陷 ${count} 处，没有限值`, `${count} ${en} defects, and no limit`);
  const text = { zh: `${zh}缺陷 ${count} 处，允许 ${limit} 处`, en: `${count} ${en} defects, ${limit} allowed` };
  return compareDecimals(String(count), limit) <= 0 ? pass(text.zh, text.en) : fail(text.zh, text.en);
}

/** A field with a starting day is asked of goods produced from that day on; what exists already was produced before. */
function isAsked({ when, from }: LabelField, context: JudgeContext): 'yes' | 'no' | 'unknown' {
  const isHeld = holds(when, context.attributes);
  if (from === null || isHeld === 'no') return isHeld;
  const day = context.productionDay;
  if (day === null) return context.inspectionDay < from ? 'no' : 'unknown';
  return day < from ? 'no' : isHeld;
}

function listed(texts: readonly Text[], language: 'zh' | 'en'): string {
  return texts.map((text) => text[language]).join(language === 'zh' ? '、' : ', ');
}
