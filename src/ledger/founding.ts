import { join } from 'node:path';
import { CROCKFORD } from '../kernel/base32.js';
import type { Random } from '../kernel/ids.js';
import type { Clock } from '../kernel/instant.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { sha256 } from '../platform/keys/sha256.js';
import { createSigningKey, keyFile, readSigningKey } from '../platform/keys/signing-key.js';
import { emptyRoot, toHex } from '../tlog/index.js';
import { eventKind, type LedgerEvent, subjectType } from './event.js';
import { SigningGuard } from './guard.js';
import { LedgerHead } from './ledger.entity.js';
import { Signer } from './signer.js';

const log = subjectType('log');

/** Entry 0: what the log promises, in clear. */
export const logFounded = eventKind<{
  clear: { origin: string; vkey: string; contact: string; format: string; retentionYears: number };
}>('ledger.log-founded');

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
  const name = logIdOf(head.origin);
  const isNew = head.size === 0;
  const key = readSigningKey(config.keysDir, name) ?? (isNew ? createSigningKey(config.keysDir, name) : undefined);
  if (!key) throw new Error(missingKey(keyFile(config.keysDir, name)));
  return new Signer(head.origin, key, new SigningGuard(join(config.keysDir, `${name}.guard`)));
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

function logIdOf(origin: string): string {
  return origin.slice(origin.lastIndexOf('/') + 1);
}

function missingKey(file: string): string {
  return `找不到账本的签名密钥 / The signing key of this log is missing: ${file}\n请恢复该文件,或设置 KEYS_DIR / Bring the file back, or set KEYS_DIR to where it is.`;
}
