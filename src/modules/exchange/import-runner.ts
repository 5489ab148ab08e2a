import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Actor, SYSTEM_ACTOR } from '../../kernel/actor.js';
import { Refusal } from '../../kernel/refusal.js';
import { Ledger, type LedgerEvent } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import { openActor } from '../identity/index.js';
import { ImportRecord, ImportRun } from './exchange.entity.js';
import { Breath } from './breath.js';
import * as events from './exchange.events.js';
import { asKind } from './exchange.kinds.js';
import { refuse } from './exchange.refusals.js';
import { mayImport } from './import.rules.js';
import type { ListedRecord } from './import-check.js';
import { ImportFiles } from './import-files.js';
import type { SheetKind } from './sheet-kind.js';
import { SheetKinds } from './sheet-kinds.js';

/** Rows of one chunk: some milliseconds of work, which single commands wait for at most once. */
const CHUNK_ROWS = 12;
/** After a chunk whose storage failed, or that found too many waiting. */
const AGAIN_MILLIS = 1_000;

/**
 * Records committed imports chunk by chunk, and takes back those that are undone. How far it came stands in the log with
 * the chunk itself, so that after a restart it goes on where it stopped and no record is there twice.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('exchange');
  private readonly running = new Map<string, Promise<void>>();
  private isClosed = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly kinds: SheetKinds,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const open = await this.database.reader.find(ImportRun, { state: ['recording', 'undoing'] });
    for (const { id } of open) this.begin(id);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.running.values());
  }

  /** Goes on with an import until nothing is left to do; after what is being done for it already. */
  begin(id: string): void {
    const before = this.running.get(id) ?? Promise.resolve();
    const work = before
      .then(() => this.goOn(id))
      .catch((error: unknown) => this.logger.error({ event: 'import-stands-still', id, error }))
      .finally(() => {
        if (this.running.get(id) === work) this.running.delete(id);
      });
    this.running.set(id, work);
  }

  /** Resolves when nothing is being recorded or taken back. */
  async idle(): Promise<void> {
    await Promise.all(this.running.values());
  }

  private async goOn(id: string): Promise<void> {
    while (!this.isClosed) {
      const run = await this.database.reader.findOne(ImportRun, { id });
      if (run?.state !== 'recording' && run?.state !== 'undoing') break;
      const actor = await openActor(this.database.reader, run.accountId);
      if (run.state === 'undoing') await this.again(() => this.undoChunk(run, actor ?? SYSTEM_ACTOR));
      else if (!actor) await this.stop(run, 'account-closed');
      else if (!mayImport(actor, asKind(run.kind))) await this.stop(run, 'role-taken');
      else await this.again(() => this.recordList(run, actor));
    }
    if (!this.isClosed) await this.files.remove(id);
  }

  /** A storage that failed or a queue that is full is tried again; another process that was faster is let be. */
  private async again(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const mayPass = error instanceof Refusal && (error.kind === 'busy' || error.code === 'exchange.moved-on');
      if (!mayPass || this.isClosed) throw error;
      await pause(AGAIN_MILLIS);
    }
  }

  private async recordList(run: ImportRun, actor: Actor): Promise<void> {
    if ((await this.files.hashOf(run.id, 'list')) !== run.listHash) return this.stop(run, 'list-lost');
    let chunk: ListedRecord[] = [];
    let rows = 0;
    for await (const line of this.files.lines(run.id, 'list')) {
      if (this.isClosed) return undefined;
      const record = JSON.parse(line) as ListedRecord;
      if (record.place < run.position) continue;
      if (chunk.length > 0 && rows + record.rows > CHUNK_ROWS) {
        await this.recordChunk(run, actor, chunk);
        chunk = [];
        rows = 0;
      }
      chunk.push(record);
      rows += record.rows;
    }
    if (chunk.length > 0 && !this.isClosed) await this.recordChunk(run, actor, chunk);
    return undefined;
  }

  private async recordChunk(run: ImportRun, actor: Actor, chunk: readonly ListedRecord[]): Promise<void> {
    const { id } = run;
    const sheets = this.kinds.of(asKind(run.kind));
    const from = chunk[0]?.place ?? 0;
    const record = async (tx: Tx): Promise<readonly LedgerEvent[]> => {
      await requireAt(tx, id, { state: 'recording', position: from });
      await requireStillImporter(tx, run);
      return chunkEvents(tx, { actor, sheets, chunk, id });
    };
    const breath = new Breath();
    await this.ledger.record(actor, record, 'bulk');
    await breath.rest();
  }

  private async undoChunk({ id, kind, undoReason }: ImportRun, actor: Actor): Promise<void> {
    const sheets = this.kinds.of(asKind(kind));
    const undo = async (tx: Tx): Promise<readonly LedgerEvent[]> => {
      await requireAt(tx, id, { state: 'undoing' });
      const options = { orderBy: 'place', limit: CHUNK_ROWS + 1 } as const;
      const left = await tx.find(ImportRecord, { importId: id, state: 'recorded' }, options);
      const isLast = left.length <= CHUNK_ROWS;
      const undoing = { actor, sheets, id, reason: undoReason ?? '', isLast };
      return undoEvents(tx, left.slice(0, CHUNK_ROWS), undoing);
    };
    const breath = new Breath();
    await this.ledger.record(actor, undo, 'bulk');
    await breath.rest();
  }

  private async stop({ id }: ImportRun, reason: events.StopReason): Promise<void> {
    await this.ledger.record(SYSTEM_ACTOR, async (tx) => {
      await requireAt(tx, id, { state: 'recording' });
      return [events.importStopped([events.importOf(id)], { party: { reason } })];
    });
  }
}

/** Another process may have gone on, or somebody may undo it by now. */
async function requireAt(tx: Tx, id: string, at: { state: string; position?: number }): Promise<void> {
  if (!(await tx.findOne(ImportRun, { id, ...at }))) throw refuse.movedOn();
}

/** An account may be closed, and its roles taken, while its list is being recorded. */
async function requireStillImporter(tx: Tx, { accountId, kind }: ImportRun): Promise<void> {
  const actor = await openActor(tx, accountId);
  if (!actor || !mayImport(actor, asKind(kind))) throw refuse.movedOn();
}

interface Chunk {
  readonly actor: Actor;
  readonly sheets: SheetKind;
  readonly chunk: readonly ListedRecord[];
  readonly id: string;
}

async function chunkEvents(tx: Tx, { actor, sheets, chunk, id }: Chunk): Promise<readonly LedgerEvent[]> {
  const made: LedgerEvent[] = [];
  const recorded: events.RecordedRecord[] = [];
  const refused: events.RefusedRecord[] = [];
  for (const { place, row, body } of chunk) {
    try {
      const own = await sheets.events(tx, actor, body);
      made.push(...own);
      recorded.push({ place, row, id: subjectIn(own, sheets.subject), entries: own.length });
    } catch (error) {
      refused.push(refusedBy(error, place, row));
    }
  }
  const from = chunk[0]?.place ?? 0;
  const party = { from, to: from + chunk.length, recorded, refused };
  return [...made, events.importChunkRecorded([events.importOf(id)], { party })];
}

interface Undoing extends Omit<Chunk, 'chunk'> {
  readonly reason: string;
  readonly isLast: boolean;
}

async function undoEvents(
  tx: Tx,
  records: readonly ImportRecord[],
  { actor, sheets, id, reason, isLast }: Undoing,
): Promise<readonly LedgerEvent[]> {
  const made: LedgerEvent[] = [];
  const undone: number[] = [];
  const kept: events.RefusedRecord[] = [];
  for (const record of records) {
    try {
      made.push(...(await sheets.undo(tx, actor, { record, reason })));
      undone.push(record.place);
    } catch (error) {
      kept.push(refusedBy(error, record.place, record.row));
    }
  }
  return [...made, events.importChunkUndone([events.importOf(id)], { party: { undone, kept, isLast } })];
}

function refusedBy(error: unknown, place: number, row: number): events.RefusedRecord {
  if (!(error instanceof Refusal)) throw error;
  return { place, row, problem: error.code, zh: error.say('zh'), en: error.say('en') };
}

function subjectIn(made: readonly LedgerEvent[], type: string): string {
  return made.flatMap(({ subjects }) => subjects).find((subject) => subject.type === type)?.id ?? '';
}
