import { decodeBase64, encodeBase64 } from './base64.js';
import { decodeUtf8 } from './bytes.js';
import { TlogError } from './errors.js';
import { checkHash, type Hash } from './hash.js';
import { checkedInteger, parseDecimal } from './integers.js';

/** A consistency proof has at most this many lines (C2SP tlog-witness). */
export const MAX_CONSISTENCY_LINES = 63;

/** What a witness is asked to cosign: C2SP tlog-witness `add-checkpoint`. Nothing here is verified. */
export interface AddCheckpoint {
  /** The size of the last checkpoint that the witness cosigned, 0 when it has cosigned none. */
  readonly old: number;
  /** RFC 6962 §2.1.2 proof from `old` to the checkpoint's size. */
  readonly proof: readonly Hash[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

/** The body of the request; throws `number` on a bad size, `hash` on a bad hash, `proof` on more than 63 of them. */
export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  if (proof.length > MAX_CONSISTENCY_LINES) throw tooLong();
  const lines = [`old ${checkedInteger(old, 'the old size')}`, ...proof.map((hash) => encodeBase64(checkHash(hash)))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The inverse of `formatAddCheckpoint`; throws `encoding`, `proof`, `number`, `base64` or `hash` on any other bytes. */
export function parseAddCheckpoint(body: Uint8Array | string): AddCheckpoint {
  const text = typeof body === 'string' ? body : decodeUtf8(body);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new TlogError('proof', 'the request has an empty line before its checkpoint');
  const [first = '', ...lines] = text.slice(0, end).split('\n');
  if (!first.startsWith('old ')) throw new TlogError('proof', 'the request begins with the old size');
  if (lines.length > MAX_CONSISTENCY_LINES) throw tooLong();
  return {
    old: parseDecimal(first.slice('old '.length), 'the old size'),
    proof: lines.map((line) => checkHash(decodeBase64(line))),
    checkpoint: text.slice(end + 2),
  };
}

/** The size that a witness names with status 409: a decimal and a newline; throws `number` on anything else. */
export function parseWitnessSize(body: string): number {
  if (!body.endsWith('\n')) throw new TlogError('number', "the witness's size ends with a newline");
  return parseDecimal(body.slice(0, -1), "the witness's size");
}

function tooLong(): TlogError {
  return new TlogError('proof', `a consistency proof has at most ${MAX_CONSISTENCY_LINES} hashes`);
}
