import { TlogError } from './errors.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));

/** Standard base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) text += encodeGroup(bytes.subarray(at, at + 3));
  return text;
}

/**
 * The bytes of standard base64. Strict: padding is required, the unused bits must be zero, and nothing else may stand
 * in the text, so that each byte string has exactly one accepted spelling. Throws `base64`.
 */
export function decodeBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new TlogError('base64', 'base64 comes in groups of four characters');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const last = at + 4 === text.length;
    bytes.set(decodeGroup(last ? text.slice(at, at + 4 - padding) : text.slice(at, at + 4)), to);
  }
  return bytes;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of lower-case hexadecimal of even length; throws `hex` on anything else, upper case included. */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new TlogError('hex', 'not lower-case hexadecimal of even length');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

function encodeGroup(group: Uint8Array): string {
  const [first = 0, second = 0, third = 0] = group;
  const bits = first * 65536 + second * 256 + third;
  const digits = [Math.floor(bits / 262144), Math.floor(bits / 4096) % 64, Math.floor(bits / 64) % 64, bits % 64];
  const text = digits.map((digit) => ALPHABET.charAt(digit)).join('');
  return text.slice(0, group.length + 1).padEnd(4, '=');
}

/** Two to four characters give one to three bytes. */
function decodeGroup(group: string): number[] {
  let bits = 0;
  for (const character of group.padEnd(4, 'A')) {
    const value = VALUES.get(character);
    if (value === undefined) throw new TlogError('base64', 'a character is not of the base64 alphabet');
    bits = bits * 64 + value;
  }
  const bytes = [Math.floor(bits / 65536), Math.floor(bits / 256) % 256, bits % 256];
  const kept = group.length - 1;
  if (bytes.slice(kept).some((byte) => byte !== 0)) throw new TlogError('base64', 'unused base64 bits are not zero');
  return bytes.slice(0, kept);
}
