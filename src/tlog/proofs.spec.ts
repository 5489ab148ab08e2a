import { hash as digest } from 'node:crypto';
import { checkConsistency, checkInclusion } from './checks.js';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.js';
import { type NodeId, proveConsistency, proveInclusion, type ReadHashes, rootAt } from './proofs.js';

/** Node is several times faster with latin1 than with a buffer. */
const sha256 = (data: Uint8Array): Uint8Array => Buffer.from(digest('sha256', data, 'binary'), 'latin1');

/** RFC 6962 §2.1 read aloud: MTH(D[n]). */
function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (!only) return emptyRoot(sha256);
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(sha256, naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

function subtreeReader(leaves: readonly Hash[]): ReadHashes {
  const known = new Map<string, Hash>();
  return async (nodes) =>
    nodes.map(({ level, index }) => {
      const key = `${level}/${index}`;
      const span = 2 ** level;
      const hash = known.get(key) ?? naiveRoot(leaves.slice(index * span, (index + 1) * span));
      known.set(key, hash);
      return hash;
    });
}

function leafOf(i: number): Hash {
  return leafHash(sha256, new TextEncoder().encode(`entry ${i}`));
}

function flipped(hash: Hash, bit: number): Hash {
  const copy = new Uint8Array(hash);
  copy[Math.floor(bit / 8)] = (copy[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

describe('inclusion proofs', () => {
  it('hold for every leaf of every tree to size 300, and for nothing that differs in one bit', async () => {
    const leaves = Array.from({ length: 300 }, (_, i) => leafOf(i));
    const read = subtreeReader(leaves);
    for (let size = 1; size <= leaves.length; size++) {
      const root = await rootAt(sha256, size, read);
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = await proveInclusion(sha256, index, size, read);
        const claim = { leafHash: leaf, index, size, proof, root };
        const forged = [
          { ...claim, leafHash: flipped(leaf, (size + index) % 256) },
          { ...claim, root: flipped(root, (size + index) % 256) },
          { ...claim, proof: [...proof, root] },
          { ...claim, proof: proof.slice(1) },
          ...proof.map((p, at) => ({ ...claim, proof: proof.with(at, flipped(p, (7 * size + index + at) % 256)) })),
        ].filter((other) => other.proof !== proof || other.leafHash !== leaf || other.root !== root);
        const accepted = forged.filter((other) => checkInclusion(sha256, other) && size + other.proof.length > 1);
        if (!checkInclusion(sha256, claim) || accepted.length > 0) {
          throw new Error(`size ${size}, leaf ${index}: ${accepted.length} forgeries accepted`);
        }
      }
    }
  });

  it('hold for no bit flipped, whichever of whichever hash, in every tree to size 24', async () => {
    const leaves = Array.from({ length: 24 }, (_, i) => leafOf(i));
    const read = subtreeReader(leaves);
    let tried = 0;
    for (let size = 1; size <= leaves.length; size++) {
      const root = await rootAt(sha256, size, read);
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = await proveInclusion(sha256, index, size, read);
        const claim = { leafHash: leaf, index, size, proof, root };
        for (let bit = 0; bit < 256; bit++) {
          const forged = [
            { ...claim, leafHash: flipped(leaf, bit) },
            { ...claim, root: flipped(root, bit) },
            ...proof.map((p, at) => ({ ...claim, proof: proof.with(at, flipped(p, bit)) })),
          ];
          tried += forged.length;
          expect(forged.some((other) => checkInclusion(sha256, other))).toBe(false);
        }
      }
    }
    expect(tried).toBeGreaterThan(400_000);
  });

  it('do not hold at another index', async () => {
    const leaves = Array.from({ length: 20 }, (_, i) => leafOf(i));
    const read = subtreeReader(leaves);
    const root = await rootAt(sha256, 20, read);
    for (const [index, leaf] of leaves.entries()) {
      const proof = await proveInclusion(sha256, index, 20, read);
      for (let other = 0; other < 24; other++) {
        const claim = { leafHash: leaf, index: other, size: 20, proof, root };
        expect(checkInclusion(sha256, claim)).toBe(other === index);
      }
    }
  });

  it.each([
    ['an index that is not an integer', { index: 0.5 }],
    ['a negative index', { index: -1 }],
    ['an index at the size', { index: 1 }],
    ['a size beyond 2^53', { size: 2 ** 53 }],
    ['a root of the wrong length', { root: new Uint8Array(31) }],
    ['a leaf hash of the wrong length', { leafHash: new Uint8Array(33) }],
    ['a proof hash of the wrong length', { proof: [new Uint8Array(64)] }],
  ])('are refused with %s', (_, change) => {
    const claim = { leafHash: leafOf(0), index: 0, size: 1, proof: [], root: leafOf(0) };
    expect(checkInclusion(sha256, claim)).toBe(true);
    expect(checkInclusion(sha256, { ...claim, ...change })).toBe(false);
  });

  it('are not made for an entry outside the tree', async () => {
    await expect(proveInclusion(sha256, 3, 3, subtreeReader([]))).rejects.toMatchObject({ code: 'proof' });
    await expect(proveConsistency(sha256, 4, 3, subtreeReader([]))).rejects.toMatchObject({ code: 'proof' });
  });
});

describe('consistency proofs', () => {
  it('hold for every pair of sizes to 64, and for nothing that differs in one bit', async () => {
    const leaves = Array.from({ length: 64 }, (_, i) => leafOf(i));
    const read = subtreeReader(leaves);
    for (let second = 0; second <= 64; second++) {
      for (let first = 0; first <= second; first++) {
        const firstRoot = await rootAt(sha256, first, read);
        const secondRoot = await rootAt(sha256, second, read);
        const proof = await proveConsistency(sha256, first, second, read);
        const claim = { first, second, firstRoot, secondRoot, proof };
        const bit = (first + 3 * second) % 256;
        const forged = [
          { ...claim, firstRoot: flipped(firstRoot, bit) },
          ...(first > 0 ? [{ ...claim, secondRoot: flipped(secondRoot, bit) }] : []),
          { ...claim, proof: [...proof, secondRoot] },
          ...proof.map((p, at) => ({ ...claim, proof: proof.with(at, flipped(p, bit)) })),
          ...proof.map((_, at) => ({ ...claim, proof: proof.toSpliced(at, 1) })),
        ];
        expect(checkConsistency(sha256, claim)).toBe(true);
        expect(forged.filter((other) => checkConsistency(sha256, other))).toEqual([]);
      }
    }
  });

  it('are refused for malformed claims', () => {
    const root = leafOf(0);
    const claim = { first: 1, second: 1, firstRoot: root, secondRoot: root, proof: [] };
    expect(checkConsistency(sha256, claim)).toBe(true);
    expect(checkConsistency(sha256, { ...claim, first: 2 })).toBe(false);
    expect(checkConsistency(sha256, { ...claim, first: 0 })).toBe(false);
    expect(checkConsistency(sha256, { ...claim, second: 2 })).toBe(false);
    expect(checkConsistency(sha256, { ...claim, second: Number.NaN })).toBe(false);
    expect(checkConsistency(sha256, { ...claim, firstRoot: new Uint8Array(0) })).toBe(false);
  });
});

describe('proofs in trees larger than 2^32', () => {
  /** A log whose leaves are all alike: a subtree's hash depends on its height alone. */
  const byLevel: Hash[] = [leafOf(0)];
  for (let level = 1; level < 53; level++) {
    const below = byLevel[level - 1] ?? new Uint8Array(0);
    byLevel.push(nodeHash(sha256, below, below));
  }
  const read: ReadHashes = async (nodes) => nodes.map(({ level }: NodeId) => byLevel[level] ?? new Uint8Array(0));
  const sizes = pseudoRandomSizes(200);

  it('hold for random sizes below 2^40, and not when a bit is flipped', async () => {
    for (const [first, second] of sizes) {
      const firstRoot = await rootAt(sha256, first, read);
      const secondRoot = await rootAt(sha256, second, read);
      const proof = await proveConsistency(sha256, first, second, read);
      const claim = { first, second, firstRoot, secondRoot, proof };
      expect(checkConsistency(sha256, claim)).toBe(true);
      for (const [at, p] of proof.entries()) {
        expect(checkConsistency(sha256, { ...claim, proof: proof.with(at, flipped(p, at)) })).toBe(false);
      }
      const inclusion = await proveInclusion(sha256, first - 1, second, read);
      const entry = { leafHash: leafOf(0), index: first - 1, size: second, proof: inclusion, root: secondRoot };
      expect(checkInclusion(sha256, entry)).toBe(true);
      for (const [at, p] of inclusion.entries()) {
        expect(checkInclusion(sha256, { ...entry, proof: inclusion.with(at, flipped(p, at)) })).toBe(false);
      }
    }
  });

  it('hold at the largest size, 2^53 − 1', async () => {
    const size = Number.MAX_SAFE_INTEGER;
    const root = await rootAt(sha256, size, read);
    for (const index of [0, 2 ** 32, 2 ** 52 - 1, 2 ** 52, size - 1]) {
      const proof = await proveInclusion(sha256, index, size, read);
      expect(checkInclusion(sha256, { leafHash: leafOf(0), index, size, proof, root })).toBe(true);
    }
  });
});

function pseudoRandomSizes(count: number): [number, number][] {
  let state = 20_261_122n;
  const next = (): number => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return Number(state / 2n ** 24n);
  };
  return Array.from({ length: count }, () => {
    const [a, b] = [next() + 1, next() + 1];
    return [Math.min(a, b), Math.max(a, b)];
  });
}
