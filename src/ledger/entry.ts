import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { type Instant, isInstant } from '../kernel/instant.js';
import { invariant } from '../kernel/invariant.js';
import { DISCLOSURE_GROUPS, type DisclosureGroup, type Subject } from './event.js';

export const ENTRY_VERSION = 1;
export const MAX_SUBJECTS = 64;
/** An entry bundle gives each entry a 16-bit length (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535;

/** A subject with the index of its previous entry, so that a reader can prove order and notice omission. */
export interface LinkedSubject extends Subject {
  readonly prev: number | null;
}

export type Commitments = { readonly [G in DisclosureGroup]?: string };

/** One leaf of the log: public to anyone, so it holds commitments (base64), never the contents. */
export interface Entry {
  readonly v: number;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: string;
  readonly subjects: readonly LinkedSubject[];
  readonly commitments: Commitments;
  readonly clear?: Json;
}

/** The bytes of the leaf: RFC 8785 JSON in UTF-8. They are stored, and never serialised again to verify. */
export function encodeEntry(entry: Entry): Uint8Array {
  invariant(entry.subjects.length <= MAX_SUBJECTS, `an entry has at most ${MAX_SUBJECTS} subjects`);
  const bytes = Buffer.from(canonicalJson(entry as unknown as Json), 'utf8');
  invariant(bytes.length <= MAX_ENTRY_BYTES, 'an entry is smaller than 64 KiB');
  return bytes;
}

/** Reads stored bytes back; throws when they are not an entry in its one spelling. */
export function decodeEntry(bytes: Uint8Array): Entry {
  const text = Buffer.from(bytes).toString('utf8');
  const value = JSON.parse(text) as Entry;
  invariant(isEntry(value), 'the bytes are no entry of this log');
  invariant(canonicalJson(value as unknown as Json) === text, 'the entry is not in canonical form');
  return value;
}

function isEntry(value: Entry): boolean {
  return (
    value.v === ENTRY_VERSION &&
    typeof value.kind === 'string' &&
    typeof value.actor === 'string' &&
    typeof value.at === 'string' &&
    isInstant(value.at) &&
    Array.isArray(value.subjects) &&
    Object.keys(value.commitments).every((group) => (DISCLOSURE_GROUPS as readonly string[]).includes(group))
  );
}
