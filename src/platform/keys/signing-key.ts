import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** Makes a key and writes it, readable by the owner only. Refuses to replace one. */
export function createSigningKey(folder: string, name: string): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile(folder, name), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return new SigningKey(privateKey);
}

/** The key of a log, or undefined when its file is not there. */
export function readSigningKey(folder: string, name: string): SigningKey | undefined {
  const file = keyFile(folder, name);
  if (!existsSync(file)) return undefined;
  chmodSync(file, 0o600);
  return new SigningKey(createPrivateKey(readFileSync(file)));
}

export function keyFile(folder: string, name: string): string {
  return join(folder, `${name}.key.pem`);
}
