import { join } from 'node:path';
import { CROCKFORD } from '../kernel/base32.js';
import type { Random } from '../kernel/ids.js';
import type { Clock } from '../kernel/instant.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { sha256 } from '../platform/keys/sha256.js';
import { keyFile, newSigningKey, storeSigningKey } from '../platform/keys/signing-key.js';
import { emptyRoot, toHex } from '../tlog/index.js';
import type { LedgerEvent } from './event.js';
import { SigningGuard } from './guard.js';
import { KeyRing } from './key-ring.js';
import { LedgerHead } from './ledger.entity.js';
import { keysSigningAt, log, logFounded, logIdOf, readLogKeys } from './log-keys.js';
import { Signer } from './signer.js';

/** 直播电商监督管理办法 (in force 2026-02-01): records are kept for at least three years. */
const RETENTION_YEARS = 3;

export function foundingEvent(signer: Signer, config: Config): LedgerEvent {
  return logFounded([log(logIdOf(signer.origin))], {
    clear: {
      origin: signer.origin,
      vkey: signer.vkey,
      contact: config.contact,
      format: 'yanzhen-entry/1',
      retentionYears: RETENTION_YEARS,
    },
  });
}

export interface FoundingParts {
  readonly database: Database;
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
}

/** Opens the signer of the log in the database; a database without a log gets one, with a key of its own. */
export async function openSigner(parts: FoundingParts): Promise<Signer> {
  const { database, config } = parts;
  const head = (await readHead(database)) ?? (await foundLog(parts));
  if (head.size === 0) makeFirstKey(head.origin, config);
  const ring = new KeyRing(head.origin, config);
  const keys = keysSigningAt(await readLogKeys(database.reader, head.origin), head.at);
  if (head.size > 0 && !keys.some(({ vkey }) => ring.signerOf(vkey))) throw new Error(missingKey(head.origin, config));
  const signer = new Signer(ring, new SigningGuard(guardFile(config, head.origin)));
  await signer.refresh(database.reader, head);
  return signer;
}

/** Where the guard of a log is. */
export function guardFile(config: Pick<Config, 'keysDir'>, origin: string): string {
  return join(config.keysDir, `${logIdOf(origin)}.guard`);
}

/** Makes the key of a log that is still empty, unless the environment or an earlier start brought one. */
function makeFirstKey(origin: string, config: Config): void {
  if (new KeyRing(origin, config).vkeys.length > 0) return;
  try {
    storeSigningKey(keyFile(config.keysDir, logIdOf(origin)), newSigningKey().pem);
  } catch (error) {
    // Another process that started at the same time was first: its key is as good.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function readHead(database: Database): Promise<LedgerHead | undefined> {
  return database.reader.findOne(LedgerHead, { id: 1 });
}

/** The origin ends in a random id, so that a new data folder is a new log and never forks an old one. */
async function foundLog({ database, config, clock, random }: FoundingParts): Promise<LedgerHead> {
  const host = config.publicUrl ? new URL(config.publicUrl).host : 'yanzhen.local';
  const id = Array.from(random.bytes(10), (byte) => CROCKFORD[byte & 31])
    .join('')
    .toLowerCase();
  const root = toHex(emptyRoot(sha256));
  const { session } = database;
  await session.begin();
  await session.tx.execute(
    `INSERT INTO ledger_head (id, origin, size, root, at, turn) VALUES (1, ?, 0, ?, ?, 0) ON CONFLICT (id) DO NOTHING`,
    [`${host}/log/${id}`, root, clock.now()],
  );
  await session.commit();
  const head = await readHead(database);
  if (!head) throw new Error('the log could not be founded');
  return head;
}

function missingKey(origin: string, { keysDir }: Config): string {
  const file = keyFile(keysDir, logIdOf(origin));
  return `找不到账本的签名密钥 / The signing key of this log is missing: ${file}\n请恢复该文件,或设置 KEYS_DIR 或 LOG_SIGNING_KEY(见 docs/keys.md)/ Bring the file back, or set KEYS_DIR or LOG_SIGNING_KEY (docs/keys.md).`;
}
