import { normalizeText } from '../../kernel/text.js';
import type { ClaimNeedsDocument, MustAppear, MustNotAppear, NamesValue, Requires } from './category-consistency.js';
import { holds } from './category-condition.rules.js';
import type { Category } from './category.js';
import { type Checked, failed, person, passed, unasked } from './consistency-answers.js';
import type { GoodsFacts } from './consistency-facts.js';
import { titleOf, titlesOf } from './consistency-titles.js';
import { mentionedIn, namedWords, textAt, wordsIn } from './consistency-words.rules.js';

/** The texts against the value of an attribute; a text that names both it and another is for a person to read. */
export function namesValue(check: NamesValue, facts: GoodsFacts, category: Category): Checked {
  const own = facts.attributes[check.field];
  const title = titleOf(check.field, category);
  if (typeof own !== 'string' || own === '') return person(`没有登记${title.zh}`, `${title.en} is not recorded`);
  const vocabulary = vocabularyOf(check, category);
  const texts = check.in.flatMap((field) => {
    const text = textAt(field, facts);
    return text === undefined ? [] : [{ field, ...namedIn(text, { own, check, vocabulary }) }];
  });
  const wrong = texts.find(({ others, isOwn }) => others.length > 0 && !isOwn);
  if (wrong) {
    const where = titleOf(wrong.field, category);
    const others = wrong.others.join('、');
    return failed(
      [
        `${where.zh}写作“${others}”，而${title.zh}为“${own}”`,
        `${where.en} says “${others}”, but ${title.en} is “${own}”`,
      ],
      [`改正${where.zh}或${title.zh}，使两者一致`, `Correct ${where.en} or ${title.en} so that they agree`],
    );
  }
  const mixed = texts.find(({ others }) => others.length > 0);
  if (mixed) {
    const others = mixed.others.join('、');
    return person(`除“${own}”外还写有“${others}”`, `beside “${own}” it also says “${others}”`);
  }
  if (texts.some(({ isOwn }) => isOwn) || !check.isNeeded) return passed();
  return person(`${titlesOf(check.in, category).zh}中没有“${own}”`, `no text names “${own}”`);
}

interface Vocabulary {
  readonly words: ReadonlyMap<string, string>;
}

/** Word to the value that it names. */
function vocabularyOf({ field, words }: NamesValue, category: Category): Vocabulary {
  const values = category.attributes.find(({ code }) => code === field)?.values ?? [];
  const pairs = values.flatMap(({ zh }) => (words[zh] ?? [zh]).map((word) => [normalizeText(word), zh] as const));
  return { words: new Map(pairs) };
}

function namedIn(
  text: string,
  { own, check, vocabulary }: { readonly own: string; readonly check: NamesValue; readonly vocabulary: Vocabulary },
): { readonly isOwn: boolean; readonly others: readonly string[] } {
  const named = namedWords(text, [...vocabulary.words.keys()], check.beside);
  const isOwn = named.some(({ word }) => vocabulary.words.get(word) === own);
  const others = named
    .filter(({ word, isBeside }) => !isBeside && vocabulary.words.get(word) !== own)
    .filter(({ word }) => !(check.broader[word] ?? []).includes(own))
    .map(({ word }) => word);
  return { isOwn, others: [...new Set(others)] };
}

/** Each text that exists has one of the words. With no text at all there is nothing to read. */
export function mustAppear(check: MustAppear, facts: GoodsFacts, category: Category): Checked {
  if (check.mention && mentionedIn(check.mention, facts) === undefined) return unasked();
  const fields = check.in.filter((field) => textAt(field, facts) !== undefined);
  const words = check.words.map((word) => `“${word}”`);
  const where = titlesOf(fields.length > 0 ? check.in : check.in.slice(0, 1), category);
  const lacking = fields.filter((field) => wordsIn(textAt(field, facts) ?? '', check.words).length === 0);
  if (fields.length > 0 && lacking.length === 0) return passed();
  const missing = lacking.length > 0 ? titlesOf(lacking, category) : where;
  const [zh, en] = [words.join(' 或 '), words.join(' or ')];
  return failed(
    [`${missing.zh}中没有 ${zh}`, `${missing.en} lacks ${en}`],
    [`在${missing.zh}中写明 ${zh}`, `Write ${en} in ${missing.en}`],
  );
}

/** No text has any of the words. */
export function mustNotAppear(check: MustNotAppear, facts: GoodsFacts, category: Category): Checked {
  const fields = check.in ?? Object.keys(facts.texts);
  for (const field of fields) {
    const [word] = wordsIn(textAt(field, facts) ?? '', check.words, check.ignoring);
    if (word === undefined) continue;
    const where = titleOf(field, category);
    return failed(
      [`${where.zh}中有“${word}”`, `${where.en} says “${word}”`],
      [`从${where.zh}中去掉“${word}”`, `Take “${word}” out of ${where.en}`],
    );
  }
  return passed();
}

/** What is said or found has to be recorded; what is not recorded is not so. */
export function requires(check: Requires, facts: GoodsFacts, category: Category): Checked {
  const said = check.mention ? mentionedIn(check.mention, facts) : undefined;
  if (check.mention && said === undefined) return unasked();
  if (holds(check.needs, facts.attributes) === 'yes') return passed();
  const needed = conditionText(check.needs, category);
  const [zh, en] =
    said === undefined ? ['登记不一致', 'what is recorded does not agree'] : [`写有“${said}”`, `it says “${said}”`];
  return failed(
    [`${zh}，而登记不是：${needed.zh}`, `${en}, but what is recorded is not: ${needed.en}`],
    [`核对后改正文字，或登记为：${needed.zh}`, `Look again: correct the text, or record ${needed.en}`],
  );
}

/** A claim, and a document among those that came with the goods that bears it out. */
export function claimNeedsDocument(check: ClaimNeedsDocument, facts: GoodsFacts): Checked {
  const said = check.mention ? mentionedIn(check.mention, facts) : undefined;
  if (check.mention && said === undefined) return unasked();
  if (facts.documents.some((name) => wordsIn(name, check.documents).length > 0)) return passed();
  const wanted = check.documents.join('、');
  return failed(
    [`随货单证中没有${wanted}凭证`, `no document about ${wanted} came with the goods`],
    [`补交名称中含“${wanted}”的单证，或去掉该声称`, `Add a document whose name says “${wanted}”, or drop the claim`],
  );
}

function conditionText(condition: Requires['needs'], category: Category): { zh: string; en: string } {
  if ('all' in condition)
    return joined(
      condition.all.map((part) => conditionText(part, category)),
      '且',
      ' and ',
    );
  if ('any' in condition)
    return joined(
      condition.any.map((part) => conditionText(part, category)),
      '或',
      ' or ',
    );
  if ('not' in condition) {
    const { zh, en } = conditionText(condition.not, category);
    return { zh: `非（${zh}）`, en: `not (${en})` };
  }
  const { zh, en } = titleOf(condition.attribute, category);
  if ('is' in condition)
    return { zh: `${zh}为${condition.is ? '是' : '否'}`, en: `${en} ${condition.is ? 'yes' : 'no'}` };
  return { zh: `${zh}为${condition.in.join('/')}`, en: `${en} ${condition.in.join('/')}` };
}

function joined(parts: readonly { zh: string; en: string }[], zh: string, en: string): { zh: string; en: string } {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) };
}
