import type { Text } from '../../kernel/language.js';
import type { ConsistencyOutcome } from './consistency-facts.js';

/** What one check says, before it is known which rule asked. */
export interface Checked {
  readonly outcome: ConsistencyOutcome;
  readonly reason: Text;
  readonly remedy: Text;
}

type Both = readonly [zh: string, en: string];

const NOTHING: Text = { zh: '', en: '' };

export function passed(): Checked {
  return { outcome: 'pass', reason: { zh: '一致', en: 'consistent' }, remedy: NOTHING };
}

export function unasked(): Checked {
  return { outcome: 'unasked', reason: { zh: '不适用', en: 'does not apply' }, remedy: NOTHING };
}

/** Only a person can tell, who looks at what is said here. */
export function person(zh: string, en: string): Checked {
  return { outcome: 'undecided', reason: { zh, en }, remedy: NOTHING };
}

export function failed(reason: Both, remedy: Both): Checked {
  return {
    outcome: 'fail',
    reason: { zh: reason[0], en: reason[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}
