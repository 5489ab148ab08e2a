import { TlogError } from './errors.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Tells whether two byte strings are the same; not constant-time, since everything compared here is public. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The parts one after the other, in bytes of their own. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Tells whether a line holds an ASCII control character (below U+0020, so newline too) or a lone surrogate. */
export function hasControlCharacter(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) < 0x20) return true;
  return /\p{Surrogate}/u.test(line);
}

/** The UTF-8 bytes of a text; throws `encoding` on lone surrogates, which UTF-8 cannot say. */
export function encodeUtf8(text: string): Uint8Array {
  if (/\p{Surrogate}/u.test(text)) throw new TlogError('encoding', 'the text has a lone surrogate');
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, a byte order mark kept as it is; throws `encoding` when they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new TlogError('encoding', 'the bytes are not valid UTF-8');
  }
}
