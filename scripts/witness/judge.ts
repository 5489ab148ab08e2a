import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import {
  type AddCheckpoint,
  checkConsistency,
  type Checkpoint,
  ed25519Verifier,
  emptyRoot,
  equalBytes,
  type Hash,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  TlogError,
  type Vkey,
} from '../../src/tlog/index.js';

/** The tree of a log that was cosigned last. */
export interface SeenTree {
  readonly size: number;
  readonly root: Hash;
}

/** To be cosigned once the tree is on the disk, or refused with the status that C2SP tlog-witness asks for. */
export type Verdict =
  | { readonly status: 200; readonly text: string; readonly checkpoint: Checkpoint }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string }
  | { readonly status: 409; readonly seen: number };

/** Judges a request by the rules of C2SP tlog-witness, in their order. `seen` answers what was cosigned last of an origin. */
export function judge(
  body: Uint8Array,
  logs: readonly Vkey[],
  seen: (origin: string) => SeenTree | undefined,
): Verdict {
  const read = parsed(body);
  if (!read) return { status: 400, reason: 'not an add-checkpoint request' };
  const { request, checkpoint, text } = read;
  const keys = logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return { status: 404, reason: 'this log is not known here' };
  if (!isSigned(request.checkpoint, keys)) return { status: 403, reason: 'no known key of this log signed it' };
  if (request.old > checkpoint.size) return { status: 400, reason: 'the old size is larger than the checkpoint' };
  const last = seen(checkpoint.origin) ?? { size: 0, root: emptyRoot(sha256) };
  const isSameSize = request.old === checkpoint.size;
  if (request.old !== last.size || (isSameSize && !equalBytes(checkpoint.root, last.root))) {
    return { status: 409, seen: last.size };
  }
  const claim = { first: last.size, firstRoot: last.root, second: checkpoint.size, secondRoot: checkpoint.root };
  if (!checkConsistency(sha256, { ...claim, proof: request.proof })) {
    return { status: 422, reason: 'the proof does not show that it extends what was cosigned' };
  }
  return { status: 200, text, checkpoint };
}

interface Read {
  readonly request: AddCheckpoint;
  readonly checkpoint: Checkpoint;
  readonly text: string;
}

function parsed(body: Uint8Array): Read | undefined {
  return orUndefined(() => {
    const request = parseAddCheckpoint(body);
    const { text } = parseNote(request.checkpoint);
    return { request, checkpoint: parseCheckpoint(text), text };
  });
}

function isSigned(checkpoint: string, keys: readonly Vkey[]): boolean {
  const verifiers = keys.map((key) => ed25519Verifier(key, verifyEd25519));
  return orUndefined(() => openNote(checkpoint, verifiers)) !== undefined;
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TlogError) return undefined;
    throw error;
  }
}
