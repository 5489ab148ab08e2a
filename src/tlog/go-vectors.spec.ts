import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  checkConsistency,
  checkInclusion,
  type ChangedTile,
  cosignatureTime,
  cosigner,
  decodeBase64,
  decodeBundle,
  ed25519Verifier,
  encodeBase64,
  encodeBundle,
  formatCheckpoint,
  formatEntriesPath,
  formatProofBundle,
  formatTilePath,
  formatVkey,
  fromHex,
  type Hash,
  leafHash,
  nodeHash,
  openCheckpoint,
  openNote,
  openProofBundle,
  packProofBundle,
  parseEntriesPath,
  parseNote,
  parsePolicy,
  parseProofBundle,
  parseTilePath,
  parseVkey,
  proveConsistency,
  proveInclusion,
  type ReadHashes,
  rootAt,
  signNote,
  tileHashes,
  toHex,
  TreeEdge,
  unpackProofBundle,
} from './index.js';

/** What Go's sumdb and Filippo Valsorda's torchwood made and judged; the file names its origin. */
interface GoVectors {
  readonly records: {
    readonly roots: [number, string][];
    readonly inclusion: [number, number, number, string][];
    readonly consistency: [number, number, number, string][];
  };
  readonly alike: {
    readonly size: number;
    readonly root: string;
    readonly index: number;
    readonly inclusion: string;
    readonly first: number;
    readonly consistency: string;
  }[];
  readonly tiles: [string, string][];
  readonly paths: [number, number, number, string][];
  readonly bundle: { readonly entries: string[]; readonly bytes: string };
  readonly keys: { readonly name: string; readonly type: number; readonly seed: string; readonly vkey: string }[];
  readonly checkpoint: { readonly text: string; readonly root: string; readonly size: number };
  readonly note: string;
  readonly policies: { readonly policy: string; readonly accepts: string }[];
  readonly proofs: { readonly index: number; readonly extra?: string; readonly text: string }[];
  readonly openings: { readonly note: string; readonly signedBy: string[] }[];
}

const go: GoVectors = JSON.parse(readFileSync(new URL('./go-vectors.json', import.meta.url), 'utf8'));

const sha256 = (data: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest());
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = (hashes: readonly Hash[]): string => toHex(sha256(Buffer.concat(hashes)));

function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([fromHex('302a300506032b6570032100'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

function ed25519Signer(seed: string): (message: Uint8Array) => Uint8Array {
  const der = Buffer.concat([fromHex('302e020100300506032b657004220420'), fromHex(seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (message) => new Uint8Array(sign(null, message, key));
}

describe('Go sumdb/tlog and this tree', () => {
  const edge = new TreeEdge(sha256);
  const tiles = new Map<string, Uint8Array>();
  const keep = ({ level, index, data }: ChangedTile): unknown => tiles.set(`${level}/${index}`, data);
  const leaves = Array.from({ length: 1000 }, (_, i) => leafHash(sha256, utf8(`record ${i}`)));
  edge.append(leaves).forEach(keep);
  const readAt = (size: number): ReadHashes =>
    tileHashes(sha256, size, async (level, index) => tiles.get(`${level}/${index}`) ?? new Uint8Array(0));

  it.each(go.records.roots)('have the same root at size %i', async (size, root) => {
    expect(toHex(await rootAt(sha256, size, readAt(1000)))).toBe(root);
    const small = new TreeEdge(sha256);
    small.append(leaves.slice(0, size));
    expect(toHex(small.root())).toBe(root);
  });

  it.each(go.records.inclusion)('prove entry %i at size %i alike', async (index, size, length, expected) => {
    const proof = await proveInclusion(sha256, index, size, readAt(size));
    expect([proof.length, digest(proof)]).toEqual([length, expected]);
  });

  it.each(go.records.consistency)('prove size %i in size %i alike', async (first, second, length, expected) => {
    const proof = await proveConsistency(sha256, first, second, readAt(second));
    expect([proof.length, digest(proof)]).toEqual([length, expected]);
  });

  it.each(go.tiles)('store the same tile at %s', (path, expected) => {
    const { level, index, width } = parseTilePath(path);
    expect(digest([tiles.get(`${level}/${index}`)?.subarray(0, width * 32) ?? new Uint8Array(0)])).toBe(expected);
  });
});

describe('Go sumdb/tlog and this tree beyond 2^32 leaves, all alike', () => {
  const byLevel = [leafHash(sha256, utf8('record 0'))];
  for (const below of byLevel) if (byLevel.length < 41) byLevel.push(nodeHash(sha256, below, below));
  const read: ReadHashes = async (nodes) => nodes.map(({ level }) => byLevel[level] ?? new Uint8Array(0));

  it.each(go.alike)('prove alike at size $size', async ({ size, root, index, inclusion, first, consistency }) => {
    expect(toHex(await rootAt(sha256, size, read))).toBe(root);
    const path = await proveInclusion(sha256, index, size, read);
    expect(digest(path)).toBe(inclusion);
    const leaf = byLevel[0] ?? new Uint8Array(0);
    expect(checkInclusion(sha256, { leafHash: leaf, index, size, proof: path, root: fromHex(root) })).toBe(true);
    const proof = await proveConsistency(sha256, first, size, read);
    expect(digest(proof)).toBe(consistency);
    const firstRoot = await rootAt(sha256, first, read);
    const claim = { first, second: size, firstRoot, secondRoot: fromHex(root), proof };
    expect(checkConsistency(sha256, claim)).toBe(true);
  });
});

describe('torchwood and these tiles', () => {
  it.each(go.paths)('name level %i, index %i, width %i alike', (level, index, width, path) => {
    if (level < 0) {
      expect(formatEntriesPath({ index, width })).toBe(path);
      expect(parseEntriesPath(path)).toEqual({ index, width });
      return;
    }
    expect(formatTilePath({ level, index, width })).toBe(path);
    expect(parseTilePath(path)).toEqual({ level, index, width });
  });

  it('bundle entries alike', () => {
    const entries = go.bundle.entries.map(utf8);
    expect(encodeBase64(encodeBundle(entries))).toBe(go.bundle.bytes);
    expect(decodeBundle(decodeBase64(go.bundle.bytes))).toEqual(entries);
  });
});

describe('Go sumdb/note and these notes', () => {
  const peter = parseVkey(sha256, 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');

  it.each(go.openings)('open note %# alike', ({ note, signedBy }) => {
    const open = (): string[] => {
      const verifiers = [ed25519Verifier(peter, verifyEd25519)];
      return openNote(note, verifiers).signatures.map(({ name }) => name);
    };
    if (signedBy.length > 0) expect(open()).toEqual(signedBy);
    else expect(open).toThrow(expect.objectContaining({ name: 'TlogError' }));
  });

  it.each(go.keys)('spell the key of $name alike', ({ name, type, seed, vkey }) => {
    const der = Buffer.concat([fromHex('302e020100300506032b657004220420'), fromHex(seed)]);
    const spki = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
      format: 'der',
      type: 'spki',
    });
    const key = new Uint8Array(spki.subarray(-32));
    expect(formatVkey(sha256, { name, type, key })).toBe(vkey);
    expect(parseVkey(sha256, vkey)).toMatchObject({ name, type, key });
  });

  it('sign the checkpoint alike, witnesses at the time they gave', () => {
    const { text, signatures } = parseNote(go.note);
    const signers = go.keys.map(({ vkey, seed, type }, at) => {
      const { name, keyId } = parseVkey(sha256, vkey);
      const key = { name, keyId, sign: ed25519Signer(seed) };
      return type === 1 ? key : cosigner(key, cosignatureTime(signatures[at]?.signature ?? new Uint8Array(0)));
    });
    expect(signNote(text, ...signers)).toBe(go.note);
    const { root, size } = go.checkpoint;
    expect(formatCheckpoint({ origin: go.keys[0]?.name ?? '', size, root: fromHex(root) })).toBe(text);
  });
});

describe('torchwood and these policies', () => {
  const [head = '', ...cosignatures] = go.note.split(/(?<=\n)(?=— witness)/);

  it.each(go.policies)('accept the same sets of witnesses: $accepts', ({ policy, accepts }) => {
    const parsed = parsePolicy(sha256, policy);
    for (const [subset, verdict] of [...accepts].entries()) {
      const note = head + cosignatures.filter((_, at) => Math.floor(subset / 2 ** at) % 2 === 1).join('');
      const open = (): unknown => openCheckpoint(note, parsed, verifyEd25519);
      if (verdict === '1') expect(open).not.toThrow();
      else expect(open).toThrow(expect.objectContaining({ name: 'TlogError' }));
    }
  });

  it.each(go.proofs)('read the proof of entry $index alike', ({ index, extra, text }) => {
    const bundle = parseProofBundle(text);
    expect(bundle.index).toBe(index);
    expect(bundle.extra && encodeBase64(bundle.extra)).toBe(extra);
    expect(formatProofBundle(bundle)).toBe(text);
    expect(formatProofBundle(unpackProofBundle(packProofBundle(bundle)))).toBe(text);
    const policy = parsePolicy(sha256, go.policies[0]?.policy ?? '');
    const leaf = leafHash(sha256, utf8(`record ${index}`));
    expect(openProofBundle(sha256, { bundle, leafHash: leaf, policy, verifyEd25519 }).checkpoint.origin).toBe(
      go.keys[0]?.name,
    );
    const other = { bundle, leafHash: leafHash(sha256, utf8('another')), policy, verifyEd25519 };
    expect(() => openProofBundle(sha256, other)).toThrow(expect.objectContaining({ code: 'proof' }));
  });
});
