import { isSameText, normalizeText } from '../../kernel/text.js';
import type { Judge, PlanItem } from '../catalog/index.js';
import { fail, type Finding, type JudgeContext, pass, undecided, wrongKind } from './judge.js';
import type { ReadingValue } from './judge-reading.js';

type JudgeOf<Op extends Judge['op']> = Extract<Judge, { readonly op: Op }>;

export function judgeTrue(reading: ReadingValue): Finding {
  if (reading.kind !== 'boolean') return wrongKind();
  return reading.value ? pass('是', 'yes') : fail('否', 'no');
}

/** An inspector's own pass or fail. It needs words, and for an item that asks for a file, the file. */
export function judgeManual(item: PlanItem, reading: ReadingValue): Finding {
  if (reading.kind !== 'opinion') return wrongKind();
  const text = normalizeText(reading.text);
  if (text === '') return undecided('检验员须写明依据', 'the inspector must say why');
  const needsFile = item.valueType === 'file' || item.valueType === 'files';
  if (needsFile && (reading.files ?? []).length === 0) return undecided('须附文件', 'a file must be attached');
  return reading.verdict === 'pass' ? pass(`检验员判合格：${text}`, `the inspector passed it: ${text}`) : failed(text);
}

function failed(text: string): Finding {
  return fail(`检验员判不合格：${text}`, `the inspector failed it: ${text}`);
}

/** One of the texts that are allowed. */
export function judgeIn(item: PlanItem, reading: ReadingValue, { values }: JudgeOf<'in'>): Finding {
  const found = textOf(item, reading);
  if (typeof found !== 'string') return found;
  return values.some((value) => isSameText(value, found))
    ? pass(`${found}，属允许值`, `${found} is allowed`)
    : fail(`${found}，不属允许值 ${values.join('、')}`, `${found} is none of ${values.join(', ')}`);
}

/** The same text as an attribute of the unit, after normalising. */
export function judgeEquals(item: PlanItem, reading: ReadingValue, field: string, context: JudgeContext): Finding {
  const found = textOf(item, reading);
  if (typeof found !== 'string') return found;
  const wanted = attributeText(field, context);
  if (typeof wanted !== 'string') return wanted;
  return isSameText(found, wanted) ? same(found) : differs(found, wanted);
}

/** The text that belongs to the attribute's value: a blue tag to a fixed price. */
export function judgeMapEquals(
  item: PlanItem,
  reading: ReadingValue,
  { field, map }: JudgeOf<'mapEquals'>,
  context: JudgeContext,
): Finding {
  const found = textOf(item, reading);
  if (typeof found !== 'string') return found;
  const key = attributeText(field, context);
  if (typeof key !== 'string') return key;
  const wanted = Object.entries(map).find(([name]) => isSameText(name, key))?.[1];
  if (wanted === undefined) return undecided(`没有与“${key}”对应的值`, `nothing belongs to “${key}”`);
  return isSameText(found, wanted) ? same(found) : differs(found, wanted);
}

/** What was found must have been declared, when it is what has to be disclosed. */
export function judgeDisclosed(
  item: PlanItem,
  reading: ReadingValue,
  { field, equals, unknown }: JudgeOf<'disclosedIf'>,
  context: JudgeContext,
): Finding {
  const found = textOf(item, reading);
  if (typeof found !== 'string') return found;
  if (unknown.some((text) => isSameText(text, found)))
    return undecided(`${found}，不能判定`, `${found} decides nothing`);
  if (!isSameText(found, equals)) return pass(`${found}，无须标示`, `${found}: nothing to disclose`);
  const declared = attributeText(field, context);
  if (typeof declared !== 'string') return declared;
  return isSameText(declared, equals)
    ? pass(`检出${found}，已标示`, `${found} was found, and is disclosed`)
    : fail(`检出${found}，申报为${declared}，未标示`, `${found} was found, but ${declared} was declared`);
}

/** The text that was read; undecided when blank, or not among the choices of the item. */
export function textOf(item: PlanItem, reading: ReadingValue): string | Finding {
  if (reading.kind !== 'text' && reading.kind !== 'enum') return wrongKind();
  const found = normalizeText(reading.kind === 'text' ? reading.text : reading.value);
  if (found === '') return undecided('读数空白', 'the reading is blank');
  const isChoice = item.values === null || item.values.some(({ zh }) => isSameText(zh, found));
  return isChoice ? found : undecided(`“${found}”不在可选值内`, `“${found}” is none of the choices`);
}

/** The text of an attribute (a yes or no as `true` or `false`); undecided when it is not known. */
export function attributeText(field: string, { attributes, declared }: JudgeContext): string | Finding {
  const value = attributes[field] ?? declared[field];
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && normalizeText(value) !== '') return normalizeText(value);
  return undecided(`缺少申报信息 ${field}`, `${field} was not declared`);
}

export function same(found: string): Finding {
  return pass(`${found}，与申报一致`, `${found}, as declared`);
}

export function differs(found: string, wanted: string): Finding {
  return fail(`${found}，与申报“${wanted}”不一致`, `${found}, but “${wanted}” was declared`);
}
