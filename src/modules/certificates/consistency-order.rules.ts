import { Refusal } from '../../kernel/refusal.js';
import { normalizeText } from '../../kernel/text.js';
import type { ConsistencyFinding } from '../catalog/index.js';
import type { ConfirmedText } from './certificate-content.js';
import { refuse } from './certificates.refusals.js';

/** A reviewer has looked at what no machine can tell, and says in public what was seen. */
export interface Confirmation {
  /** Id of the rule. */
  readonly rule: string;
  readonly note: string;
}

/**
 * Texts that contradict each other cannot be certified, and what is undecided needs a person who looked. Throws a
 * refusal that names each finding and what to change. Answers what the certificate says of who confirmed what.
 */
export function requireConsistency(
  findings: readonly ConsistencyFinding[],
  confirmations: readonly Confirmation[],
  reviewer: string,
): readonly ConfirmedText[] {
  const wrong = findings.filter(({ outcome }) => outcome === 'fail');
  if (wrong.length > 0) throw naming(refuse.inconsistent(), wrong);
  const open = findings.filter(({ outcome }) => outcome === 'undecided');
  const needless = confirmations.find(({ rule }) => !open.some((finding) => finding.rule === rule));
  if (needless) throw refuse.nothingToConfirm({ rule: needless.rule });
  const missing = open.filter(({ rule }) => !confirmations.some((each) => each.rule === rule));
  if (missing.length > 0) throw naming(refuse.unconfirmed(), missing);
  return open.flatMap(({ rule, text }) => {
    const note = confirmations.find((each) => each.rule === rule)?.note ?? '';
    return [{ rule, text, note: normalizeText(note), reviewer }];
  });
}

/** The refusal with its findings in it, each in the language of its reader. */
function naming(refusal: Refusal, findings: readonly ConsistencyFinding[]): Refusal {
  const zh = findings.map(({ rule, text, reason, remedy }) =>
    [`${text.zh}（${rule}）：${reason.zh}`, remedy.zh].filter(Boolean).join('。'),
  );
  const en = findings.map(({ rule, text, reason, remedy }) =>
    [`${text.en} (${rule}): ${reason.en}`, remedy.en].filter(Boolean).join('. '),
  );
  return new Refusal(refusal.code, refusal.kind, {
    zh: refusal.text.zh.replace('{findings}', () => zh.join('；')),
    en: refusal.text.en.replace('{findings}', () => en.join('; ')),
  });
}
