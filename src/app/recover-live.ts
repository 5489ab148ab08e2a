import { KeyRing, LogPolicy, LogQueries, Projections, readLogKeys } from '../ledger/index.js';
import { personalTables } from '../ledger/erasure/erasures.js';
import { guardFile } from '../ledger/founding.js';
import { type SignedTree, SigningGuard } from '../ledger/guard.js';
import { recover } from '../ledger/recover/recover.js';
import { type Recovered, RecoveryFault, type RecoverySource } from '../ledger/recover/recovery.js';
import type { WitnessOutcome } from '../ledger/witness.client.js';
import { Witnesses } from '../ledger/witnesses.js';
import { type Config, type Environment, readConfig } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { lockServer } from '../platform/database/server-lock.js';
import { parseCheckpoint, parseNote } from '../tlog/index.js';
import { projections } from './projections.js';
import { openRecoverySource, type SourceWish } from './recovery-source.js';
import { schema } from './schema.js';

export interface RecoveryWish extends SourceWish {
  /** Entries whose contents nobody has any more may stand in the log alone. */
  readonly acceptsLoss: boolean;
  /** The guard is missing too, and a person vouches that nothing newer was signed. */
  readonly withoutGuard: boolean;
}

export interface RecoveryReport extends Recovered {
  /** What the guard remembers; undefined when there was none. */
  readonly guarded: SignedTree | undefined;
  readonly witnesses: ReadonlyMap<string, WitnessOutcome>;
  /** False when a reader kept the files of people who were erased again from being rewritten. */
  readonly isScrubbed: boolean;
}

/** Mends the database of an environment. Throws a `RecoveryFault`, and has then changed nothing. */
export async function recoverLive(environment: Environment, wish: RecoveryWish): Promise<RecoveryReport> {
  const config = readConfig(environment);
  // A server on the same SQLite file would stand still for the whole recovery with the first request that writes.
  const lock = lockServer(config);
  try {
    const live = await openDatabase(config, schema);
    try {
      return await mendFrom(environment, wish, live.database);
    } finally {
      await live.close();
    }
  } finally {
    lock.release();
  }
}

async function mendFrom(environment: Environment, wish: RecoveryWish, database: Database): Promise<RecoveryReport> {
  const source = await openRecoverySource(environment, wish);
  try {
    return await mend(database, readConfig(environment), { source, wish });
  } finally {
    await source.close();
  }
}

async function mend(
  database: Database,
  config: Config,
  { source, wish }: { readonly source: RecoverySource; readonly wish: RecoveryWish },
): Promise<RecoveryReport> {
  const { origin } = parseCheckpoint(parseNote((await source.log.checkpoint()).note).text);
  const guard = new SigningGuard(guardFile(config, origin));
  const guarded = guard.read();
  if (!guarded && !wish.withoutGuard) throw noGuard(guard.file);
  const named = await readLogKeys(database.reader, origin);
  const vkeys = [...new KeyRing(origin, config).vkeys, ...named.map(({ vkey }) => vkey)];
  if (vkeys.length === 0) throw noKey(origin);
  const { acceptsLoss } = wish;
  const all = new Projections(projections);
  const parts = { projections: all, vkeys, guarded, acceptsLoss };
  const recovered = await recover(database, source, parts);
  if (!guarded || guarded.size < recovered.to) guard.write({ size: recovered.to, root: recovered.root });
  const isScrubbed = recovered.erasures === 0 || (await database.scrub(personalTables(all)));
  return { ...recovered, guarded, isScrubbed, witnesses: await askWitnesses(config, database) };
}

/** What the witnesses say of the mended log; they are asked before the server signs again, which asks them too. */
async function askWitnesses({ logPolicy }: Config, database: Database): Promise<Map<string, WitnessOutcome>> {
  const { policy } = LogPolicy.read(logPolicy);
  const signed = await new LogQueries(database).newestSigned();
  const answers = new Map<string, WitnessOutcome>();
  if (!policy || !signed) return answers;
  const heard = (name: string, outcome: WitnessOutcome): Promise<void> =>
    Promise.resolve(void answers.set(name, outcome));
  await new Witnesses(policy, database.reader).ask(signed, heard, true);
  return answers;
}

function noGuard(file: string): RecoveryFault {
  return new RecoveryFault(
    `找不到签名守护文件 ${file},无从得知签过多少条。请从最后签名的机器取回;若确知来源就是签过的全部,用 --without-guard。`,
    `The signing guard is missing: ${file}. Without it nobody knows how much was signed. Bring it back from the machine that signed last, or, if you are certain that the source has all that was ever signed, use --without-guard.`,
  );
}

function noKey(origin: string): RecoveryFault {
  return new RecoveryFault(
    `不知道账本 ${origin} 的密钥:请先恢复 KEYS_DIR 或 LOG_SIGNING_KEY。`,
    `No key of the log ${origin} is known here: bring KEYS_DIR or LOG_SIGNING_KEY back first.`,
  );
}
