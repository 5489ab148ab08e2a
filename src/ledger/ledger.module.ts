import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../kernel/actor.js';
import { Random } from '../kernel/ids.js';
import { Clock } from '../kernel/instant.js';
import { Config } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { Readiness } from '../platform/http/readiness.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { Committer } from './committer.js';
import { Feed } from './feed.js';
import { foundingEvent, openSigner } from './founding.js';
import { Ledger } from './ledger.js';
import { LogController } from './log.controller.js';
import { LogQueries } from './log.queries.js';
import { type Projection, Projections } from './projection.js';
import { Signer } from './signer.js';
import { checkAtStart } from './startup-check.js';
import { Writer } from './writer.js';

const writerProvider = {
  provide: Writer,
  inject: [Database, Signer, Projections, Clock, Random, Feed, Metrics],
  useFactory: (...parts: WriterParts) => openWriter(...parts),
};

type WriterParts = [Database, Signer, Projections, Clock, Random, Feed, Metrics];

/** The ledger over every module's projections. It is checked and founded before anything else may use it. */
@Module({})
export class LedgerModule {
  static with(projections: readonly Projection[]): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      controllers: [LogController],
      providers: [
        { provide: Projections, useValue: new Projections(projections) },
        {
          provide: Signer,
          inject: [Database, Config, Clock, Random],
          useFactory: (database: Database, config: Config, clock: Clock, random: Random) =>
            openSigner({ database, config, clock, random }),
        },
        Feed,
        writerProvider,
        {
          provide: Ledger,
          inject: [Writer, Database, Signer, Config, Feed],
          useFactory: openLedger,
        },
        LogQueries,
        { provide: Readiness, inject: [Database, Signer], useFactory: readiness },
      ],
      exports: [Ledger, LogQueries, Feed, Projections, Signer, Readiness],
    };
  }
}

function readiness(database: Database, signer: Signer): Readiness {
  const queries = new LogQueries(database);
  return { check: async () => signer.checkHead(database.reader, await queries.head()) };
}

async function openWriter(
  ...[database, signer, projections, clock, random, feed, metrics]: WriterParts
): Promise<Writer> {
  await checkAtStart(database, signer);
  const committer = new Committer(database, signer, { projections, clock, random });
  const logger = new Logger('ledger');
  committer.onCommit = (commit) => feed.committed(commit);
  committer.onFailure = (error) => logger.error({ event: 'commit-failed', error: String(error) });
  const writer = new Writer(committer);
  writer.onTurn = (turn) => metrics.turnTaken(turn);
  return writer;
}

async function openLedger(
  ...[writer, database, signer, config, feed]: [Writer, Database, Signer, Config, Feed]
): Promise<Ledger> {
  const ledger = new Ledger(writer);
  const queries = new LogQueries(database);
  const { size } = await queries.head();
  await feed.open(size);
  // A database that was rolled back must still come up to be read, so nothing is written unless the log is empty.
  if (size > 0) return ledger;
  await ledger.record(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.query<{ size: number }>('SELECT size FROM ledger_head WHERE id = 1');
    return row?.size === 0 ? [foundingEvent(signer, config)] : [];
  });
  return ledger;
}
