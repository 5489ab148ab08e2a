import { decodeBase64, encodeBase64 } from './base64.js';
import { concatBytes, decodeUtf8, encodeUtf8, hasControlCharacter } from './bytes.js';
import { TlogError } from './errors.js';
import { isKeyName, KeyType, keyIdBytes, readKeyId, type Vkey } from './vkey.js';

/** Larger notes are refused unread; a checkpoint with 16 post-quantum signatures has about 100 kB. */
export const MAX_NOTE_LENGTH = 1_000_000;

/** Notes with more signature lines are refused (C2SP signed-note asks for at least 16). */
export const MAX_NOTE_SIGNATURES = 64;

/** Signs a message: Ed25519, deterministic (RFC 8032). */
export type Sign = (message: Uint8Array) => Uint8Array;

/** Tells whether an Ed25519 signature of 64 bytes is good for a public key of 32 bytes (RFC 8032). */
export type VerifyEd25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A signature line: who says to have signed, and the bytes after the key id. Nothing is verified yet. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** A note taken apart. Its text must be ignored until a trusted key's signature is verified: see `openNote`. */
export interface UnverifiedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A note whose text may be believed: `signatures` are the verified ones, one per known key, in the note's order. */
export interface OpenedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A key that signs notes. `sign` gets the note's text and returns what follows the key id. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: number;
  readonly sign: Sign;
}

/** A key that is trusted to sign notes. `verify` gets the note's text and what follows the key id. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: number;
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A verifier for plain Ed25519 signatures (type 0x01); throws `vkey` for a key of another type. */
export function ed25519Verifier(vkey: Vkey, verifyEd25519: VerifyEd25519): NoteVerifier {
  if (vkey.type !== KeyType.ed25519) throw new TlogError('vkey', 'not a key for plain Ed25519 signatures');
  return {
    name: vkey.name,
    keyId: vkey.keyId,
    verify: (message, signature) => signature.length === 64 && verifyEd25519(vkey.key, message, signature),
  };
}

/** The note of a text with one signature line per signer; throws `note` on a text that no note can carry. */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  const message = encodeUtf8(checkedText(text));
  const signatures = signers.map(({ name, keyId, sign }) => ({ name, keyId, signature: sign(message) }));
  return formatNote({ text, signatures });
}

/** The note as text; throws `note` on a bad text or no signature, `signature` on one that no line can spell. */
export function formatNote({ text, signatures }: UnverifiedNote): string {
  checkedText(text);
  if (signatures.length === 0) throw new TlogError('note', 'a note has at least one signature');
  return `${text}\n${formatSignatureLines(signatures)}`;
}

/** Signature lines as in a note, and as C2SP tlog-witness answers them; throws `signature` on one that no line can spell. */
export function formatSignatureLines(signatures: readonly NoteSignature[]): string {
  return signatures.map(formatSignatureLine).join('');
}

/** The inverse of `formatSignatureLines`; throws `signature` unless there are 1 to 64 well-formed lines. */
export function parseSignatureLines(text: string): NoteSignature[] {
  if (!text.endsWith('\n')) throw new TlogError('signature', 'signature lines end with a newline');
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > MAX_NOTE_SIGNATURES) throw new TlogError('signature', 'too many signature lines');
  return lines.map(parseSignatureLine);
}

/**
 * Takes a signed note apart at its last empty line (C2SP signed-note); verifies nothing. Throws `encoding` on bad
 * UTF-8, `note` on control characters or no empty line, `signature` and `base64` on a bad or missing signature line.
 */
export function parseNote(note: Uint8Array | string): UnverifiedNote {
  if (note.length > MAX_NOTE_LENGTH) throw new TlogError('note', 'the note is too long');
  const whole = typeof note === 'string' ? note : decodeUtf8(note);
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) throw new TlogError('note', 'a note has an empty line before its signatures');
  const text = checkedText(whole.slice(0, end + 1));
  return { text, signatures: parseSignatureLines(whole.slice(end + 2)) };
}

/**
 * Verifies a note against the keys that the caller trusts. Lines of other keys are ignored; a known key's line that
 * does not verify, no known key at all, or two that cannot be told apart throw `signature`. A key that signed twice is returned once.
 */
export function openNote(note: Uint8Array | string | UnverifiedNote, verifiers: readonly NoteVerifier[]): OpenedNote {
  const { text, signatures } = isParsed(note) ? note : parseNote(note);
  const message = encodeUtf8(checkedText(text));
  const verified = new Map<NoteVerifier, NoteSignature>();
  for (const signature of signatures) {
    const known = verifiers.filter(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    const [verifier] = known;
    if (!verifier) continue;
    if (known.length > 1) throw new TlogError('signature', `two known keys are called ${signature.name} with one id`);
    if (!verifier.verify(message, signature.signature)) {
      throw new TlogError('signature', `the signature of ${signature.name} is not good`);
    }
    if (!verified.has(verifier)) verified.set(verifier, signature);
  }
  if (verified.size === 0) throw new TlogError('signature', 'no known key signed the note');
  return { text, signatures: [...verified.values()] };
}

function isParsed(note: Uint8Array | string | UnverifiedNote): note is UnverifiedNote {
  return typeof note === 'object' && 'text' in note;
}

function checkedText(text: string): string {
  if (!text.endsWith('\n')) throw new TlogError('note', "a note's text ends with a newline");
  if (hasControlCharacter(text.replaceAll('\n', ''))) {
    throw new TlogError('note', 'a note has no control characters');
  }
  return text;
}

function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  if (!isKeyName(name))
    throw new TlogError('signature', 'the key name is empty or has a space, plus or control character');
  if (signature.length === 0) throw new TlogError('signature', 'the signature is empty');
  return `— ${name} ${encodeBase64(concatBytes(keyIdBytes(keyId), signature))}\n`;
}

function parseSignatureLine(line: string): NoteSignature {
  const match = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line);
  const [, name = '', base64 = ''] = match ?? [];
  if (!isKeyName(name)) throw new TlogError('signature', 'not a signature line: — <key name> <base64>');
  const bytes = decodeBase64(base64);
  if (bytes.length < 5) throw new TlogError('signature', 'a signature has a key id and at least one byte');
  return { name, keyId: readKeyId(bytes), signature: new Uint8Array(bytes.subarray(4)) };
}
