import { canonicalJson, type Json } from '../../../kernel/canonical-json.js';
import { type Instant, isInstant } from '../../../kernel/instant.js';
import {
  concatBytes,
  decodeUtf8,
  encodeBase64,
  encodeUtf8,
  fromHex,
  type Sha256,
  TlogError,
} from '../../../tlog/index.js';

/** The members of an entry that a reader needs. */
export interface Leaf {
  readonly kind: string;
  readonly at: Instant;
  readonly subjects: readonly { readonly type: string; readonly id: string; readonly prev: number | null }[];
  readonly commitments: Readonly<Record<string, string>>;
}

/** An entry that was checked: bytes, proof and disclosed content belong together unless a fault says otherwise. */
export interface CheckedEntry extends Leaf {
  readonly index: number;
  /** The leaf's bytes, base64. */
  readonly entry: string;
  /** Base64. */
  readonly leafHash: string;
  /** C2SP tlog-proof as text. */
  readonly proof: string;
  readonly disclosed?: { readonly salt: string; readonly content: string };
}

/** What the bytes of an entry say, or undefined when they are none in the one spelling of the format. */
export function leafOf(bytes: Uint8Array): Leaf | undefined {
  try {
    const text = decodeUtf8(bytes);
    const value: unknown = JSON.parse(text);
    return isLeaf(value) && canonicalJson(value) === text ? value : undefined;
  } catch (error) {
    if (error instanceof TlogError || error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The commitment to the public content of an entry, base64: docs/ledger-format.md. Throws `TlogError` on a bad salt. */
export function publicCommitment(sha256: Sha256, salt: string, content: Json): string {
  const group = 'public';
  const head = encodeUtf8(`yanzhen/disclosure/v1\n${String.fromCharCode(group.length)}${group}`);
  const salted = fromHex(salt);
  if (salted.length !== 32) throw new TlogError('hex', 'a salt has 32 bytes');
  return encodeBase64(sha256(concatBytes(head, salted, encodeUtf8(canonicalJson(content)))));
}

/** What the entry says is the unit's entry before it; undefined when it is not about the unit. */
export function prevOf({ subjects }: Leaf, unitId: string): number | null | undefined {
  return subjects.find(({ type, id }) => type === 'unit' && id === unitId)?.prev;
}

function isLeaf(value: unknown): value is Leaf & { readonly [member: string]: Json } {
  if (!isObject(value)) return false;
  const { v, kind, at, subjects, commitments } = value;
  return (
    v === 1 &&
    typeof kind === 'string' &&
    typeof at === 'string' &&
    isInstant(at) &&
    Array.isArray(subjects) &&
    subjects.every(isSubject) &&
    isObject(commitments) &&
    Object.values(commitments).every((commitment) => typeof commitment === 'string')
  );
}

function isSubject(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, id, prev } = value;
  return typeof type === 'string' && typeof id === 'string' && (prev === null || Number.isSafeInteger(prev));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
