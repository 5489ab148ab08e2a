import { canonicalJson, type Json } from '../../../kernel/canonical-json.js';
import {
  decodeBase64,
  encodeBase64,
  encodeUtf8,
  formatProofBundle,
  packProofBundle,
  parseProofBundle,
  type ProofBundle,
  type Sha256,
  unpackProofBundle,
} from '../../../tlog/index.js';

/** One entry with its proof, and what it says to the public. */
export interface BundledEntry {
  /** The leaf's bytes, base64. */
  readonly entry: string;
  /** C2SP tlog-proof: its text, or base64 of its compact form where that is shorter. */
  readonly proof: string;
  readonly public?: { readonly salt: string; readonly content: Json };
}

/** All that it takes to verify a certificate without asking anybody: docs/ledger-format.md, "Offline bundle". */
export interface OfflineBundle {
  readonly certificate: string;
  readonly unit: string;
  /** C2SP tlog-policy: whom to trust. */
  readonly policy: string;
  /** Every entry about the unit, oldest first. */
  readonly entries: readonly BundledEntry[];
  /** The last entry of the tree: its time is the time of the checkpoint. */
  readonly newest: BundledEntry;
}

/** The text is no bundle of this format. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

const FORMAT = 'yanzhen-bundle/1';
export const BUNDLE_ID = 'yanzhen-bundle';
const OPENING = `<script type="application/json" id="${BUNDLE_ID}">`;
const CLOSING = '</script>';

/** The data block of a file: canonical JSON with every `<` escaped, so that no HTML ends it early. */
export function formatBundle(sha256: Sha256, bundle: OfflineBundle): string {
  const members = { ...bundle, format: FORMAT, digest: digestOf(sha256, bundle) };
  return canonicalJson(jsonOf(members)).replaceAll('<', '\\u003c');
}

/** The bundle that a data block spells, and whether its digest is right; throws `BundleError` when it spells none. */
export function parseBundle(
  sha256: Sha256,
  text: string,
): { readonly bundle: OfflineBundle; readonly isWhole: boolean } {
  const value = parsed(text);
  if (!isMembers(value, 'certificate', 'digest', 'entries', 'format', 'newest', 'policy', 'unit'))
    throw new BundleError('the members are not those of a bundle');
  const { format, certificate, unit, policy, entries, newest } = value;
  if (format !== FORMAT) throw new BundleError(`the format is not ${FORMAT}`);
  if (!isText(certificate) || !isText(unit) || !isText(policy)) throw new BundleError('an id or the policy is no text');
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw new BundleError('an entry is malformed');
  if (!isEntry(newest)) throw new BundleError('the newest entry is malformed');
  const bundle = { certificate, unit, policy, entries, newest };
  // An escape in upper case, a space, another order: what is not written as we write it was changed.
  return { bundle, isWhole: canonical(() => formatBundle(sha256, bundle)) === text };
}

function canonical(write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BundleError('the data block has a value that no bundle has');
  }
}

/** The one data block of a file; throws `BundleError` unless there is exactly one. */
export function bundleTextIn(html: string): string {
  const [, rest, ...more] = html.split(OPENING);
  const end = rest?.indexOf(CLOSING) ?? -1;
  if (rest === undefined || more.length > 0 || end < 0) throw new BundleError('the file has no single data block');
  return rest.slice(0, end);
}

/** The data block with its element, to be put into a file. */
export function bundleElement(text: string): string {
  return `${OPENING}${text}${CLOSING}`;
}

/** The shorter of the two forms of a proof. */
export function writeProof(proof: ProofBundle): string {
  const [whole, compact] = [formatProofBundle(proof), encodeBase64(packProofBundle(proof))];
  return compact.length < whole.length ? compact : whole;
}

/** The proof in either form; throws `TlogError` when it is neither. */
export function readProof(text: string): ProofBundle {
  return text.startsWith('c2sp.org/') ? parseProofBundle(text) : unpackProofBundle(decodeBase64(text));
}

/** Finds accidents, and names nobody: the proofs say who wrote what. */
function digestOf(sha256: Sha256, { certificate, unit, policy, entries, newest }: OfflineBundle): string {
  const text = canonicalJson(jsonOf({ certificate, unit, policy, entries, newest }));
  return encodeBase64(sha256(encodeUtf8(`${FORMAT}\n${text}`)));
}

// Interfaces have no index signature; these are made of JSON all the same.
function jsonOf(value: object): Json {
  return value as Json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BundleError('the data block is no JSON');
  }
}

function isEntry(value: unknown): value is BundledEntry {
  if (!isMembers(value, 'entry', 'proof') && !isMembers(value, 'entry', 'proof', 'public')) return false;
  const { entry, proof, public: says } = value;
  if (!isText(entry) || !isText(proof)) return false;
  return says === undefined || (isMembers(says, 'content', 'salt') && isText(says['salt']));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Tells whether the value is an object with exactly these members, which are given in their order. */
function isMembers(value: unknown, ...names: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).toSorted().join(' ') === names.join(' ');
}
