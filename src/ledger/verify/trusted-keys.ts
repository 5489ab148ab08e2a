import { type Checkpoint, type NoteVerifier, openNote, parseCheckpoint, TlogError } from '../../tlog/index.js';
import { type IndexedEntry, keysSigningAt, keyVerifiers, type LogKey, logKeysIn } from '../log-keys.js';

/**
 * The keys whose signature on a checkpoint is believed. With keys from elsewhere, a key that the log announces counts
 * only once a believed key has signed for its announcement; without them, the log is taken at its own word.
 */
export class TrustedKeys {
  readonly isFromLog: boolean;
  private readonly naming: IndexedEntry[] = [];
  private named: readonly LogKey[] = [];
  private readonly believed: Set<string>;
  private readonly verifiers = new Map<string, NoteVerifier>();

  /** Throws `vkey` on a text that is no verifier key of Ed25519. */
  constructor(given: readonly string[]) {
    this.isFromLog = given.length === 0;
    this.believed = new Set(given);
    for (const vkey of given) this.verifierOf(vkey);
  }

  get vkeys(): readonly string[] {
    return [...this.believed];
  }

  /** Notes the keys that an entry names. Entries come in order. */
  read(placed: IndexedEntry): void {
    if (quietly(() => logKeysIn([placed]).map(({ vkey }) => this.verifierOf(vkey)))?.length !== 1) return;
    this.naming.push(placed);
    this.named = logKeysIn(this.naming);
    if (this.isFromLog) this.believeUpTo(placed.index + 1);
  }

  /** The checkpoint of a note that a believed key signed whose time had come and was not over at `at`; else undefined. */
  open(note: string, at: string): Checkpoint | undefined {
    const now = new Set(keysSigningAt(this.named, at).map(({ vkey }) => vkey));
    const known = new Set(this.named.map(({ vkey }) => vkey));
    const signing = this.vkeys.filter((vkey) => now.has(vkey) || !known.has(vkey));
    return quietly(() =>
      parseCheckpoint(
        openNote(
          note,
          signing.map((vkey) => this.verifierOf(vkey)),
        ).text,
      ),
    );
  }

  /** A believed key has signed for the first `size` entries: the keys that they name are believed too. */
  believeUpTo(size: number): void {
    for (const { vkey, index } of this.named) if (index < size) this.believed.add(vkey);
  }

  private verifierOf(vkey: string): NoteVerifier {
    const known = this.verifiers.get(vkey);
    if (known) return known;
    const [made] = keyVerifiers([{ vkey }]);
    if (!made) throw new TlogError('vkey', 'not a verifier key');
    this.verifiers.set(vkey, made);
    return made;
  }
}

/** What `work` returns, or undefined when the bytes are not in the form that it reads. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TlogError) return undefined;
    throw error;
  }
}
