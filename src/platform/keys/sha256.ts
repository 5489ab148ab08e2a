import { hash } from 'node:crypto';

// Node 24 takes 'latin1' here; its types know only three encodings.
const LATIN1 = 'latin1' as 'hex';

/** SHA-256. The one-shot call with a latin1 answer is 3–5 times faster than a Hash object or a Buffer answer. */
export function sha256(data: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', data, LATIN1), 'latin1');
}

export function sha256Hex(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}
