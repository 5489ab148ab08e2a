import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// SubjectPublicKeyInfo of Ed25519 (RFC 8410 §4) is this prefix and the 32 raw bytes.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** An Ed25519 key pair that signs checkpoints. */
export class SigningKey {
  readonly publicKey: Uint8Array;

  constructor(private readonly key: KeyObject) {
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    this.publicKey = spki.subarray(SPKI_PREFIX.length);
  }

  sign = (message: Uint8Array): Uint8Array => sign(null, message, this.key);
}

/** Verifies an Ed25519 signature by a raw 32-byte key. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, keyObject(publicKey), signature);
}

/** The key that was used last: whoever verifies a million notes of one log would make it a million times. */
let lastKey: { readonly raw: Uint8Array; readonly object: KeyObject } | undefined;

function keyObject(raw: Uint8Array): KeyObject {
  if (lastKey && Buffer.compare(lastKey.raw, raw) === 0) return lastKey.object;
  const object = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  lastKey = { raw: Uint8Array.from(raw), object };
  return object;
}

/** A new key pair, and its private key as PEM (PKCS #8). */
export function newSigningKey(): { readonly key: SigningKey; readonly pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { key: new SigningKey(privateKey), pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Writes a private key, readable by the owner only, all at once. Refuses (EEXIST) to replace one. */
export function storeSigningKey(file: string, pem: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, pem, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } finally {
    rmSync(unfinished);
  }
}

/** The key in a file, or undefined when it is not there. */
export function readSigningKey(file: string): SigningKey | undefined {
  if (!existsSync(file)) return undefined;
  keepPrivate(file);
  return new SigningKey(createPrivateKey(readFileSync(file)));
}

/** Every key of a log in a folder: `<log>.key.pem`, and `<log>.<key id>.key.pem` for later ones. */
export function readSigningKeys(folder: string, log: string): SigningKey[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${log}.`) && name.endsWith('.key.pem'));
  return names.toSorted().flatMap((name) => readSigningKey(join(folder, name)) ?? []);
}

const PEM_BLOCK = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;

/** The Ed25519 keys of one or several PEM blocks; throws when there is none, or one that is no Ed25519 key. */
export function parseSigningKeys(pem: string): SigningKey[] {
  // Environments that allow no newline spell it as two characters.
  const blocks = pem.replaceAll('\\n', '\n').match(PEM_BLOCK) ?? [];
  if (blocks.length === 0) throw new Error('no PRIVATE KEY block in PEM');
  return blocks.map((block) => {
    const key = createPrivateKey(block);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
    return new SigningKey(key);
  });
}

export function keyFile(folder: string, name: string): string {
  return join(folder, `${name}.key.pem`);
}

function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // A mounted secret may be read-only; whoever mounted it decides who reads it.
  }
}
