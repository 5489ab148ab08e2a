import type { Instant } from '../../kernel/instant.js';
import type { ProvenEntry, Subject } from '../../ledger/index.js';
import { decodeBase64, decodeUtf8 } from '../../tlog/index.js';

/** One entry of a unit's chain with what it says to the public. */
export interface ChainEntry {
  readonly index: number;
  readonly kind: string;
  readonly at: Instant;
  readonly subjects: readonly Subject[];
  /** The content of the `public` group; empty when the entry says nothing to everybody. */
  readonly says: Says;
}

export type Says = Readonly<Record<string, unknown>>;

interface LeafFields {
  readonly kind: string;
  readonly at: Instant;
  readonly subjects: readonly Subject[];
}

/** Proven entries as the page reads them: the very bytes that their proofs are about. */
export function unitChain(proven: readonly ProvenEntry[]): ChainEntry[] {
  return proven.map(({ index, entry, disclosures }) => {
    const { kind, at, subjects }: LeafFields = JSON.parse(decodeUtf8(decodeBase64(entry)));
    const disclosed = disclosures.find(({ group }) => group === 'public');
    const says: Says = disclosed ? JSON.parse(disclosed.content) : {};
    return { index, kind, at, subjects, says };
  });
}

/** The last entry of a kind, among those about one more subject when it is named. */
export function lastOf(chain: readonly ChainEntry[], kind: string, subjectId?: string): ChainEntry | undefined {
  return chain.findLast((entry) => entry.kind === kind && (subjectId === undefined || isAbout(entry, subjectId)));
}

export function isAbout({ subjects }: ChainEntry, subjectId: string): boolean {
  return subjects.some(({ id }) => id === subjectId);
}

/** The id of the entry's subject of a type. */
export function subjectIn({ subjects }: ChainEntry, type: string): string | undefined {
  return subjects.find((subject) => subject.type === type)?.id;
}

/** A text among what an entry says; undefined when there is none. */
export function textIn(says: Says, key: string): string | undefined {
  const value = says[key];
  return typeof value === 'string' ? value : undefined;
}

/** An object among what an entry says; empty when there is none. */
export function objectIn(says: Says, key: string): Says {
  const value = says[key];
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** When the earliest hold that is still open began. */
export function openHold(chain: readonly ChainEntry[]): ChainEntry | undefined {
  const released = new Set(chain.filter(({ kind }) => kind === 'units.hold-released').map(holdOf));
  return chain.find((entry) => entry.kind === 'units.unit-held' && !released.has(holdOf(entry)));
}

function holdOf(entry: ChainEntry): string | undefined {
  return subjectIn(entry, 'hold');
}

/** How the unit is packed now: a pack that was opened for another inspection is none. */
export function packingNow(chain: readonly ChainEntry[]): ChainEntry | undefined {
  const packed = lastOf(chain, 'packaging.packed');
  const reopened = lastOf(chain, 'units.gates-reopened');
  return packed && reopened && reopened.index > packed.index ? undefined : packed;
}
