import { sha256 } from '../platform/keys/sha256.js';
import { type Hash, leafHash, type NodeId, nodeHash, proveInclusion, type ReadHashes } from '../tlog/index.js';
import { HashCache } from './hash-cache.js';

function hashOf({ level, index }: NodeId): Hash {
  if (level === 0) return leafHash(sha256, Buffer.from(`entry ${index}`));
  const left = hashOf({ level: level - 1, index: 2 * index });
  return nodeHash(sha256, left, hashOf({ level: level - 1, index: 2 * index + 1 }));
}

describe('cached hashes', () => {
  let asked: NodeId[];
  const read: ReadHashes = (nodes) => {
    asked.push(...nodes);
    return Promise.resolve(nodes.map(hashOf));
  };

  beforeEach(() => {
    asked = [];
  });

  it('give every proof of a growing tree as it is without them', async () => {
    const cached = new HashCache().over(read);
    for (let size = 1; size <= 40; size++) {
      for (let index = 0; index < size; index++) {
        expect(await proveInclusion(sha256, index, size, cached)).toEqual(
          await proveInclusion(sha256, index, size, (nodes) => Promise.resolve(nodes.map(hashOf))),
        );
      }
    }
    expect(new Set(asked.map(({ level, index }) => `${level}/${index}`)).size).toBe(asked.length);
  });

  it('are not asked for again', async () => {
    const cached = new HashCache().over(read);
    await proveInclusion(sha256, 5, 100, cached);
    asked = [];
    await proveInclusion(sha256, 5, 100, cached);
    expect(asked).toEqual([]);
  });

  it('are forgotten beyond their number, the longest unused first', async () => {
    const cached = new HashCache(2).over(read);
    const [a, b, c] = [0, 1, 2].map((index) => ({ level: 3, index }));
    if (!a || !b || !c) throw new Error('three nodes');
    await cached([a, b]);
    await cached([a]);
    await cached([c]);
    asked = [];
    await cached([a, c]);
    expect(asked).toEqual([]);
    expect(await cached([b, a])).toEqual([hashOf(b), hashOf(a)]);
    expect(asked).toEqual([b]);
  });

  it('keep levels apart', async () => {
    const cached = new HashCache().over(read);
    const nodes = Array.from({ length: 5 }, (_, level) => ({ level, index: 1 }));
    expect(await cached(nodes)).toEqual(nodes.map(hashOf));
    expect(await cached(nodes)).toEqual(nodes.map(hashOf));
  });
});
