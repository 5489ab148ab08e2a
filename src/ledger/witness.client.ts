import { verifyEd25519 } from '../platform/keys/signing-key.js';
import {
  cosignatureVerifier,
  encodeUtf8,
  formatAddCheckpoint,
  type Hash,
  type NoteSignature,
  type NoteVerifier,
  parseNote,
  parseSignatureLines,
  parseWitnessSize,
  type PolicyWitness,
} from '../tlog/index.js';

/** A checkpoint that the log has signed, and consistency proofs up to it. */
export interface WitnessedTree {
  readonly size: number;
  readonly note: string;
  readonly proveFrom: (size: number) => Promise<readonly Hash[]>;
}

/** What a witness said. `ahead` and `differs` mean that it has seen another log than this one. */
export type WitnessOutcome =
  | { readonly kind: 'cosigned'; readonly signature: NoteSignature }
  | { readonly kind: 'ahead'; readonly size: number }
  | { readonly kind: 'differs'; readonly size: number }
  | { readonly kind: 'failed'; readonly reason: string };

interface Answer {
  readonly status: number;
  readonly body: string;
}

const MAX_ANSWER_BYTES = 65_536;

/** One witness over HTTP: C2SP tlog-witness `add-checkpoint`. Remembers what it saw last, asks once at a time. */
export class WitnessClient {
  private readonly verifier: NoteVerifier;
  private known = 0;
  private isAsking = false;

  constructor(
    private readonly witness: PolicyWitness & { readonly url: string },
    private readonly timeoutMillis: number,
  ) {
    this.verifier = cosignatureVerifier(witness.vkey, verifyEd25519);
  }

  get name(): string {
    return this.witness.name;
  }

  /** Asks for a cosignature; never throws. A witness that saw another size names it and is asked once more from there. */
  async cosign(tree: WitnessedTree, stop: AbortSignal): Promise<WitnessOutcome> {
    if (this.isAsking) return failed('still busy with an earlier checkpoint');
    this.isAsking = true;
    try {
      return await this.ask(tree, AbortSignal.any([stop, AbortSignal.timeout(this.timeoutMillis)]));
    } catch (error) {
      return failed(reasonOf(error));
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(tree: WitnessedTree, signal: AbortSignal): Promise<WitnessOutcome> {
    const old = Math.min(this.known, tree.size);
    const first = await this.send(tree, old, signal);
    if (first.status !== 409) return this.outcome(first, tree, old);
    const named = parseWitnessSize(first.body);
    this.known = named;
    if (named > tree.size) return { kind: 'ahead', size: named };
    if (named === old) return { kind: 'differs', size: named };
    const second = await this.send(tree, named, signal);
    return this.outcome(second, tree, named);
  }

  private outcome({ status, body }: Answer, tree: WitnessedTree, old: number): WitnessOutcome {
    if (status === 409 && parseWitnessSize(body) > tree.size) return { kind: 'ahead', size: parseWitnessSize(body) };
    // The proof is right for our tree, so it is another tree that the witness has seen at that size.
    if (status === 422 || (status === 409 && parseWitnessSize(body) === old)) return { kind: 'differs', size: old };
    if (status !== 200) return failed(`status ${status}: ${body.slice(0, 200).trim()}`);
    const message = encodeUtf8(parseNote(tree.note).text);
    const { name, keyId, verify } = this.verifier;
    const own = parseSignatureLines(body).find((line) => line.name === name && line.keyId === keyId);
    if (!own || !verify(message, own.signature)) return failed('the answer has no good cosignature of its key');
    this.known = tree.size;
    return { kind: 'cosigned', signature: own };
  }

  private async send({ note, proveFrom }: WitnessedTree, old: number, signal: AbortSignal): Promise<Answer> {
    const body = formatAddCheckpoint({ old, proof: await proveFrom(old), checkpoint: note });
    const url = `${this.witness.url.replace(/\/+$/, '')}/add-checkpoint`;
    const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal });
    return { status: response.status, body: await limitedText(response) };
  }
}

/** The body as text; throws when it is longer than any answer of a witness. */
async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failed(reason: string): WitnessOutcome {
  return { kind: 'failed', reason };
}

/** What `fetch` says is only "fetch failed"; the reason is its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
