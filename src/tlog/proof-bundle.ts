import { decodeBase64, encodeBase64 } from './base64.js';
import { decodeUtf8 } from './bytes.js';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { TlogError } from './errors.js';
import { checkHash, type Hash, HASH_LENGTH } from './hash.js';
import { checkedInteger, half, isOdd, parseDecimal } from './integers.js';
import { MAX_NOTE_LENGTH, parseNote } from './note.js';

const HEADER = 'c2sp.org/tlog-proof@v1';

/** Proofs with more extra data than this are refused. */
export const MAX_EXTRA_LENGTH = 1_000_000;

/**
 * Everything that shows offline that an entry is in a log (C2SP tlog-proof): its index, its inclusion proof, and the
 * signed checkpoint, verbatim. `extra` is opaque and not authenticated; it is never empty. Nothing here is verified:
 * see `openProofBundle`.
 */
export interface ProofBundle {
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
}

/** The bundle as text; throws as `parseProofBundle` does, so that whatever is written can be read. */
export function formatProofBundle(bundle: ProofBundle): string {
  const { index, proof, checkpoint, extra } = checkedBundle(bundle);
  const lines = [
    HEADER,
    ...(extra ? [`extra ${encodeBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map((hash) => encodeBase64(hash)),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/**
 * The bundle that a text spells. Throws `proof` on a malformed head, an index outside the checkpoint's tree or another
 * number of hashes than index and size ask for; `note`, `checkpoint`, `signature`, `number`, `base64`, `hash` or
 * `encoding` where a part is malformed.
 */
export function parseProofBundle(text: Uint8Array | string): ProofBundle {
  if (text.length > 2 * MAX_EXTRA_LENGTH + MAX_NOTE_LENGTH) throw new TlogError('proof', 'the proof is too long');
  const whole = typeof text === 'string' ? text : decodeUtf8(text);
  const end = whole.indexOf('\n\n');
  if (end < 0) throw new TlogError('proof', 'a proof has an empty line before its checkpoint');
  const [header, ...lines] = whole.slice(0, end).split('\n');
  if (header !== HEADER) throw new TlogError('proof', `a proof begins with ${HEADER}`);
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice('extra '.length) ?? '') : undefined;
  const index = lines.shift();
  if (!index?.startsWith('index ')) throw new TlogError('proof', 'a proof names its index');
  return checkedBundle({
    ...(extra && { extra }),
    index: parseDecimal(index.slice('index '.length), 'the index'),
    proof: lines.map((line) => checkHash(decodeBase64(line))),
    checkpoint: whole.slice(end + 2),
  });
}

/** The checkpoint inside a bundle, not verified; throws `note`, `checkpoint` and the like when it is malformed. */
export function checkpointOf(bundle: ProofBundle): Checkpoint {
  return parseCheckpoint(parseNote(bundle.checkpoint).text);
}

/** How many hashes an inclusion proof has: one for each height at which the node on the way up has a sibling. */
export function inclusionProofLength(index: number, size: number): number {
  let length = 0;
  let [node, last] = [checkedInteger(index, 'the index'), checkedInteger(size, 'the tree size') - 1];
  if (node > last) throw new TlogError('proof', `entry ${index} is not in a tree of ${size}`);
  for (; last > 0; [node, last] = [half(node), half(last)]) if (isOdd(node) || node < last) length += 1;
  return length;
}

function checkedBundle(bundle: ProofBundle): ProofBundle {
  const { index, proof, extra } = bundle;
  const expected = inclusionProofLength(index, checkpointOf(bundle).size);
  if (proof.length !== expected) throw new TlogError('proof', `the proof has ${proof.length} hashes, not ${expected}`);
  if (proof.some((hash) => hash.length !== HASH_LENGTH)) throw new TlogError('hash', 'a hash has 32 bytes');
  if (extra && (extra.length === 0 || extra.length > MAX_EXTRA_LENGTH)) {
    throw new TlogError('proof', 'extra data is left out when there is none, and has at most 1,000,000 bytes');
  }
  return bundle;
}
