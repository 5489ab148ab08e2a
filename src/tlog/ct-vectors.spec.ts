import { hash as digest } from 'node:crypto';
import { fromHex, toHex } from './base64.js';
import { checkConsistency, checkInclusion } from './checks.js';
import { type Hash, leafHash, nodeHash } from './hash.js';
import { proveConsistency, proveInclusion, type ReadHashes, rootAt } from './proofs.js';
import { TreeEdge } from './tree.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

/** Complete subtrees of at most eight leaves. */
function subtreeReader(leaves: readonly Hash[]): ReadHashes {
  const subtree = (level: number, index: number): Hash =>
    level === 0
      ? (leaves[index] ?? new Uint8Array(0))
      : nodeHash(sha256, subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
  return async (nodes) => nodes.map(({ level, index }) => subtree(level, index));
}

/** The eight reference leaves and roots of the Certificate Transparency project's merkle tests. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(fromHex);
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** [leaf counted from 1, tree size, path] as in the same tests. */
const CT_PATHS: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    2,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
/** [first size, second size, proof] as in the same tests. */
const CT_CONSISTENCY: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

describe('the Certificate Transparency reference tree', () => {
  const leaves = CT_LEAVES.map((data) => leafHash(sha256, data));
  const read = subtreeReader(leaves);

  it.each(CT_ROOTS.map((root, at) => [at + 1, root] as const))('has the known root at size %i', async (size, root) => {
    expect(toHex(await rootAt(sha256, size, read))).toBe(root);
    const edge = new TreeEdge(sha256);
    edge.append(leaves.slice(0, size));
    expect(toHex(edge.root())).toBe(root);
  });

  it('has the hash of nothing as its empty root', async () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(toHex(await rootAt(sha256, 0, read))).toBe(empty);
    expect(toHex(new TreeEdge(sha256).root())).toBe(empty);
  });

  it.each(CT_PATHS)('gives the known path of leaf %i at size %i', async (leaf, size, path) => {
    const proof = await proveInclusion(sha256, leaf - 1, size, read);
    expect(proof.map(toHex)).toEqual(path);
    const root = fromHex(CT_ROOTS[size - 1] ?? '');
    const entry = leaves[leaf - 1] ?? new Uint8Array(0);
    expect(checkInclusion(sha256, { leafHash: entry, index: leaf - 1, size, proof, root })).toBe(true);
  });

  it.each(CT_CONSISTENCY)('gives the known proof from size %i to %i', async (first, second, expected) => {
    const proof = await proveConsistency(sha256, first, second, read);
    expect(proof.map(toHex)).toEqual(expected);
    const firstRoot = fromHex(CT_ROOTS[first - 1] ?? '');
    const secondRoot = fromHex(CT_ROOTS[second - 1] ?? '');
    expect(checkConsistency(sha256, { first, second, firstRoot, secondRoot, proof })).toBe(true);
  });
});
