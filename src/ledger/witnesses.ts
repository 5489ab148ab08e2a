import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '../platform/database/sql.js';
import { sha256 } from '../platform/keys/sha256.js';
import {
  isQuorumMet,
  KeyType,
  type NoteSignature,
  type Policy,
  type PolicyWitness,
  proveConsistency,
} from '../tlog/index.js';
import { storedHashes } from './tree-store.js';
import { WitnessClient, type WitnessedTree, type WitnessOutcome } from './witness.client.js';

/** Told of every answer, also of those that come after the round has ended. */
export type Heard = (witness: string, outcome: WitnessOutcome) => Promise<void>;

export interface Round {
  /** Of the witnesses that answered in time, in the policy's order. */
  readonly cosignatures: readonly NoteSignature[];
  readonly isQuorumMet: boolean;
}

const TIMEOUT_MILLIS = 5_000;
/** How long slower witnesses are waited for once the quorum is met. */
const GRACE_MILLIS = 250;

/** All witnesses of a policy that have an address and a key of a known kind. */
export class Witnesses {
  private readonly clients: readonly WitnessClient[];
  private readonly stopping = new AbortController();

  constructor(
    private readonly policy: Policy,
    private readonly reader: Reader,
    timeoutMillis = TIMEOUT_MILLIS,
  ) {
    this.clients = policy.witnesses.filter(canBeAsked).map((witness) => new WitnessClient(witness, timeoutMillis));
  }

  /** Asks all at once; ends when all have answered or timed out, or soon after the quorum is met unless `untilAll`. */
  async ask(signed: { readonly size: number; readonly note: string }, heard: Heard, untilAll = false): Promise<Round> {
    const tree: WitnessedTree = { ...signed, proveFrom: (size) => this.prove(size, signed.size) };
    const got = new Map<string, NoteSignature>();
    const quorum = Promise.withResolvers<void>();
    const isMet = (): boolean => isQuorumMet(this.policy, new Set(got.keys()));
    const all = Promise.all(
      this.clients.map(async (client) => {
        const outcome = await client.cosign(tree, this.stopping.signal);
        if (outcome.kind === 'cosigned') got.set(client.name, outcome.signature);
        if (isMet()) quorum.resolve();
        await heard(client.name, outcome);
      }),
    );
    // Whoever answers after the round has ended has nobody left to tell of a failure.
    all.catch(() => undefined);
    const enough = quorum.promise.then(() => sleep(GRACE_MILLIS, undefined, { ref: false }));
    await (untilAll ? all : Promise.race([all, enough]));
    const cosignatures = this.clients.flatMap(({ name }) => got.get(name) ?? []);
    return { cosignatures, isQuorumMet: isMet() };
  }

  /** Ends what is still being asked. */
  close(): void {
    this.stopping.abort(new Error('the server is stopping'));
  }

  private prove(first: number, second: number): ReturnType<typeof proveConsistency> {
    return proveConsistency(sha256, first, second, storedHashes(this.reader, second));
  }
}

function canBeAsked(witness: PolicyWitness): witness is PolicyWitness & { readonly url: string } {
  return witness.url !== undefined && /^https?:\/\//.test(witness.url) && witness.vkey.type === KeyType.cosignature;
}
