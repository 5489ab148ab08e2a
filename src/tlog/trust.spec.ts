import { createPrivateKey, createPublicKey, hash as digest, type KeyObject, sign, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { decodeBase64, encodeBase64, fromHex } from './base64.js';
import { formatCheckpoint } from './checkpoint.js';
import { cosignatureMessage, cosignatureTime, cosignatureVerifier, cosigner } from './cosignature.js';
import { type Hash, leafHash } from './hash.js';
import { formatSignatureLines, type NoteSigner, parseNote, signNote } from './note.js';
import { packProofBundle, unpackProofBundle } from './packed-proof.js';
import { parsePolicy } from './policy.js';
import { formatProofBundle, inclusionProofLength, parseProofBundle, type ProofBundle } from './proof-bundle.js';
import { proveInclusion } from './proofs.js';
import { tileHashes } from './tile-reader.js';
import { TreeEdge } from './tree.js';
import { openCheckpoint, openProofBundle } from './trust.js';
import { formatVkey, keyId, KeyType } from './vkey.js';

const sha256 = (data: Uint8Array): Uint8Array => digest('sha256', data, 'buffer');

function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([fromHex('302a300506032b6570032100'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

class TestKey implements NoteSigner {
  readonly key: Uint8Array;
  readonly keyId: number;
  readonly vkey: string;
  private readonly secret: KeyObject;

  constructor(
    readonly name: string,
    readonly type: number,
    seed = sha256(new TextEncoder().encode(name)),
  ) {
    const der = Buffer.concat([fromHex('302e020100300506032b657004220420'), seed]);
    this.secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.secret).export({ format: 'der', type: 'spki' });
    this.key = new Uint8Array(spki.subarray(-32));
    this.keyId = keyId(sha256, name, type, this.key);
    this.vkey = formatVkey(sha256, { name, type, key: this.key });
  }

  readonly sign = (message: Uint8Array): Uint8Array => new Uint8Array(sign(null, message, this.secret));
}

const ORIGIN = 'log.example/a';
const logKey = new TestKey(ORIGIN, KeyType.ed25519);
const witnesses = [1, 2, 3].map((number) => new TestKey(`witness.example/${number}`, KeyType.cosignature));
const [w1, w2, w3] = witnesses;
const policyText = [
  `log ${logKey.vkey} https://log.example/a`,
  ...witnesses.map(({ vkey }, at) => `witness W${at + 1} ${vkey}`),
  'group two 2 W1 W2 W3',
  'quorum two',
  '',
].join('\n');
const policy = parsePolicy(sha256, policyText);

const leaves = Array.from({ length: 1000 }, (_, i) => leafHash(sha256, Uint8Array.of(i % 256, Math.floor(i / 256))));
const edge = new TreeEdge(sha256);
const tiles = new Map(edge.append(leaves).map(({ level, index, data }) => [`${level}/${index}`, data]));
const text = formatCheckpoint({ origin: ORIGIN, size: 1000, root: edge.root() });

function cosigned(...keys: readonly (TestKey | undefined)[]): string {
  return signNote(text, logKey, ...keys.flatMap((key) => (key ? [cosigner(key, 1_700_000_000)] : [])));
}

async function bundleOf(index: number, checkpoint = cosigned(w1, w3)): Promise<ProofBundle> {
  const read = tileHashes(sha256, 1000, async (level, at) => tiles.get(`${level}/${at}`) ?? new Uint8Array(0));
  return { index, proof: await proveInclusion(sha256, index, 1000, read), checkpoint };
}

function leafAt(index: number): Hash {
  return leaves[index] ?? new Uint8Array(0);
}

describe('cosignatures', () => {
  it('sign the message of the C2SP text', () => {
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    expect(new TextDecoder().decode(cosignatureMessage(body, 1_679_315_147))).toBe(
      `cosignature/v1\ntime 1679315147\n${body}`,
    );
  });

  it('carry the time of the C2SP example', () => {
    const base64 =
      'jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==';
    expect(cosignatureTime(decodeBase64(base64).subarray(4))).toBe(1_679_315_147);
  });

  it('carry times beyond 2^32', () => {
    const [, line] = parseNote(signNote(text, logKey, cosigner(logKey, 2 ** 40 + 5))).signatures;
    expect(cosignatureTime(line?.signature ?? new Uint8Array(0))).toBe(2 ** 40 + 5);
  });

  it('do not verify with another time, another text or as a plain signature', () => {
    const [, line] = parseNote(cosigned(w1)).signatures;
    const signature = line?.signature ?? new Uint8Array(0);
    const key = { name: w1?.name ?? '', type: KeyType.cosignature, key: w1?.key ?? new Uint8Array(0), keyId: 0 };
    const { verify: check } = cosignatureVerifier(key, verifyEd25519);
    const message = new TextEncoder().encode(text);
    expect(check(message, signature)).toBe(true);
    expect(check(message, signature.with(7, 1))).toBe(false);
    expect(check(message, signature.with(0, 128))).toBe(false);
    expect(check(message, signature.subarray(8))).toBe(false);
    expect(check(new TextEncoder().encode(text.replace('1000', '1001')), signature)).toBe(false);
    expect(verifyEd25519(key.key, message, signature.subarray(8))).toBe(false);
  });

  it('are not made of a text that is no checkpoint, nor at a time that is no integer', () => {
    expect(() => signNote('hello\n', cosigner(logKey, 1))).toThrow(expect.objectContaining({ code: 'checkpoint' }));
    expect(() => signNote(text, cosigner(logKey, 1.5))).toThrow(expect.objectContaining({ code: 'number' }));
  });

  it('need a key of their own type', () => {
    const plain = { name: 'a', type: KeyType.ed25519, key: logKey.key, keyId: 0 };
    expect(() => cosignatureVerifier(plain, verifyEd25519)).toThrow(expect.objectContaining({ code: 'vkey' }));
  });
});

describe('a checkpoint under a policy', () => {
  it('is trusted with the log and enough witnesses', () => {
    const { checkpoint, log, witnessed } = openCheckpoint(cosigned(w1, w3), policy, verifyEd25519);
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 1000 });
    expect(log.url).toBe('https://log.example/a');
    expect(witnessed.map(({ witness, time }) => [witness.name, time])).toEqual([
      ['W1', 1_700_000_000],
      ['W3', 1_700_000_000],
    ]);
  });

  it('does not count a witness twice', () => {
    const again = formatSignatureLines(parseNote(cosigned(w1)).signatures.slice(1));
    expect(() => openCheckpoint(cosigned(w1) + again, policy, verifyEd25519)).toThrow(
      expect.objectContaining({ code: 'quorum' }),
    );
  });

  it('needs the signature of the log even when witnesses are enough', () => {
    const note = signNote(text, ...witnesses.map((key) => cosigner(key, 1)));
    expect(() => openCheckpoint(note, policy, verifyEd25519)).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it('needs a log that signs under its own origin', () => {
    const two = new TestKey('log.example/b', KeyType.ed25519);
    const both = parsePolicy(sha256, `log ${logKey.vkey}\nlog ${two.vkey}\nquorum none\n`);
    expect(openCheckpoint(signNote(text, logKey), both, verifyEd25519).log.vkey.name).toBe(ORIGIN);
    expect(() => openCheckpoint(signNote(text, two), both, verifyEd25519)).toThrow(
      expect.objectContaining({ code: 'signature' }),
    );
  });

  it('is refused with a bad cosignature beside enough good ones', () => {
    const other = new TestKey(w2?.name ?? '', KeyType.cosignature, new Uint8Array(32));
    const forged = { name: other.name, keyId: w2?.keyId ?? 0, sign: other.sign };
    const note = signNote(
      text,
      logKey,
      ...[w1, w3].flatMap((key) => (key ? [cosigner(key, 1)] : [])),
      cosigner(forged, 1),
    );
    expect(() => openCheckpoint(note, policy, verifyEd25519)).toThrow(expect.objectContaining({ code: 'signature' }));
  });

  it('reads ML-DSA witnesses in its policy, and never counts them', () => {
    const big = formatVkey(sha256, { name: 'pq.example', type: KeyType.mlDsaCosignature, key: new Uint8Array(1312) });
    const read = parsePolicy(sha256, `log ${logKey.vkey}\nwitness P ${big}\nquorum P\n`);
    expect(() => openCheckpoint(cosigned(w1, w2, w3), read, verifyEd25519)).toThrow(
      expect.objectContaining({ code: 'quorum' }),
    );
  });

  it('is refused by a policy without logs', () => {
    const none = parsePolicy(sha256, 'quorum none\n');
    expect(() => openCheckpoint(cosigned(), none, verifyEd25519)).toThrow(
      expect.objectContaining({ code: 'signature' }),
    );
  });
});

describe('proof bundles', () => {
  it('show any entry of a tree, as text and packed', async () => {
    for (const index of [0, 1, 255, 256, 511, 700, 999]) {
      const bundle = await bundleOf(index);
      const written = formatProofBundle(bundle);
      expect(formatProofBundle(parseProofBundle(written))).toBe(written);
      expect(formatProofBundle(unpackProofBundle(packProofBundle(bundle)))).toBe(written);
      const opened = openProofBundle(sha256, {
        bundle: parseProofBundle(new TextEncoder().encode(written)),
        leafHash: leafAt(index),
        policy,
        verifyEd25519,
      });
      expect(opened.checkpoint.root).toEqual(new Uint8Array(edge.root()));
    }
  });

  it('show no other entry', async () => {
    const toOpen = { bundle: await bundleOf(7), leafHash: leafAt(8), policy, verifyEd25519 };
    expect(() => openProofBundle(sha256, toOpen)).toThrow(expect.objectContaining({ code: 'proof' }));
  });

  it('have as many hashes as they are said to have', async () => {
    for (let size = 1; size <= 70; size++) {
      for (let index = 0; index < size; index++) {
        const read = tileHashes(sha256, size, async (level, at) => tiles.get(`${level}/${at}`) ?? new Uint8Array(0));
        expect((await proveInclusion(sha256, index, size, read)).length).toBe(inclusionProofLength(index, size));
      }
    }
  });

  it.each([
    ['another header', (whole: string) => whole.replace('@v1', '@v2')],
    ['a byte order mark', (whole: string) => `\ufeff${whole}`],
    ['no index', (whole: string) => whole.replace('index 7\n', '')],
    ['an index with a leading zero', (whole: string) => whole.replace('index 7', 'index 07')],
    ['an index outside the tree', (whole: string) => whole.replace('index 7', 'index 1000')],
    ['extra behind the index', (whole: string) => whole.replace('index 7\n', 'index 7\nextra AAAA\n')],
    ['empty extra', (whole: string) => whole.replace('index 7\n', 'extra \nindex 7\n')],
    ['extra twice', (whole: string) => whole.replace('index 7\n', 'extra AAAA\nextra AAAA\nindex 7\n')],
    ['extra with unused bits', (whole: string) => whole.replace('index 7\n', 'extra AB==\nindex 7\n')],
    ['a hash left out', (whole: string) => whole.replace(/index 7\n.*\n/, 'index 7\n')],
    ['a hash too many', (whole: string) => whole.replace(/(index 7\n)(.*\n)/, '$1$2$2')],
    ['a short hash', (whole: string) => whole.replace(/index 7\n..../, 'index 7\n')],
    ['no checkpoint', (whole: string) => whole.slice(0, whole.indexOf('\n\n') + 2)],
    ['no signature', (whole: string) => whole.slice(0, whole.indexOf('\n\n—') + 2)],
    ['bytes behind', (whole: string) => `${whole}\n`],
    ['carriage returns', (whole: string) => whole.replaceAll('\n', '\r\n')],
  ])('are refused with %s', async (_, change) => {
    const changed = change(formatProofBundle(await bundleOf(7)));
    expect(() => parseProofBundle(changed)).toThrow(expect.objectContaining({ name: 'TlogError' }));
  });

  it('never mean another entry or tree, whatever character of the text is changed', async () => {
    const bundle = { ...(await bundleOf(7)), extra: Uint8Array.of(1, 2, 3) };
    const whole = formatProofBundle(bundle);
    const part = fc.constantFrom('', '0', 'A', '/', '\n', ' ', '=', '\u0000');
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(2), part, (at, cut, put) =>
        meansTheSame(() => parseProofBundle(whole.slice(0, at) + put + whole.slice(at + cut))),
      ),
      { numRuns: 2000 },
    );
  });

  it('never mean another entry or tree, whatever packed byte is changed', async () => {
    const packed = packProofBundle({ ...(await bundleOf(7)), extra: Uint8Array.of(1, 2, 3) });
    for (let at = 0; at < packed.length; at++) {
      for (const bit of [1, 2, 128]) {
        const changed = packed.with(at, (packed[at] ?? 0) ^ bit);
        expect(meansTheSame(() => unpackProofBundle(changed))).toBe(true);
        expect(writesItAgain(changed)).toBe(true);
      }
      expect(() => unpackProofBundle(packed.subarray(0, at))).toThrow(expect.objectContaining({ name: 'TlogError' }));
    }
    expect(() => unpackProofBundle(Uint8Array.of(...packed, 0))).toThrow(expect.objectContaining({ code: 'proof' }));
  });

  it('take about two thirds of the bytes when packed', async () => {
    const bundle = await bundleOf(7);
    expect(packProofBundle(bundle).length).toBeLessThan(0.72 * formatProofBundle(bundle).length);
  });

  it('keep extension lines and signers of other names when packed', async () => {
    const extended = `${text}an extension\nand 另一行\n`;
    const checkpoint = signNote(extended, logKey, new TestKey('other.example', KeyType.ed25519));
    const bundle = { ...(await bundleOf(3)), checkpoint, extra: Uint8Array.of(0) };
    expect(formatProofBundle(unpackProofBundle(packProofBundle(bundle)))).toBe(formatProofBundle(bundle));
  });
});

/** Refused somewhere, or entry 7 of the same tree still. */
function meansTheSame(read: () => ProofBundle): boolean {
  try {
    const bundle = read();
    const { checkpoint } = openProofBundle(sha256, { bundle, leafHash: leafAt(7), policy, verifyEd25519 });
    return (
      bundle.index === 7 && encodeBase64(checkpoint.root) === encodeBase64(edge.root()) && checkpoint.size === 1000
    );
  } catch {
    return true;
  }
}

function writesItAgain(packed: Uint8Array): boolean {
  try {
    return Buffer.compare(packProofBundle(unpackProofBundle(packed)), packed) === 0;
  } catch {
    return true;
  }
}
