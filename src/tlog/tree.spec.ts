import { hash as digest } from 'node:crypto';
import { toHex } from './base64.js';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.js';
import { partialTiles, tilesForSize } from './tiles.js';
import { type ChangedTile, TreeEdge } from './tree.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

function leavesFrom(start: number, count: number): Hash[] {
  return Array.from({ length: count }, (_, i) => leafHash(sha256, new TextEncoder().encode(String(start + i))));
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

/** C2SP tlog-tiles read aloud: MTH(D[(n·256+i)·256^l : (n·256+i+1)·256^l]) for each i. */
function naiveTile(leaves: readonly Hash[], level: number, index: number): Uint8Array {
  const span = 256 ** level;
  const hashes: Hash[] = [];
  for (let i = index * 256; i < (index + 1) * 256 && (i + 1) * span <= leaves.length; i++) {
    hashes.push(naiveRoot(leaves.slice(i * span, (i + 1) * span)));
  }
  return new Uint8Array(Buffer.concat(hashes));
}

function spelled({ level, index, data }: ChangedTile): string {
  return `${level}/${index} ${toHex(data)}`;
}

class Store {
  readonly tiles = new Map<string, Uint8Array>();

  append(edge: TreeEdge, leaves: readonly Hash[]): void {
    for (const { level, index, data } of edge.append(leaves)) this.tiles.set(`${level}/${index}`, data);
  }

  readonly read = (level: number, index: number): Uint8Array =>
    this.tiles.get(`${level}/${index}`) ?? new Uint8Array(0);
}

describe('TreeEdge', () => {
  it('has the naive root after each single append', () => {
    const leaves = leavesFrom(0, 600);
    const edge = new TreeEdge(sha256);
    for (const [at, leaf] of leaves.entries()) {
      edge.append([leaf]);
      if (at % 7 === 0 || at % 256 < 2) expect(edge.root()).toEqual(naiveRoot(leaves.slice(0, at + 1)));
    }
    expect(edge.size).toBe(600);
  });

  it.each([1, 3, 100, 255, 256, 257, 1000])('stores the naive tiles in batches of %i', (batch) => {
    const leaves = leavesFrom(0, 1100);
    const store = new Store();
    const edge = new TreeEdge(sha256);
    for (let at = 0; at < leaves.length; at += batch) store.append(edge, leaves.slice(at, at + batch));
    for (const { level, index, width } of tilesForSize(leaves.length)) {
      expect(Buffer.compare(store.read(level, index), naiveTile(leaves, level, index))).toBe(0);
      expect(store.read(level, index).length).toBe(width * 32);
    }
    expect(store.tiles.size).toBe([...tilesForSize(leaves.length)].length);
  });

  it('continues from stored tiles at every size to 520 as if it had never stopped', () => {
    const leaves = leavesFrom(0, 530);
    const store = new Store();
    const edge = new TreeEdge(sha256);
    for (let size = 0; size <= 520; size++) {
      const again = new TreeEdge(sha256, size, store.read);
      expect(again.root()).toEqual(edge.root());
      const ahead = edge.clone();
      const batch = leaves.slice(size, size + 9);
      expect(again.append(batch).map(spelled)).toEqual(ahead.append(batch).map(spelled));
      expect(again.root()).toEqual(ahead.root());
      store.append(edge, leaves.slice(size, size + 1));
    }
  });

  it('restores the edge across two full levels', () => {
    const leaves = leavesFrom(0, 65_536 + 300);
    const store = new Store();
    const edge = new TreeEdge(sha256);
    for (const size of [65_535, 65_536, 65_537, 65_836]) {
      store.append(edge, leaves.slice(edge.size, size));
      expect(edge.root()).toEqual(naiveRoot(leaves.slice(0, size)));
      expect(new TreeEdge(sha256, size, store.read).root()).toEqual(edge.root());
    }
    expect(store.read(1, 0).length).toBe(8192);
    expect(store.read(2, 0).length).toBe(32);
  });

  it('reads only the partial tiles, and takes a wider tile than it needs', () => {
    const leaves = leavesFrom(0, 300);
    const store = new Store();
    store.append(new TreeEdge(sha256), leaves);
    const reads: string[] = [];
    const edge = new TreeEdge(sha256, 290, (level, index) => {
      reads.push(`${level}/${index}`);
      return store.read(level, index);
    });
    expect(reads).toEqual(partialTiles(290).map(({ level, index }) => `${level}/${index}`));
    expect(edge.root()).toEqual(naiveRoot(leaves.slice(0, 290)));
  });

  it('returns a tile once, full or partial, and not those that did not change', () => {
    const edge = new TreeEdge(sha256);
    edge.append(leavesFrom(0, 256));
    const changed = edge.append(leavesFrom(256, 10));
    expect(changed.map(({ level, index, data }) => [level, index, data.length])).toEqual([[0, 1, 320]]);
    expect(edge.append([])).toEqual([]);
  });

  it('costs about one node hash per leaf, and a root one per binary digit', () => {
    let hashes = 0;
    const counting = (data: Uint8Array): Uint8Array => {
      hashes += 1;
      return sha256(data);
    };
    const edge = new TreeEdge(counting);
    edge.append(leavesFrom(0, 1000));
    hashes = 0;
    edge.append(leavesFrom(1000, 1000));
    expect(hashes).toBeLessThanOrEqual(1000);
    hashes = 0;
    edge.root();
    expect(hashes).toBeLessThanOrEqual(11);
  });

  it('clones without sharing', () => {
    const edge = new TreeEdge(sha256);
    edge.append(leavesFrom(0, 5));
    const before = edge.root();
    const copy = edge.clone();
    copy.append(leavesFrom(5, 600));
    expect(edge.root()).toEqual(before);
    expect(edge.size).toBe(5);
  });

  it('keeps its hashes when the caller reuses the arrays', () => {
    const leaves = leavesFrom(0, 3);
    const expected = naiveRoot(leaves);
    const edge = new TreeEdge(sha256);
    const [tile] = edge.append(leaves);
    for (const leaf of leaves) leaf.fill(0);
    tile?.data.fill(0);
    edge.root().fill(0);
    expect(edge.root()).toEqual(expected);
  });

  it('changes nothing when a leaf hash is not 32 bytes long', () => {
    const edge = new TreeEdge(sha256);
    edge.append(leavesFrom(0, 2));
    const before = edge.root();
    expect(() => edge.append([...leavesFrom(2, 1), new Uint8Array(31)])).toThrow(
      expect.objectContaining({ code: 'hash' }),
    );
    expect(edge.size).toBe(2);
    expect(edge.root()).toEqual(before);
  });

  it.each([
    ['missing', new Uint8Array(0)],
    ['too short', new Uint8Array(64)],
    ['cut within a hash', new Uint8Array(100)],
    ['too long', new Uint8Array(8224)],
  ])('refuses to start from a tile that is %s', (_, bytes) => {
    expect(() => new TreeEdge(sha256, 3, () => bytes)).toThrow(expect.objectContaining({ code: 'tile' }));
  });

  it.each([-1, 0.5, 2 ** 53])('refuses the size %d', (size) => {
    expect(() => new TreeEdge(sha256, size)).toThrow(expect.objectContaining({ code: 'number' }));
  });
});
