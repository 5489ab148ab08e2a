import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import type { Database } from '../platform/database/database.js';
import { sha256 } from '../platform/keys/sha256.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import {
  checkInclusion,
  equalBytes,
  formatTilePath,
  fromHex,
  HASH_LENGTH,
  leafHash,
  proveInclusion,
  TILE_WIDTH,
  TlogError,
} from '../tlog/index.js';
import type { SignedTree } from './guard.js';
import { entryBytes, tileBytes } from './leaf-store.js';
import { refuse } from './ledger.refusals.js';
import type { LogQueries } from './log.queries.js';
import type { Signer } from './signer.js';
import { storedHashes } from './tree-store.js';

export interface SelfAuditParts {
  readonly database: Database;
  readonly queries: LogQueries;
  readonly signer: Signer;
  /** Keeps the place between starts. It is outside the database, whose writer must not choose where to look. */
  readonly file: string;
  /** Tells whether commands are waiting: then the audit waits too. */
  readonly isBusy: () => boolean;
}

/** Entries that are read and hashed before others get their turn: at most a megabyte, about a millisecond. */
const ENTRIES_AT_ONCE = 16;
const MILLIS_BETWEEN_TILES = 100;
const MILLIS_BETWEEN_PASSES = 60_000;
const TILES_BETWEEN_NOTES = 600;

/**
 * Re-hashes the whole log again and again while nothing else is to be done, tile by tile, against the tree that this
 * server remembers to have signed (the guard, outside the database). The first place that differs is named and never
 * forgotten: the server stays not ready until somebody has looked.
 */
export class SelfAudit implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ledger');
  private readonly position: Gauge;
  private readonly entries: Counter;
  private readonly passes: Counter;
  private readonly isGood: Gauge;
  private readonly longest: Gauge;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  private tile: number;
  private pass: SignedTree | undefined;
  private fault: string | undefined;
  private longestMillis = 0;

  constructor(
    private readonly parts: SelfAuditParts,
    { registry }: Metrics,
  ) {
    const registers = [registry];
    const name = (end: string): string => `yanzhen_self_audit_${end}`;
    this.position = new Gauge({ name: name('position'), help: 'The entry that the self-audit is at', registers });
    this.entries = new Counter({ name: name('entries_total'), help: 'Entries that it hashed again', registers });
    this.passes = new Counter({ name: name('passes_total'), help: 'Times that it read the whole log', registers });
    this.isGood = new Gauge({ name: name('ok'), help: '0 once an entry or a tile was not as signed', registers });
    this.longest = new Gauge({
      name: name('longest_slice_seconds'),
      help: 'The longest time that it kept others waiting',
      registers,
    });
    this.isGood.set(1);
    this.tile = readPlace(parts.file);
  }

  /** Begins to audit in idle time; commands of the shell do not. */
  start(): void {
    this.timer ??= this.later(MILLIS_BETWEEN_TILES);
  }

  /** Throws a refusal that names the first place that was not as signed, once there is one. */
  check(): void {
    if (this.fault !== undefined) throw refuse.auditFailed({ where: this.fault });
  }

  /** One whole pass, from the first entry on, without pauses. */
  async wholeLog(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    this.tile = 0;
    this.pass = undefined;
    while (!(await this.step()));
    if (this.timer) this.timer = this.later(MILLIS_BETWEEN_PASSES);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
    if (this.timer) this.keepPlace();
  }

  private later(millis: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.running = this.tick();
    }, millis).unref();
  }

  private async tick(): Promise<void> {
    let isDone = false;
    try {
      if (!this.parts.isBusy()) isDone = await this.step();
    } catch (error) {
      // The database is out of reach: that shows elsewhere, and the next try comes by itself.
      this.logger.warn({ event: 'self-audit-interrupted', error: String(error) });
      isDone = true;
    }
    if (!this.isStopped) this.timer = this.later(isDone ? MILLIS_BETWEEN_PASSES : MILLIS_BETWEEN_TILES);
  }

  /** Audits one tile and its entries; answers whether that was the last of the pass. */
  private async step(): Promise<boolean> {
    this.pass ??= await this.signedTree();
    if (!this.pass || this.tile * TILE_WIDTH >= this.pass.size) return this.endPass();
    const wrong = await this.firstWrongIn(this.tile, this.pass);
    if (wrong !== undefined) this.remember(wrong);
    this.tile++;
    this.position.set(Math.min(this.tile * TILE_WIDTH, this.pass.size));
    if (this.tile % TILES_BETWEEN_NOTES === 0) this.keepPlace();
    return this.tile * TILE_WIDTH >= this.pass.size ? this.endPass() : false;
  }

  private endPass(): true {
    if (this.pass) this.passes.inc();
    this.pass = undefined;
    this.tile = 0;
    return true;
  }

  /** The largest tree that was signed; undefined while the database does not have it, which is told elsewhere. */
  private async signedTree(): Promise<SignedTree | undefined> {
    const { signer, queries } = this.parts;
    const signed = signer.signedTree();
    const { size } = await queries.head();
    return signed && signed.size <= size ? signed : undefined;
  }

  private async firstWrongIn(index: number, { size, root }: SignedTree): Promise<string | undefined> {
    const { reader } = this.parts.database;
    const first = index * TILE_WIDTH;
    const end = Math.min(first + TILE_WIDTH, size);
    const path = formatTilePath({ level: 0, index, width: end - first });
    const tile = await tileBytes(reader, 0, index);
    if (!tile || !(await this.isInTree(first, { size, root }, tile))) return path;
    for (let from = first; from < end; from += ENTRIES_AT_ONCE) {
      await nextTurn();
      const wrong = await this.timed(() => this.firstWrongEntry(from, Math.min(from + ENTRIES_AT_ONCE, end), tile));
      if (wrong !== undefined) return `entry ${wrong}`;
    }
    return undefined;
  }

  /** A proof for one hash of a tile is made of all the others, so when it leads to the signed root the tile is right. */
  private isInTree(first: number, { size, root }: SignedTree, tile: Uint8Array): Promise<boolean> {
    return this.timed(async () => {
      try {
        const proof = await proveInclusion(sha256, first, size, storedHashes(this.parts.database.reader, size));
        const hash = tile.subarray(0, HASH_LENGTH);
        return checkInclusion(sha256, { leafHash: hash, index: first, size, proof, root: fromHex(root) });
      } catch (error) {
        if (error instanceof TlogError) return false;
        throw error;
      }
    });
  }

  private async firstWrongEntry(from: number, end: number, tile: Uint8Array): Promise<number | undefined> {
    const stored = await entryBytes(this.parts.database.reader, from, end);
    this.entries.inc(stored.length);
    for (let index = from; index < end; index++) {
      const bytes = stored[index - from];
      const at = (index % TILE_WIDTH) * HASH_LENGTH;
      if (!bytes || !equalBytes(leafHash(sha256, bytes), tile.subarray(at, at + HASH_LENGTH))) return index;
    }
    return undefined;
  }

  private remember(where: string): void {
    this.isGood.set(0);
    if (this.fault !== undefined) return;
    this.fault = where;
    this.logger.error({ event: 'self-audit-failed', where });
  }

  /** On SQLite the whole of it is one turn of the event loop; PostgreSQL works elsewhere meanwhile. */
  private async timed<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const answer = await work();
    if (this.parts.database.dialect === 'postgres') return answer;
    this.longestMillis = Math.max(this.longestMillis, performance.now() - started);
    this.longest.set(this.longestMillis / 1_000);
    return answer;
  }

  private keepPlace(): void {
    writeFileSync(this.parts.file, `${this.tile}\n`, { mode: 0o600 });
  }
}

function readPlace(file: string): number {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^\d{1,12}$/.test(text) ? Number(text) : 0;
  } catch {
    // No place was kept yet: the beginning is as good as any.
    return 0;
  }
}
