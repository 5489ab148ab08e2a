import { decodeBase64, encodeBase64, fromHex, toHex } from './base64.js';
import { concatBytes, encodeUtf8, hasControlCharacter } from './bytes.js';
import { TlogError } from './errors.js';
import type { Sha256 } from './hash.js';

/** The signature types of C2SP signed-note that this folder knows. ML-DSA keys can be read, not used. */
export const KeyType = { ed25519: 0x01, cosignature: 0x04, mlDsaCosignature: 0x06 } as const;

/** Length in bytes of the public key of each known type. */
const KEY_LENGTHS: ReadonlyMap<number, number> = new Map([
  [KeyType.ed25519, 32],
  [KeyType.cosignature, 32],
  [KeyType.mlDsaCosignature, 1312],
]);

/** A named public key and what it is used for, without its id. */
export interface NamedKey {
  readonly name: string;
  readonly type: number;
  readonly key: Uint8Array;
}

/** A verifier key of C2SP signed-note; `keyId` is the unsigned 32-bit number that signature lines begin with. */
export interface Vkey extends NamedKey {
  readonly keyId: number;
}

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), big-endian (C2SP signed-note). */
export function keyId(sha256: Sha256, name: string, type: number, key: Uint8Array): number {
  const digest = sha256(concatBytes(encodeUtf8(`${name}\n`), Uint8Array.of(type), key));
  return readKeyId(digest);
}

/** `<name>+<key id in hex>+<base64 of type and key>`; throws `vkey` on a bad name, an unknown type or a wrong length. */
export function formatVkey(sha256: Sha256, named: NamedKey): string {
  const { name, type, key } = checkedKey(named);
  const id = toHex(keyIdBytes(keyId(sha256, name, type, key)));
  return `${name}+${id}+${encodeBase64(concatBytes(Uint8Array.of(type), key))}`;
}

/** The key that a vkey line spells; throws `vkey` unless its id, its type and its length agree, `base64` on bad base64. */
export function parseVkey(sha256: Sha256, text: string): Vkey {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  if (!match) throw new TlogError('vkey', 'not <name>+<eight hex digits>+<base64>');
  const [, name = '', id = '', material = ''] = match;
  const bytes = decodeBase64(material);
  const named = checkedKey({ name, type: bytes[0] ?? 0, key: new Uint8Array(bytes.subarray(1)) });
  const expected = keyId(sha256, named.name, named.type, named.key);
  if (readKeyId(fromHex(id)) !== expected) throw new TlogError('vkey', 'the key id is not that of the key');
  return { ...named, keyId: expected };
}

/** Key names are not empty and hold no Unicode space, plus or control character (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+]/u.test(name) && !hasControlCharacter(name);
}

/** The four bytes of a key id, big-endian. */
export function keyIdBytes(id: number): Uint8Array {
  return Uint8Array.of(
    Math.floor(id / 16_777_216),
    Math.floor(id / 65_536) % 256,
    Math.floor(id / 256) % 256,
    id % 256,
  );
}

/** The key id that the first four bytes spell, big-endian; throws `signature` when there are fewer. */
export function readKeyId(bytes: Uint8Array): number {
  if (bytes.length < 4) throw new TlogError('signature', 'a key id has four bytes');
  return bytes.subarray(0, 4).reduce((id, byte) => id * 256 + byte, 0);
}

function checkedKey(named: NamedKey): NamedKey {
  if (!isKeyName(named.name))
    throw new TlogError('vkey', 'the key name is empty or has a space, plus or control character');
  const length = KEY_LENGTHS.get(named.type);
  if (length === undefined) throw new TlogError('vkey', `signature type ${named.type} is not known`);
  if (named.key.length !== length) throw new TlogError('vkey', `a key of type ${named.type} has ${length} bytes`);
  return named;
}
