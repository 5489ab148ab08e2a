import { hash as digest } from 'node:crypto';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.js';
import { proveInclusion, type ReadHashes, rootAt } from './proofs.js';
import { tileHashes } from './tile-reader.js';
import { TreeEdge } from './tree.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

function leafOf(i: number): Hash {
  return leafHash(sha256, new TextEncoder().encode(`entry ${i}`));
}

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

describe('tileHashes', () => {
  it('gives the same proofs from tiles as from the leaves, reading each tile once', async () => {
    const leaves = Array.from({ length: 700 }, (_, i) => leafOf(i));
    const edge = new TreeEdge(sha256);
    const tiles = new Map(edge.append(leaves).map(({ level, index, data }) => [`${level}/${index}`, data]));
    for (const size of [1, 255, 256, 257, 511, 512, 699, 700]) {
      const reads: string[] = [];
      const read = tileHashes(sha256, size, async (level, index) => {
        reads.push(`${level}/${index}`);
        return tiles.get(`${level}/${index}`) ?? new Uint8Array(0);
      });
      expect(await rootAt(sha256, size, read)).toEqual(naiveRoot(leaves.slice(0, size)));
      reads.length = 0;
      const index = Math.floor(size / 3);
      const proof = await proveInclusion(sha256, index, size, read);
      expect(new Set(reads).size).toBe(reads.length);
      expect(proof).toEqual(await proveInclusion(sha256, index, size, subtreeReader(leaves)));
    }
  });

  it('refuses a tile that is too short and a subtree outside the tree', async () => {
    const read = tileHashes(sha256, 3, async () => new Uint8Array(64));
    await expect(rootAt(sha256, 3, read)).rejects.toMatchObject({ code: 'tile' });
    await expect(read([{ level: 2, index: 0 }])).rejects.toMatchObject({ code: 'tile' });
  });
});
