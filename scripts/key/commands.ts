import { schema } from '../../src/app/schema.js';
import { createContext } from '../../src/app/start.js';
import { Clock } from '../../src/kernel/instant.js';
import {
  announceKey,
  KeyRing,
  keysSigningAt,
  Ledger,
  makeKeyFile,
  readLogKeys,
  Signer,
} from '../../src/ledger/index.js';
import { type Config, type Environment, readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';

const DAY_MILLIS = 24 * 3_600_000;

/** What the log says of its keys, and which of them are here. */
export async function showKeys(environment: Environment): Promise<string> {
  const config = readConfig(environment);
  const { origin, at, keys } = await readKeys(config);
  const ring = new KeyRing(origin, config);
  const signing = new Set(keysSigningAt(keys, at));
  const announced = keys.map((key) => {
    const state = signing.has(key) ? signsNow(key.until) : `已停用 retired ${key.until}`;
    return `${key.vkey}\n  条目 entry ${key.index} · ${state} · ${hereOrNot(ring.signerOf(key.vkey) !== undefined)}\n`;
  });
  const known = new Set(keys.map(({ vkey }) => vkey));
  const prepared = ring.vkeys
    .filter((vkey) => !known.has(vkey))
    .map((vkey) => `${vkey}\n  备用,未公布 prepared, not announced\n`);
  return [...announced, ...prepared].join('');
}

export async function newKeyFile(environment: Environment): Promise<string> {
  const config = readConfig(environment);
  const { vkey, file } = makeKeyFile(config.keysDir, (await readKeys(config)).origin);
  return `${vkey}\n  ${file}\n  备份后再 rotate / back it up before you rotate.\n`;
}

/** Announces the prepared key through the same turn of the database that a running server takes. */
export async function rotateKey(environment: Environment, days: number): Promise<string> {
  const config = readConfig(environment);
  const context = await createContext(config);
  try {
    const [ledger, signer, clock] = [context.get(Ledger), context.get(Signer), context.get(Clock)];
    const vkey = signer.prepared[0] ?? madeNow(config, signer.origin);
    const { entries } = await announceKey({ ledger, signer, clock }, vkey, days * DAY_MILLIS);
    return `${vkey}\n  条目 entry ${entries[0]?.index} · 与旧密钥共同签名 ${days} 天 signs beside the old key for ${days} days\n${TELL}`;
  } finally {
    await context.close();
  }
}

const TELL = `  请备份私钥,并把新公钥告知见证方和核验者 / Back the private key up; tell witnesses and verifiers the new key (/log/key).\n`;

/** Servers that read LOG_SIGNING_KEY would not see a file that is made here. */
function madeNow(config: Config, origin: string): string {
  if (config.signingKey === undefined) return makeKeyFile(config.keysDir, origin).vkey;
  throw new Error(
    'LOG_SIGNING_KEY 中没有未公布的新密钥 / LOG_SIGNING_KEY holds no key that is not announced yet: npm run key -- new --pem',
  );
}

async function readKeys(config: Config) {
  const { reader, close } = await openSnapshot(config, schema);
  try {
    const [head] = await reader.query<{ origin: string; at: string }>('SELECT origin, at FROM ledger_head');
    if (!head) throw new Error('数据库中还没有账本 / there is no log in this database yet');
    return { ...head, keys: await readLogKeys(reader, head.origin) };
  } finally {
    await close();
  }
}

function signsNow(until: string | undefined): string {
  return until === undefined ? '签名中 signs' : `签名至 signs until ${until}`;
}

function hereOrNot(isHere: boolean): string {
  return isHere ? '私钥在此 private key is here' : '私钥不在此 private key is not here';
}
