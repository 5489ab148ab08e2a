import { equalBytes } from './bytes.js';
import { emptyRoot, type Hash, HASH_LENGTH, nodeHash, type Sha256 } from './hash.js';
import { half, isOdd } from './integers.js';

/** The claim that `leafHash` is entry `index` of the tree of `size` leaves that has `root`. */
export interface InclusionClaim {
  readonly leafHash: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** The claim that the tree of `first` leaves is the beginning of the tree of `second` leaves. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/** Tells whether the proof shows the claim, by the steps of RFC 9162 §2.1.3.2; malformed claims are false, never thrown. */
export function checkInclusion(sha256: Sha256, claim: InclusionClaim): boolean {
  const { leafHash, index, size, proof, root } = claim;
  if (!areSizes(index, size) || !areHashes([leafHash, root, ...proof])) return false;
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let r = leafHash;
  for (const p of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(sha256, p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      r = nodeHash(sha256, r, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(r, root);
}

/**
 * Tells whether the proof shows the claim, by the steps of RFC 9162 §2.1.4.2; malformed claims are false, never thrown.
 * Equal sizes need equal roots and no proof; size 0 needs the empty root and no proof.
 */
export function checkConsistency(sha256: Sha256, claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!areSizes(first, second) || !areHashes([firstRoot, secondRoot, ...proof])) return false;
  if (first > second) return false;
  if (first === second && !equalBytes(firstRoot, secondRoot)) return false;
  if (first === 0 && !equalBytes(firstRoot, emptyRoot(sha256))) return false;
  if (first === 0 || first === second) return proof.length === 0;
  if (proof.length === 0) return false;
  return climb(sha256, claim, isPowerOfTwo(first) ? [firstRoot, ...proof] : proof);
}

/** Steps 3 to 7 of RFC 9162 §2.1.4.2. */
function climb(
  sha256: Sha256,
  { first, second, firstRoot, secondRoot }: ConsistencyClaim,
  path: readonly Hash[],
): boolean {
  const [start, ...rest] = path;
  if (!start) return false;
  let fn = first - 1;
  let sn = second - 1;
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let fr = start;
  let sr = start;
  for (const c of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(sha256, c, fr);
      sr = nodeHash(sha256, c, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sha256, sr, c);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(fr, firstRoot) && equalBytes(sr, secondRoot);
}

function areSizes(...values: readonly number[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && value >= 0);
}

function areHashes(hashes: readonly Hash[]): boolean {
  return hashes.every((hash) => hash.length === HASH_LENGTH);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
