import { canonicalJson } from '../../../kernel/canonical-json.js';
import type { Text } from '../../../kernel/language.js';
import {
  checkInclusion,
  checkpointOf,
  decodeBase64,
  encodeBase64,
  formatProofBundle,
  type Hash,
  leafHash,
  openCheckpoint,
  parsePolicy,
  type ProofBundle,
  type Sha256,
  TlogError,
  type TrustedCheckpoint,
  type VerifyEd25519,
} from '../../../tlog/index.js';
import { BundleError, type BundledEntry, type OfflineBundle, parseBundle, readProof } from './bundle.rules.js';
import { chainFaults } from './bundle-chain.rules.js';
import { type BundlePart, fault, type Fault, inEntry, reasonOf } from './bundle-faults.rules.js';
import { type CheckedEntry, type Leaf, leafOf, publicCommitment } from './bundled-entry.rules.js';

/** What checking needs of its surroundings. */
export interface CheckTools {
  readonly sha256: Sha256;
  readonly verifyEd25519: VerifyEd25519;
}

/** What a bundle shows when it has no fault. */
export interface CheckedBundle {
  readonly bundle: OfflineBundle;
  readonly policy: string;
  readonly trusted: TrustedCheckpoint;
  readonly entries: readonly CheckedEntry[];
  readonly newest: CheckedEntry;
}

/** Everything that is wrong, or what was proven: never both. */
export type Checking =
  { readonly faults: readonly Fault[] } | { readonly faults: readonly []; readonly checked: CheckedBundle };

/** Checks a data block by the policy given, else by its own, against nothing but itself. Never throws. */
export function checkBundle(text: string, tools: CheckTools, ownPolicy?: string): Checking {
  try {
    const { bundle, isWhole } = parseBundle(tools.sha256, text);
    const faults = isWhole ? [] : [fault('file', CHANGED)];
    return checkParts({ bundle, tools, faults, policy: ownPolicy ?? bundle.policy });
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { faults: [fault('file', { zh: '不是本格式的离线包', en: `no bundle of this format: ${error.message}` })] };
  }
}

const CHANGED: Text = { zh: '内容在生成之后被改动过', en: 'its content was changed after it was made' };

interface Parts {
  readonly bundle: OfflineBundle;
  readonly tools: CheckTools;
  readonly faults: Fault[];
  readonly policy: string;
}

function checkParts(parts: Parts): Checking {
  const { bundle, faults, policy } = parts;
  const proofs = [...bundle.entries, bundle.newest].map((entry, at) =>
    attempted(parts, place(parts, at), () => read(entry)),
  );
  const newest = proofs.at(-1);
  const trusted = newest && trustedCheckpoint(parts, newest.proof.checkpoint);
  const entries = proofs.map((proof, at) => proof && checkEntry(parts, place(parts, at), proof, newest?.proof));
  const found = entries.filter((entry) => entry !== undefined);
  const last = found.at(-1);
  if (found.length === proofs.length && last) faults.push(...chainFaults(bundle, found));
  if (faults.length > 0 || !trusted || !last) return { faults };
  return { faults: [], checked: { bundle, policy, trusted, entries: found.slice(0, -1), newest: last } };
}

interface Read {
  readonly bundled: BundledEntry;
  readonly bytes: Uint8Array;
  readonly proof: ProofBundle;
}

function read(bundled: BundledEntry): Read {
  return { bundled, bytes: decodeBase64(bundled.entry), proof: readProof(bundled.proof) };
}

/** The checkpoint of the last proof, which every other proof must name too, verified by the policy. */
function trustedCheckpoint(parts: Parts, note: string): TrustedCheckpoint | undefined {
  const { tools, policy } = parts;
  const parsed = attempted(parts, 'policy', () => parsePolicy(tools.sha256, policy));
  return parsed && attempted(parts, 'checkpoint', () => openCheckpoint(note, parsed, tools.verifyEd25519));
}

function checkEntry(
  { tools: { sha256 }, faults }: Parts,
  where: BundlePart,
  { bundled, bytes, proof }: Read,
  newest: ProofBundle | undefined,
): CheckedEntry | undefined {
  const hash = leafHash(sha256, bytes);
  if (newest && proof.checkpoint !== newest.checkpoint) faults.push(fault(where, OTHER_CHECKPOINT));
  if (!isIncluded(sha256, hash, proof)) faults.push(fault(where, NOT_IN_TREE));
  const leaf = leafOf(bytes);
  if (!leaf) {
    faults.push(fault(where, MALFORMED));
    return undefined;
  }
  faults.push(...disclosureFaults(sha256, where, leaf, bundled));
  const { entry, public: says } = bundled;
  return {
    ...leaf,
    index: proof.index,
    entry,
    leafHash: encodeBase64(hash),
    proof: formatProofBundle(proof),
    ...(says ? { disclosed: { salt: says.salt, content: canonicalJson(says.content) } } : {}),
  };
}

const OTHER_CHECKPOINT: Text = { zh: '证明所用的检查点与其他证明不同', en: 'its proof names another checkpoint' };
const NOT_IN_TREE: Text = {
  zh: '证明不成立：日志里没有这样一条记录',
  en: 'its proof fails: the log has no such entry',
};
const MALFORMED: Text = { zh: '字节不是本日志的记录', en: 'its bytes are no entry of this log' };
const NOT_COMMITTED: Text = {
  zh: '公开内容或盐与记录中的承诺不符',
  en: 'its content or salt is not what the entry committed to',
};
const WITHHELD: Text = { zh: '缺少它承诺过的公开内容', en: 'the public content that it committed to is left out' };

function isIncluded(sha256: Sha256, hash: Hash, proof: ProofBundle): boolean {
  const { size, root } = checkpointOf(proof);
  return checkInclusion(sha256, { leafHash: hash, index: proof.index, size, proof: proof.proof, root });
}

/** A content left out could hide that a certificate was revoked; one that is not committed to says anything. */
function disclosureFaults(
  sha256: Sha256,
  where: BundlePart,
  { commitments }: Leaf,
  { public: says }: BundledEntry,
): Fault[] {
  const committed = commitments['public'];
  if (!says) return committed === undefined || where === 'newest' ? [] : [fault(where, WITHHELD)];
  try {
    return publicCommitment(sha256, says.salt, says.content) === committed ? [] : [fault(where, NOT_COMMITTED)];
  } catch (error) {
    if (error instanceof TlogError) return [fault(where, NOT_COMMITTED)];
    throw error;
  }
}

/** What the work gives; a fault with its reason when the formats refuse. */
function attempted<T>({ faults }: Parts, where: BundlePart, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    faults.push(fault(where, reasonOf(error)));
    return undefined;
  }
}

function place({ bundle }: Parts, at: number): BundlePart {
  return at < bundle.entries.length ? inEntry(at + 1) : 'newest';
}
