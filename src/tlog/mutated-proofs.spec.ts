import { hash as digest } from 'node:crypto';
import * as fc from 'fast-check';
import { checkConsistency, checkInclusion, type ConsistencyClaim, type InclusionClaim } from './checks.js';
import type { Hash } from './hash.js';
import { proveConsistency, proveInclusion, type ReadHashes } from './proofs.js';

/** Node is several times faster with latin1 than with a buffer. */
const sha256 = (data: Uint8Array): Uint8Array => Buffer.from(digest('sha256', data, 'binary'), 'latin1');

const CLAIMS = 1_150;
const MUTANTS_EACH = 50;

/** A log of any size: the hash of each complete subtree that a proof reads is that of its name, so no two are alike. */
function subtree(level: number, index: number): Hash {
  return sha256(Buffer.from(`${level}/${index}`));
}

const read: ReadHashes = async (nodes) => nodes.map(({ level, index }) => subtree(level, index));

function node(left: Hash, right: Hash): Hash {
  return sha256(Buffer.concat([Uint8Array.of(1), left, right]));
}

/** The largest power of two below n (RFC 6962 §2.1), for n > 1. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH(D[start:end]) of RFC 6962 §2.1, down to the complete subtrees that do not reach across any of the cuts. */
function treeHash(start: number, end: number, cuts: readonly number[]): Hash {
  const length = end - start;
  const level = Math.round(Math.log2(length));
  if (2 ** level === length && !cuts.some((cut) => start < cut && cut < end)) return subtree(level, start / length);
  const middle = start + split(length);
  return node(treeHash(start, middle, cuts), treeHash(middle, end, cuts));
}

/** On which side each hash of PATH(index, D[size]) stands; undefined when there is no such path. */
function inclusionShape(index: number, size: number): string | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  if (size === 1) return '';
  const k = split(size);
  return index < k ? `${inclusionShape(index, k)}R` : `${inclusionShape(index - k, size - k)}L`;
}

/** The same of PROOF(first, D[second]), and what it begins with. */
function consistencyShape(first: number, second: number): string | undefined {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second) return undefined;
  if (first === 0) return 'nothing';
  return first === second ? 'the same' : subShape(first, second, true);
}

function subShape(first: number, second: number, isKnown: boolean): string {
  if (first === second) return isKnown ? 'known ' : 'given ';
  const k = split(second);
  return first <= k ? `${subShape(first, k, isKnown)}R` : `${subShape(first - k, second - k, false)}L`;
}

/**
 * What a claim says: these hashes, joined in this order, give that root. Neither index nor size is hashed into a root;
 * it is the checkpoint's signature that ties root and size together. So a claim with another size whose path runs the
 * same way is no other claim, to any verifier of RFC 6962.
 */
function inclusionMeaning({ leafHash, index, size, proof, root }: InclusionClaim): string {
  return JSON.stringify([inclusionShape(index, size) ?? 'none', ...[leafHash, root, ...proof].map(spelled)]);
}

function spelled(hash: Hash): string {
  return Buffer.from(hash).toString('base64');
}

/** Every tree begins with the empty one: its size, and root, are not said by that. */
function consistencyMeaning({ first, second, firstRoot, secondRoot, proof }: ConsistencyClaim): string {
  const shape = consistencyShape(first, second) ?? 'none';
  const roots = shape === 'nothing' ? [firstRoot] : [firstRoot, secondRoot];
  return JSON.stringify([shape, ...[...roots, ...proof].map(spelled)]);
}

/** Where and how a mutation strikes. */
interface Pick {
  readonly at: number;
  readonly bit: number;
  readonly other: number;
}

type ChangeOf<T> = (value: T, pick: Pick) => T;

const changeHash: ChangeOf<Hash> = (hash, { bit, at, other }) => {
  const copy = new Uint8Array(hash);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return [copy, hash.slice(1), Uint8Array.of(...hash, at & 255), sha256(hash), copy.toReversed()][other % 5] ?? copy;
};

/** Near ones, ones a bit away, ones that are the same in 32 bits, and no sizes at all. */
const changeSize: ChangeOf<number> = (size, { at, bit, other }) => {
  const near = [size + 1, size - 1, size + 2 ** (bit % 53), size - 2 ** (bit % 53), size + 2 ** 32, size % 2 ** 32];
  const odd = [other, other % (size + 1), -size - 1, size + 0.5, Number.NaN, 2 ** 53, Math.floor(size / 2), size * 2];
  return [...near, ...near, ...odd][at % 20] ?? 0;
};

const PROOF_CHANGES: readonly ChangeOf<readonly Hash[]>[] = [
  (proof, pick) => changeAt(proof, pick, (hash) => changeHash(hash, pick)),
  (proof, pick) => changeAt(proof, pick, (_, hashes) => hashes[pick.other % hashes.length]),
  (proof, { at }) => proof.toSpliced(at % (proof.length + 1), 1),
  (proof, { at, other }) => proof.toSpliced(at % (proof.length + 1), 0, proof[other % proof.length] ?? subtree(0, 0)),
  (proof, { at, other }) => proof.toSpliced(at % (proof.length + 1), 0, subtree(other % 53, at)),
  (proof, { at, other }) => swapped(proof, at % (proof.length || 1), other % (proof.length || 1)),
  (proof) => proof.toReversed(),
  (proof, { other }) => proof.slice(other % (proof.length + 1)),
  (proof, { at }) => proof.toSpliced(at % (proof.length + 1), 2, node(...pairAt(proof, at))),
];

function changeAt(
  proof: readonly Hash[],
  { at }: Pick,
  change: (hash: Hash, hashes: readonly Hash[]) => Hash | undefined,
): readonly Hash[] {
  const place = at % (proof.length || 1);
  const hash = proof[place];
  return hash ? proof.with(place, change(hash, proof) ?? hash) : proof;
}

function swapped(proof: readonly Hash[], one: number, other: number): readonly Hash[] {
  const [a, b] = [proof[one], proof[other]];
  return a && b ? proof.with(one, b).with(other, a) : proof;
}

function pairAt(proof: readonly Hash[], at: number): [Hash, Hash] {
  const place = at % (proof.length || 1);
  return [proof[place] ?? subtree(0, 0), proof[place + 1] ?? subtree(0, 1)];
}

const changeProof: ChangeOf<readonly Hash[]> = (proof, pick) =>
  (PROOF_CHANGES[pick.other % PROOF_CHANGES.length] ?? changeNothing)(proof, {
    ...pick,
    other: Math.floor(pick.other / PROOF_CHANGES.length),
  });
const changeNothing = <T>(value: T): T => value;

/** What a forger may say about a checkpoint that is signed, the leaf being an entry's; any of it, and all at once. */
const FORGED_INCLUSION: readonly ChangeOf<InclusionClaim>[] = [
  (claim, pick) => ({ ...claim, leafHash: changeHash(claim.leafHash, pick) }),
  (claim, pick) => ({ ...claim, index: changeSize(claim.index, pick) }),
  (claim, pick) => ({ ...claim, proof: changeProof(claim.proof, pick) }),
  (claim, pick) => ({ ...claim, proof: changeProof(claim.proof, pick) }),
  (claim, pick) => ({ ...claim, leafHash: claim.proof[pick.at % claim.proof.length] ?? claim.root }),
];

/** The checkpoint's own root or size, of which one is changed and nothing else. */
const OTHER_CHECKPOINT: readonly ChangeOf<InclusionClaim>[] = [
  (claim, pick) => ({ ...claim, root: changeHash(claim.root, pick) }),
  (claim, pick) => ({ ...claim, size: changeSize(claim.size, pick) }),
];

const FORGED_CONSISTENCY: readonly ChangeOf<ConsistencyClaim>[] = [
  (claim, pick) => ({ ...claim, proof: changeProof(claim.proof, pick) }),
];

const OTHER_CHECKPOINTS: readonly ChangeOf<ConsistencyClaim>[] = [
  (claim, pick) => ({ ...claim, firstRoot: changeHash(claim.firstRoot, pick) }),
  (claim, pick) => ({ ...claim, secondRoot: changeHash(claim.secondRoot, pick) }),
  (claim, pick) => ({ ...claim, first: changeSize(claim.first, pick) }),
  (claim, pick) => ({ ...claim, second: changeSize(claim.second, pick) }),
  (claim) => ({ ...claim, firstRoot: claim.secondRoot, secondRoot: claim.firstRoot }),
  (claim) => ({ ...claim, first: claim.second, second: claim.first }),
];

/** One to three changes of a forger, or one of the checkpoint. */
function mutate<T>(claim: T, kinds: readonly (readonly ChangeOf<T>[])[], { kind, picks }: Mutation): T {
  const [forged = [], others = []] = kinds;
  const changes = kind % 3 === 0 ? others : forged;
  const struck = kind % 3 === 0 ? picks.slice(0, 1) : picks;
  return struck.reduce((value, pick) => (changes[pick.bit % changes.length] ?? changeNothing)(value, pick), claim);
}

interface Mutation {
  readonly kind: number;
  readonly picks: readonly Pick[];
}

const aPick = fc.record({ at: fc.nat(1_000), bit: fc.nat(255), other: fc.maxSafeNat() });
const aMutation = fc.record({ kind: fc.nat(1_000), picks: fc.array(aPick, { minLength: 1, maxLength: 3 }) });
const mutations = fc.array(aMutation, { minLength: MUTANTS_EACH, maxLength: MUTANTS_EACH });

/** Trees that are small, of some tiles, beyond 32 bits, and as large as there can be. */
const aSize = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: 70_000 }),
  fc.integer({ min: 2 ** 32, max: 2 ** 40 }),
  fc.integer({ min: 2 ** 40, max: Number.MAX_SAFE_INTEGER }),
);
const anIndexAndSize = aSize.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
const twoSizes = aSize.chain((second) => fc.tuple(fc.integer({ min: 0, max: second }), fc.constant(second)));

describe('100,000 mutated proofs, each changed in what it says', () => {
  it('of inclusion: none is accepted', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(anIndexAndSize, mutations, async ([index, size], changes) => {
        const proof = await proveInclusion(sha256, index, size, read);
        const root = treeHash(0, size, [index, index + 1]);
        const claim: InclusionClaim = { leafHash: subtree(0, index), index, size, proof, root };
        expect(checkInclusion(sha256, claim)).toBe(true);
        const meaning = inclusionMeaning(claim);
        for (const change of changes) {
          const mutant = mutate(claim, [FORGED_INCLUSION, OTHER_CHECKPOINT], change);
          if (inclusionMeaning(mutant) === meaning) continue;
          tried++;
          if (checkInclusion(sha256, mutant)) throw new Error(`accepted: ${inclusionMeaning(mutant)}`);
        }
      }),
      { numRuns: CLAIMS, endOnFailure: true },
    );
    expect(tried).toBeGreaterThanOrEqual(50_000);
  });

  it('of consistency: none is accepted', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(twoSizes, mutations, async ([first, second], changes) => {
        const proof = await proveConsistency(sha256, first, second, read);
        const [firstRoot, secondRoot] = [rootOf(first, [first]), rootOf(second, [first])];
        const claim: ConsistencyClaim = { first, second, firstRoot, secondRoot, proof };
        expect(checkConsistency(sha256, claim)).toBe(true);
        const meaning = consistencyMeaning(claim);
        for (const change of changes) {
          const mutant = mutate(claim, [FORGED_CONSISTENCY, OTHER_CHECKPOINTS], change);
          if (consistencyMeaning(mutant) === meaning) continue;
          tried++;
          if (checkConsistency(sha256, mutant)) throw new Error(`accepted: ${consistencyMeaning(mutant)}`);
        }
      }),
      { numRuns: CLAIMS, endOnFailure: true },
    );
    expect(tried).toBeGreaterThanOrEqual(50_000);
  });
});

function rootOf(size: number, cuts: readonly number[]): Hash {
  return size === 0 ? sha256(new Uint8Array(0)) : treeHash(0, size, cuts);
}
