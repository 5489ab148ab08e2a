import { decodeBase64, encodeBase64 } from './base64.js';
import { hasControlCharacter } from './bytes.js';
import { TlogError } from './errors.js';
import { checkHash, type Hash } from './hash.js';
import { checkedInteger, parseDecimal } from './integers.js';

/** What a log says of its tree: C2SP tlog-checkpoint. `extensions` are opaque lines, usually none. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  readonly extensions?: readonly string[];
}

/** The note text of a checkpoint, to be signed; throws `checkpoint`, `number` or `hash` on what no checkpoint can say. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  for (const line of [origin, ...extensions]) checkLine(line);
  const head = [origin, String(checkedInteger(size, 'the tree size')), encodeBase64(checkHash(root))];
  return [...head, ...extensions].map((line) => `${line}\n`).join('');
}

/** The checkpoint that a note text says; throws `checkpoint`, `number`, `base64` or `hash` when it is not exactly one. */
export function parseCheckpoint(text: string): Checkpoint & { readonly extensions: readonly string[] } {
  if (!text.endsWith('\n')) throw new TlogError('checkpoint', 'a checkpoint ends with a newline');
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || size === undefined || root === undefined) {
    throw new TlogError('checkpoint', 'a checkpoint has at least three lines');
  }
  for (const line of [origin, ...extensions]) checkLine(line);
  return { origin, size: parseDecimal(size, 'the tree size'), root: checkHash(decodeBase64(root)), extensions };
}

function checkLine(line: string): void {
  if (line === '') throw new TlogError('checkpoint', 'a line of a checkpoint is not empty');
  if (hasControlCharacter(line)) {
    throw new TlogError('checkpoint', 'a line of a checkpoint has no control characters');
  }
}
