import {
  type Checkpoint,
  equalBytes,
  formatEntriesPath,
  parseCheckpoint,
  parseNote,
  TILE_WIDTH,
  TlogError,
} from '../../tlog/index.js';
import type { Entry } from '../entry.js';
import { logFounded } from '../log-keys.js';
import { EntryCheck } from './entry-check.js';
import { type Finding, Findings, type OnProgress } from './findings.js';
import { checkpointIn, type LogSource, type NewestNote, readAhead } from './log-source.js';
import { TreeCheck } from './tree-check.js';
import { TrustedKeys } from './trusted-keys.js';

/** An entry that was read, with its place. */
export interface ReadEntry {
  readonly index: number;
  readonly entry: Entry;
}

/** A note that somebody signed on the way, to be judged when the tree has its size. */
export interface SignedNote {
  readonly size: number;
  readonly note: string;
  /** What to name when it is not good. */
  readonly where: string;
}

/** Checks what stands beside the log where it is read from: a database has more tables than entries and tiles. */
export interface Beside {
  /** Notes that were signed for sizes from `first` + 1 to `end`, in order. */
  notesBetween(first: number, end: number): Promise<readonly SignedNote[]>;
  /** Entries in order, but for those that are missing or changed. */
  read(range: { readonly first: number; readonly end: number }, entries: readonly ReadEntry[]): Promise<void>;
  finish(checkpoint: Checkpoint): Promise<void>;
}

export interface VerifyOptions {
  /** Verifier keys from elsewhere; when there is none, the key that entry 0 names is taken, which proves less. */
  readonly vkeys?: readonly string[] | undefined;
  /** A checkpoint that was believed before: the log must have grown out of it. */
  readonly since?: string | undefined;
  readonly beside?: ((findings: Findings) => Beside) | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What a verification saw. The log is as it was signed when there are no findings. */
export interface VerifiedLog {
  readonly findings: readonly Finding[];
  /** How many were found beyond those. */
  readonly untold: number;
  readonly note: string;
  /** Undefined when the note is none of a checkpoint: then nothing was derived. */
  readonly checkpoint: Checkpoint | undefined;
  readonly vkeys: readonly string[];
  readonly isKeyFromLog: boolean;
  readonly entries: number;
  readonly tiles: number;
}

/**
 * Derives a log again from its entries: every leaf hash, every tile and the root that was signed; and reads every
 * entry's form, time and chains. Streams, so that memory does not grow with the log but for the subjects' chains.
 * Throws `SourceFault` when the log cannot be read at all, and `TlogError` when a given key or checkpoint is no such thing.
 */
export async function verifyLog(source: LogSource, options: VerifyOptions = {}): Promise<VerifiedLog> {
  const newest = await source.checkpoint();
  const checkpoint = checkpointIn(newest.note);
  if (!checkpoint) return nothingDerived(newest);
  const verification = new Verification(source, { ...newest, size: checkpoint.size }, checkpoint, options);
  await verification.run();
  const { findings, keys, tiles } = verification;
  const { vkeys, isFromLog: isKeyFromLog } = keys;
  const { all, untold } = findings;
  const { note } = newest;
  return { findings: all, untold, note, checkpoint, vkeys, isKeyFromLog, entries: checkpoint.size, tiles };
}

function nothingDerived({ note, where }: NewestNote): VerifiedLog {
  const what = { zh: '不是签过名的检查点', en: 'is no signed checkpoint' };
  const nothing = { checkpoint: undefined, vkeys: [], isKeyFromLog: false, entries: 0, tiles: 0 };
  return { findings: [{ where, what }], untold: 0, note, ...nothing };
}

/** One pass over a log. */
class Verification {
  readonly findings = new Findings();
  readonly keys: TrustedKeys;
  private readonly tree: TreeCheck;
  private readonly entryCheck = new EntryCheck(this.findings);
  private readonly beside: Beside | undefined;
  private lastAt = '';

  constructor(
    private readonly source: LogSource,
    private readonly newest: SignedNote,
    private readonly checkpoint: Checkpoint,
    private readonly options: VerifyOptions,
  ) {
    this.keys = new TrustedKeys(options.vkeys ?? []);
    this.tree = new TreeCheck(source, checkpoint, this.findings);
    this.beside = options.beside?.(this.findings);
  }

  get tiles(): number {
    return this.tree.tiles;
  }

  async run(): Promise<void> {
    const since = this.sinceNote();
    await this.readEverything(since);
    // Where a hundred places differ, the rest says nothing new.
    if (this.findings.untold > 0) return;
    await this.tree.finish();
    this.judge(this.newest);
    await this.beside?.finish(this.checkpoint);
  }

  private async readEverything(since: SignedNote | undefined): Promise<void> {
    const { size } = this.checkpoint;
    const bundles = Math.ceil(size / TILE_WIDTH);
    let index = 0;
    for await (const entries of readAhead(bundles, this.source.readsAhead, (at) => this.readBundle(at))) {
      await this.checkBundle(index, entries, since);
      index++;
      this.options.onProgress?.(READING, Math.min(size, index * TILE_WIDTH), size);
      if (this.findings.untold > 0) return;
    }
  }

  private async readBundle(index: number): Promise<readonly (Uint8Array | undefined)[]> {
    const id = { index, width: Math.min(TILE_WIDTH, this.checkpoint.size - index * TILE_WIDTH) };
    try {
      return await this.source.entries(id);
    } catch (error) {
      if (!(error instanceof TlogError)) throw error;
      this.findings.add(formatEntriesPath(id), '条目包损坏', `the bundle is damaged: ${error.message}`);
      return Array.from({ length: id.width });
    }
  }

  private async checkBundle(
    index: number,
    stored: readonly (Uint8Array | undefined)[],
    since: SignedNote | undefined,
  ): Promise<void> {
    const first = index * TILE_WIDTH;
    const range = { first, end: first + stored.length };
    const { leaves, wrong } = await this.tree.compare(index, stored);
    const entries = this.readEntries(first, stored, wrong);
    const notes = [...((await this.beside?.notesBetween(range.first, range.end)) ?? [])];
    if (since && since.size > range.first && since.size <= range.end) notes.push(since);
    const times = new Map(entries.map(({ index: at, entry }) => [at, entry.at]));
    for (const signed of notes.toSorted((a, b) => a.size - b.size)) {
      await this.tree.append(leaves.slice(this.tree.size - first, signed.size - first));
      this.lastAt = times.get(signed.size - 1) ?? this.lastAt;
      this.judge(signed);
    }
    await this.tree.append(leaves.slice(this.tree.size - first));
    this.lastAt = times.get(range.end - 1) ?? this.lastAt;
    await this.beside?.read(range, entries);
  }

  private readEntries(
    first: number,
    stored: readonly (Uint8Array | undefined)[],
    wrong: ReadonlySet<number>,
  ): ReadEntry[] {
    const entries: ReadEntry[] = [];
    stored.forEach((bytes, place) => {
      const index = first + place;
      const entry = bytes && !wrong.has(place) ? this.entryCheck.check(index, bytes) : this.entryCheck.skip();
      if (index === 0) this.checkFounding(entry);
      if (!entry) return;
      entries.push({ index, entry });
      this.keys.read({ index, entry });
    });
    return entries;
  }

  private checkFounding(entry: Entry | undefined): void {
    const clear = entry?.kind === logFounded.kind ? entry.clear : undefined;
    const origin = typeof clear === 'object' && clear !== null && 'origin' in clear ? clear.origin : undefined;
    if (origin === this.checkpoint.origin) return;
    this.findings.add('entry 0', '不是检查点所称日志的创建条目', 'does not found the log that the checkpoint names');
  }

  /** A note is good when a believed key signed it for the size and the root that the tree has now. */
  private judge({ size, note, where }: SignedNote): void {
    const { origin } = this.checkpoint;
    const opened = this.keys.open(note, this.lastAt);
    if (opened?.origin !== origin || opened.size !== size) {
      this.findings.add(
        where,
        '没有本日志已知密钥对该大小的有效签名',
        'no good signature of a known key of this log for this size',
      );
    } else if (this.tree.isRootKnown && !equalBytes(opened.root, this.tree.root())) {
      this.findings.add(
        where,
        `前 ${size} 条算出的根不是所签的根`,
        `the first ${size} entries do not give the root that was signed`,
      );
    } else {
      this.keys.believeUpTo(size);
    }
  }

  private sinceNote(): SignedNote | undefined {
    const { since: note } = this.options;
    if (note === undefined) return undefined;
    const { size } = parseCheckpoint(parseNote(note).text);
    const where = 'checkpoint since';
    if (size <= this.checkpoint.size) return { size, note, where };
    this.findings.add(
      where,
      `日志变短了:先前签过 ${size} 条,现在只有 ${this.checkpoint.size} 条`,
      `the log has shrunk: it signed ${size} entries before, now it has ${this.checkpoint.size}`,
    );
    return undefined;
  }
}

const READING = { zh: '条目与分片', en: 'entries and tiles' };
