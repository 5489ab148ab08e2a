import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { checkInclusion } from './checks.js';
import { cosignatureTime, cosignatureVerifier } from './cosignature.js';
import { TlogError } from './errors.js';
import type { Hash, Sha256 } from './hash.js';
import { ed25519Verifier, type NoteSignature, type NoteVerifier, openNote, type VerifyEd25519 } from './note.js';
import { isQuorumMet, type Policy, type PolicyLog, type PolicyWitness } from './policy.js';
import type { ProofBundle } from './proof-bundle.js';
import { KeyType, type Vkey } from './vkey.js';

/** A witness that cosigned, and when it says that it did (POSIX seconds; whether that is recent is for the caller). */
export interface Witnessed {
  readonly witness: PolicyWitness;
  readonly time: number;
}

/** A checkpoint that the policy accepts: signed by one of its logs under its own origin, and cosigned by a quorum. */
export interface TrustedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly log: PolicyLog;
  readonly witnessed: readonly Witnessed[];
}

/**
 * Verifies a signed checkpoint against a policy. Throws `signature` when a known key's signature is not good or the
 * log named by the origin did not sign, `quorum` when too few witnesses did, and as `parseNote` and `parseCheckpoint` do.
 */
export function openCheckpoint(
  note: Uint8Array | string,
  policy: Policy,
  verifyEd25519: VerifyEd25519,
): TrustedCheckpoint {
  const { text, signatures } = openNote(note, policyVerifiers(policy, verifyEd25519));
  const checkpoint = parseCheckpoint(text);
  const log = policy.logs.find(({ vkey }) => vkey.name === checkpoint.origin && signatures.some(isBy(vkey)));
  if (!log) throw new TlogError('signature', `no known key of ${checkpoint.origin} signed the checkpoint`);
  const witnessed = policy.witnesses.flatMap((witness) =>
    signatures.filter(isBy(witness.vkey)).map(({ signature }) => ({ witness, time: cosignatureTime(signature) })),
  );
  const names = new Set(witnessed.map(({ witness }) => witness.name));
  if (!isQuorumMet(policy, names)) throw new TlogError('quorum', 'too few witnesses cosigned the checkpoint');
  return { checkpoint, log, witnessed };
}

/** What `openProofBundle` needs besides SHA-256. `leafHash` is of the entry that the reader holds, never from the bundle. */
export interface BundleToOpen {
  readonly bundle: ProofBundle;
  readonly leafHash: Hash;
  readonly policy: Policy;
  readonly verifyEd25519: VerifyEd25519;
}

/** Verifies that an entry is in a log that the policy accepts; throws as `openCheckpoint`, and `proof` when the proof fails. */
export function openProofBundle(sha256: Sha256, toOpen: BundleToOpen): TrustedCheckpoint {
  const { bundle, leafHash, policy, verifyEd25519 } = toOpen;
  const trusted = openCheckpoint(bundle.checkpoint, policy, verifyEd25519);
  const { size, root } = trusted.checkpoint;
  if (!checkInclusion(sha256, { leafHash, index: bundle.index, size, proof: bundle.proof, root })) {
    throw new TlogError('proof', `the proof does not show that this is entry ${bundle.index}`);
  }
  return trusted;
}

/** Keys of types without a verifier here are unknown keys: their signatures are ignored, and never count. */
function policyVerifiers(policy: Policy, verifyEd25519: VerifyEd25519): NoteVerifier[] {
  const logs = policy.logs.filter(({ vkey }) => vkey.type === KeyType.ed25519);
  const witnesses = policy.witnesses.filter(({ vkey }) => vkey.type === KeyType.cosignature);
  return [
    ...logs.map(({ vkey }) => ed25519Verifier(vkey, verifyEd25519)),
    ...witnesses.map(({ vkey }) => cosignatureVerifier(vkey, verifyEd25519)),
  ];
}

function isBy(vkey: Vkey): (signature: NoteSignature) => boolean {
  return ({ name, keyId }) => name === vkey.name && keyId === vkey.keyId;
}
