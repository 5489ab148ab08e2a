import { TlogError } from './errors.js';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

/**
 * SHA-256, injected: this folder imports nothing, so that it runs in the server, the command line and the browser.
 * It must not keep the data, which is written over by the next hash.
 */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** The length of every hash here, in bytes. */
export const HASH_LENGTH = 32;

/** Where a hash's input is put together: a buffer of its own for each would keep the garbage collector busy. */
const leafInput = new Uint8Array(1 + 65_535);
const nodeInput = new Uint8Array(1 + 2 * HASH_LENGTH).fill(1, 0, 1);

/** The hash of an entry: SHA-256(0x00 ‖ data) (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, data: Uint8Array): Hash {
  const input =
    data.length < leafInput.length ? leafInput.subarray(0, 1 + data.length) : new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

/** The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1); throws `hash` unless both are 32 bytes. */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  checkHash(left);
  checkHash(right);
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}

/** The root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export function emptyRoot(sha256: Sha256): Hash {
  return sha256(new Uint8Array(0));
}

/** The value itself when it is 32 bytes long; throws `hash` otherwise. */
export function checkHash(hash: Hash): Hash {
  if (hash.length !== HASH_LENGTH) throw new TlogError('hash', `a hash has 32 bytes, this has ${hash.length}`);
  return hash;
}
