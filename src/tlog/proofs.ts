import { TlogError } from './errors.js';
import { checkHash, emptyRoot, type Hash, nodeHash, type Sha256 } from './hash.js';
import { checkedInteger, splitPoint } from './integers.js';

/** The root of the complete subtree over the leaves [index·2^level, (index+1)·2^level). */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** Gives the hashes of complete subtrees in the order asked; one call per proof, so that reads can be batched. */
export type ReadHashes = (nodes: readonly NodeId[]) => Promise<Hash[]>;

/** The leaves [start, end); `start` is a multiple of the power of two at or above the length. */
interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The RFC 6962 §2.1 root of the first `size` leaves. */
export async function rootAt(sha256: Sha256, size: number, read: ReadHashes): Promise<Hash> {
  checkedInteger(size, 'the tree size');
  if (size === 0) return emptyRoot(sha256);
  const [root] = await hashRanges(sha256, [{ start: 0, end: size }], read);
  return root ?? emptyRoot(sha256);
}

/** PATH(index, D[size]) of RFC 6962 §2.1.1; throws `proof` unless index < size. */
export async function proveInclusion(sha256: Sha256, index: number, size: number, read: ReadHashes): Promise<Hash[]> {
  checkedInteger(index, 'the index');
  checkedInteger(size, 'the tree size');
  if (index >= size) throw new TlogError('proof', `entry ${index} is not in a tree of ${size}`);
  return hashRanges(sha256, auditPath(index, { start: 0, end: size }), read);
}

/**
 * PROOF(first, D[second]) of RFC 6962 §2.1.2, and nothing when first is 0 or second, where nothing is to be shown
 * (C2SP tlog-witness sends an empty proof then). Throws `proof` unless first ≤ second.
 */
export async function proveConsistency(
  sha256: Sha256,
  first: number,
  second: number,
  read: ReadHashes,
): Promise<Hash[]> {
  checkedInteger(first, 'the first size');
  checkedInteger(second, 'the second size');
  if (first > second) throw new TlogError('proof', `a tree of ${first} cannot be the beginning of one of ${second}`);
  if (first === 0 || first === second) return [];
  return hashRanges(sha256, subProof(first, { start: 0, end: second }, true), read);
}

/** RFC 6962 §2.1.1, with `index` counted from the range's start. */
function auditPath(index: number, { start, end }: LeafRange): LeafRange[] {
  const length = end - start;
  if (length === 1) return [];
  const middle = start + splitPoint(length);
  if (index < middle - start) return [...auditPath(index, { start, end: middle }), { start: middle, end }];
  return [...auditPath(index - (middle - start), { start: middle, end }), { start, end: middle }];
}

/** RFC 6962 §2.1.2, with `first` counted from the range's start; `known` is the RFC's b: the verifier has that root. */
function subProof(first: number, { start, end }: LeafRange, known: boolean): LeafRange[] {
  const length = end - start;
  if (first === length) return known ? [] : [{ start, end }];
  const middle = start + splitPoint(length);
  if (first <= middle - start) return [...subProof(first, { start, end: middle }, known), { start: middle, end }];
  return [...subProof(first - (middle - start), { start: middle, end }, false), { start, end: middle }];
}

/** The tree hash of each range, from one read of all the complete subtrees that they are made of. */
async function hashRanges(sha256: Sha256, ranges: readonly LeafRange[], read: ReadHashes): Promise<Hash[]> {
  const parts = ranges.map(completeSubtrees);
  const nodes = parts.flat();
  const hashes = nodes.length > 0 ? await read(nodes) : [];
  if (hashes.length !== nodes.length) throw new TlogError('tile', 'the reader gave another number of hashes');
  let at = 0;
  return parts.map((part) => {
    const own = hashes.slice(at, at + part.length);
    at += part.length;
    return foldRight(sha256, own);
  });
}

/** The complete subtrees of a range, largest first, as RFC 6962 §2.1 splits it. */
function completeSubtrees({ start, end }: LeafRange): NodeId[] {
  const nodes: NodeId[] = [];
  let at = start;
  for (let level = 52; level >= 0; level--) {
    const length = 2 ** level;
    if (end - at < length) continue;
    nodes.push({ level, index: at / length });
    at += length;
  }
  return nodes;
}

function foldRight(sha256: Sha256, hashes: readonly Hash[]): Hash {
  const folded = hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
  return checkHash(folded);
}
