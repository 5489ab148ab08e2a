import { unreachable } from '../../kernel/invariant.js';
import type { Category, ConsistencyRule } from './category.js';
import { type Holds, holds } from './category-condition.rules.js';
import type { ConsistencyCheck } from './category-consistency.js';
import { type Checked, passed, person, unasked } from './consistency-answers.js';
import type { ConsistencyFinding, GoodsFacts } from './consistency-facts.js';
import { dateOrder, hoursBetween, massInTexts, massWithin } from './consistency-figures.rules.js';
import { claimNeedsDocument, mustAppear, mustNotAppear, namesValue, requires } from './consistency-texts.rules.js';

/**
 * Checks the texts of goods against each other, rule by rule, and against the claims that are forbidden. A rule that
 * needs a figure or a fact that nobody gives is `undecided`: a person has to look. Total: it throws for no facts.
 */
export function consistencyOf(category: Category, facts: GoodsFacts): readonly ConsistencyFinding[] {
  return rulesOf(category).map(({ id, text, when, check = { op: 'person' } }) => {
    const isAsked = holds(when ?? null, facts.attributes);
    const found = isAsked === 'no' ? unasked() : weighed(checked(check, facts, category), isAsked);
    return { rule: id, text, ...found };
  });
}

/** The rules of a category, its forbidden claims among them as `claim-1`, `claim-2` …; those without words cannot be. */
function rulesOf({ consistencyRules, forbiddenClaims }: Category): readonly ConsistencyRule[] {
  const claims = forbiddenClaims.map(({ rule, words, when = null, source }, at) => ({
    id: `claim-${at + 1}`,
    text: { zh: `不得：${rule.zh}`, en: `Not allowed: ${rule.en}` },
    when,
    check: { op: 'mustNotAppear', words, in: null, ignoring: [] } as const,
    source,
    note: null,
  }));
  return [...consistencyRules, ...claims.filter(({ check }) => check.words.length > 0)];
}

/** A rule of which nobody knows whether it applies can be kept, but not broken. */
function weighed(found: Checked, isAsked: Holds): Checked {
  if (isAsked === 'yes' || found.outcome !== 'fail') return found;
  return person(`不能确定是否适用；${found.reason.zh}`, `not known whether it applies; ${found.reason.en}`);
}

function checked(check: ConsistencyCheck, facts: GoodsFacts, category: Category): Checked {
  switch (check.op) {
    case 'namesValue':
      return namesValue(check, facts, category);
    case 'mustAppear':
      return mustAppear(check, facts, category);
    case 'mustNotAppear':
      return mustNotAppear(check, facts, category);
    case 'requires':
      return requires(check, facts, category);
    case 'claimNeedsDocument':
      return claimNeedsDocument(check, facts);
    case 'massWithin':
      return massWithin(check, facts, category);
    case 'massInTexts':
      return massInTexts(check, facts, category);
    case 'dateOrder':
      return dateOrder(check, facts, category);
    case 'hoursBetween':
      return hoursBetween(check, facts, category);
    case 'massBalance':
      return massBalance(facts);
    case 'person':
      return person('机器不能判断', 'no machine can tell');
    default:
      return unreachable(check);
  }
}

/** What was repacked here was balanced when it was; of other goods nobody here knows what became of the rest. */
function massBalance({ isRepackedHere }: GoodsFacts): Checked {
  if (isRepackedHere) return passed();
  return person('不在本仓分装，物料平衡须人工核对', 'not repacked here, so a person has to look at the balance');
}
