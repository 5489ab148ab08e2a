import { concatBytes, decodeUtf8, encodeUtf8 } from './bytes.js';
import { parseCheckpoint } from './checkpoint.js';
import { TlogError } from './errors.js';
import { checkedInteger } from './integers.js';
import type { NoteSigner, NoteVerifier, VerifyEd25519 } from './note.js';
import { KeyType, type Vkey } from './vkey.js';

const TIME_LENGTH = 8;
const SIGNATURE_LENGTH = 64;

/** What a witness signs of a checkpoint's text: `cosignature/v1`, `time <POSIX seconds>`, the text (C2SP tlog-cosignature). */
export function cosignatureMessage(text: string, time: number): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${checkedInteger(time, 'the time')}\n${text}`);
}

/**
 * A signer of checkpoints as a witness, at a time in POSIX seconds. The key's id must be that of type 0x04. Its `sign`
 * throws `checkpoint` and the like on a text that is no checkpoint, since a cosignature is a statement about one.
 */
export function cosigner(key: NoteSigner, time: number): NoteSigner {
  return {
    name: key.name,
    keyId: key.keyId,
    sign: (message) => {
      const text = decodeUtf8(message);
      parseCheckpoint(text);
      const signature = key.sign(cosignatureMessage(text, time));
      if (signature.length !== SIGNATURE_LENGTH)
        throw new TlogError('cosignature', 'an Ed25519 signature has 64 bytes');
      return concatBytes(encodeTime(time), signature);
    },
  };
}

/** A verifier for a witness's cosignatures; throws `vkey` for a key that is not of type 0x04. Judges no clock: see `cosignatureTime`. */
export function cosignatureVerifier(vkey: Vkey, verifyEd25519: VerifyEd25519): NoteVerifier {
  if (vkey.type !== KeyType.cosignature) throw new TlogError('vkey', 'not a key for Ed25519 cosignatures');
  return {
    name: vkey.name,
    keyId: vkey.keyId,
    verify: (message, signature) => {
      if (!isTimed(signature)) return false;
      const signed = cosignatureMessage(decodeUtf8(message), cosignatureTime(signature));
      return verifyEd25519(vkey.key, signed, new Uint8Array(signature.subarray(TIME_LENGTH)));
    },
  };
}

/** The POSIX seconds that a cosignature carries; throws `cosignature` when it is not 72 bytes with a time below 2^53. */
export function cosignatureTime(signature: Uint8Array): number {
  if (!isTimed(signature)) throw new TlogError('cosignature', 'not a timestamped Ed25519 signature');
  return readTime(signature);
}

function isTimed(signature: Uint8Array): boolean {
  return signature.length === TIME_LENGTH + SIGNATURE_LENGTH && Number.isSafeInteger(readTime(signature));
}

/** Eight bytes, big-endian. Inexact above 2^53, which `isTimed` refuses. */
function readTime(signature: Uint8Array): number {
  return signature.subarray(0, TIME_LENGTH).reduce((time, byte) => time * 256 + byte, 0);
}

function encodeTime(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_LENGTH);
  for (let at = TIME_LENGTH - 1, rest = time; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}
