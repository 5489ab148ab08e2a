import type { Entry } from '../entry.js';
import { eventKind } from '../event.js';

/** Why something is erased: the cases of 个人信息保护法 (PIPL) Article 47. It stands in the public log, so it is no free text. */
export const ERASURE_GROUNDS = [
  'purpose-over',
  'retention-over',
  'consent-withdrawn',
  'unlawful',
  'other-law',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Subjects: those whose data it was. The `personal` groups of these earlier entries are destroyed, wherever this entry is applied. */
export const personalErased = eventKind<{ clear: { entries: readonly number[]; ground: ErasureGround } }>(
  'ledger.personal-erased',
);

/** The earlier entries whose `personal` group an entry erases; none for an entry of another kind. Pure, for verifiers too. */
export function erasedBy({ kind, clear }: Entry, index: number): number[] {
  if (kind !== personalErased.kind || typeof clear !== 'object' || clear === null) return [];
  const { entries } = clear as { readonly entries?: unknown };
  if (!Array.isArray(entries)) return [];
  return entries.filter((named) => Number.isSafeInteger(named) && named >= 0 && named < index).map(Number);
}
