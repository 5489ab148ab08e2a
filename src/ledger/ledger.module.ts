import { join } from 'node:path';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../kernel/actor.js';
import { Random } from '../kernel/ids.js';
import { addMillis, Clock } from '../kernel/instant.js';
import { Config } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { Readiness } from '../platform/http/readiness.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { Committer } from './committer.js';
import { Erasures } from './erasure/erasures.js';
import { Feed } from './feed.js';
import { foundingEvent, openSigner } from './founding.js';
import { Ledger } from './ledger.js';
import { refuse } from './ledger.refusals.js';
import { LogClock } from './log-clock.js';
import { logIdOf } from './log-keys.js';
import { LogController } from './log.controller.js';
import { LogPolicy } from './log-policy.js';
import { LogQueries } from './log.queries.js';
import { type Projection, Projections } from './projection.js';
import { PublicationLock } from './publication-lock.js';
import { PublicLogController } from './public-log.controller.js';
import { PublicLogQueries } from './public-log.queries.js';
import { Publisher } from './publisher.js';
import { SelfAudit } from './self-audit.js';
import { Signer } from './signer.js';
import { checkAtStart } from './startup-check.js';
import { Witnesses } from './witnesses.js';
import { Witnessing } from './witnessing.js';
import { Writer } from './writer.js';

/** Entries that wait longer than this for a quorum make the process not ready. */
const UNPUBLISHED_MILLIS = 10_000;

const EXPORTS = [
  Ledger,
  Erasures,
  LogQueries,
  PublicLogQueries,
  Feed,
  Projections,
  Signer,
  Readiness,
  LogClock,
  LogPolicy,
  SelfAudit,
];

/** The ledger over every module's projections. It is checked and founded before anything else may use it. */
@Module({})
export class LedgerModule {
  static with(projections: readonly Projection[]): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      controllers: [LogController, PublicLogController],
      providers: [
        { provide: Projections, useValue: new Projections(projections) },
        { provide: LogPolicy, inject: [Config], useFactory: ({ logPolicy }: Config) => LogPolicy.read(logPolicy) },
        {
          provide: Signer,
          inject: [Database, Config, Clock, Random],
          useFactory: (database: Database, config: Config, clock: Clock, random: Random) =>
            openSigner({ database, config, clock, random }),
        },
        Feed,
        LogQueries,
        PublicLogQueries,
        { provide: Witnessing, inject: [LogPolicy, Database, Signer, LogQueries, Metrics], useFactory: witnessing },
        {
          provide: Writer,
          inject: [Database, Signer, Projections, Clock, Random, Feed, Metrics, Witnessing],
          useFactory: openWriter,
        },
        { provide: Ledger, inject: [Writer, LogQueries, Signer, Config, Feed], useFactory: openLedger },
        { provide: Erasures, inject: [Database, Ledger, Projections, Writer], useFactory: openErasures },
        {
          provide: LogClock,
          inject: [Ledger, LogQueries, Signer, LogPolicy, Witnessing, Database, Feed, Config, Metrics],
          useFactory: logClock,
        },
        { provide: SelfAudit, inject: [Database, LogQueries, Signer, Config, Writer, Metrics], useFactory: selfAudit },
        { provide: Readiness, inject: [Database, Signer, LogQueries, Clock, SelfAudit], useFactory: readiness },
      ],
      exports: EXPORTS,
    };
  }
}

function witnessing(
  ...[{ policy }, database, signer, queries, metrics]: [LogPolicy, Database, Signer, LogQueries, Metrics]
): Witnessing {
  return new Witnessing(policy && new Witnesses(policy, database.reader), signer, queries, metrics);
}

function openErasures(...[database, ledger, projections, writer]: [Database, Ledger, Projections, Writer]): Erasures {
  return new Erasures({ database, ledger, projections, writer });
}

function logClock(
  ...[ledger, queries, signer, policy, witnesses, database, feed, config, metrics]: [
    ...[Ledger, LogQueries, Signer, LogPolicy, Witnessing],
    ...[Database, Feed, Config, Metrics],
  ]
): LogClock {
  const lock = new PublicationLock(database);
  const publisher = new Publisher({ ledger, queries, signer, policy, lock }, witnesses);
  return new LogClock({ database, queries, signer, feed, publisher }, config.publishMillis, metrics);
}

function selfAudit(
  ...[database, queries, signer, { keysDir }, writer, metrics]: [Database, LogQueries, Signer, Config, Writer, Metrics]
): SelfAudit {
  const file = join(keysDir, `${logIdOf(signer.origin)}.audit`);
  return new SelfAudit({ database, queries, signer, file, isBusy: () => writer.queueLength > 0 }, metrics);
}

function readiness(
  ...[database, signer, queries, clock, audit]: [Database, Signer, LogQueries, Clock, SelfAudit]
): Readiness {
  const check = async (): Promise<void> => {
    audit.check();
    await signer.checkHead(database.reader, await queries.head());
    const since = await queries.unpublishedSince();
    if (since && addMillis(since, UNPUBLISHED_MILLIS) < clock.now()) throw refuse.quorumNotMet({ since });
  };
  return { check };
}

type WriterParts = [Database, Signer, Projections, Clock, Random, Feed, Metrics, Witnessing];

async function openWriter(
  ...[database, signer, projections, clock, random, feed, metrics, witnesses]: WriterParts
): Promise<Writer> {
  await checkAtStart(database, signer);
  // Before anything is signed: a restored machine brought its guard back too, but not the witnesses.
  await witnesses.round(true);
  const committer = new Committer(database, signer, { projections, clock, random });
  const logger = new Logger('ledger');
  committer.onCommit = (commit) => feed.committed(commit);
  committer.onFailure = (error) => logger.error({ event: 'commit-failed', error: String(error) });
  const writer = new Writer(committer);
  writer.onTurn = (turn) => metrics.turnTaken(turn);
  writer.onRepeat = (error) => logger.warn({ event: 'turn-repeated', error: String(error) });
  return writer;
}

async function openLedger(
  ...[writer, queries, signer, config, feed]: [Writer, LogQueries, Signer, Config, Feed]
): Promise<Ledger> {
  const ledger = new Ledger(writer);
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
