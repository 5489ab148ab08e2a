import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '../../src/app/schema.js';
import { UuidV7Ids } from '../../src/kernel/ids.js';
import { instantFromMillis } from '../../src/kernel/instant.js';
import { commitmentOf, disclose } from '../../src/ledger/commitment.js';
import { encodeEntry, type Entry } from '../../src/ledger/entry.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { Tx } from '../../src/platform/database/sql.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import {
  formatCheckpoint,
  formatVkey,
  type Hash,
  keyId,
  KeyType,
  leafHash,
  signNote,
  toHex,
  TreeEdge,
} from '../../src/tlog/index.js';

const ORIGIN = 'bench.example/log/bench00001';
const START = Date.UTC(2026, 10, 22, 1);
const WAREHOUSE = '00000000-0000-7000-8000-000000000001';
const MERCHANT = '00000000-0000-7000-8000-000000000002';

export interface LogWish {
  readonly folder: string;
  readonly entries: number;
  /** How many entries share a commit, and so a checkpoint. */
  readonly perCommit: number;
  /** Writes the rows of the units too, so that a replay finds what the log says. */
  readonly isWithTables: boolean;
}

/**
 * A log of many small entries in a new SQLite file, `data/yanzhen.db` in the folder, with key and guard in `keys`: the
 * rows that the server would write, by the real encoders, but in large transactions. A server can go on with it.
 */
export async function writeLog({ folder, entries, perCommit, isWithTables }: LogWish): Promise<string> {
  const config = readConfig({ DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys') });
  const { database, close } = await openDatabase(config, schema);
  const { session } = database;
  const log = new BenchLog(isWithTables);
  while (log.size < entries) {
    await session.begin();
    // Larger transactions than commits: the disk is not what is measured.
    const end = Math.min(entries, log.size + 20 * perCommit);
    while (log.size < end) await log.commit(session.tx, Math.min(perCommit, end - log.size));
    await session.commit();
  }
  await session.begin();
  const head = { root: toHex(log.edge.root()), at: log.at };
  await session.tx.execute('INSERT INTO ledger_head (id, origin, size, root, at, turn) VALUES (1, ?, ?, ?, ?, ?)', [
    ORIGIN,
    log.size,
    head.root,
    head.at,
    log.commits,
  ]);
  await session.commit();
  await close();
  mkdirSync(join(folder, 'keys'), { recursive: true });
  const id = ORIGIN.slice(ORIGIN.lastIndexOf('/') + 1);
  const pem = log.privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, 'keys', `${id}.key.pem`), pem, { mode: 0o600 });
  writeFileSync(join(folder, 'keys', `${id}.guard`), `${log.size} ${head.root}\n`, { mode: 0o600 });
  return join(folder, 'data/yanzhen.db');
}

class BenchLog {
  readonly edge = new TreeEdge(sha256);
  readonly privateKey: KeyObject;
  readonly vkey: string;
  commits = 0;
  private readonly publicKey: Uint8Array;
  private readonly ids = new UuidV7Ids({ now: () => this.at }, { bytes: randomBytes });
  private unitId = '';
  private consignmentId = '';
  private readonly last = new Map<string, number>();

  constructor(private readonly isWithTables: boolean) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.privateKey = privateKey;
    this.publicKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    this.vkey = formatVkey(sha256, { name: ORIGIN, type: KeyType.ed25519, key: this.publicKey });
  }

  get size(): number {
    return this.edge.size;
  }

  /** One commit a millisecond. */
  get at() {
    return instantFromMillis(START + this.commits);
  }

  async commit(tx: Tx, count: number): Promise<void> {
    this.commits++;
    const leaves: Hash[] = [];
    for (let i = 0; i < count; i++) leaves.push(leafHash(sha256, await this.append(tx, this.edge.size + i)));
    for (const { level, index, data } of this.edge.append(leaves)) {
      await tx.execute(
        'INSERT INTO ledger_tile (level, idx, hashes) VALUES (?, ?, ?) ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes',
        [level, index, data],
      );
    }
    await tx.execute('INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)', [this.size, this.note()]);
  }

  /** In turns: a unit is registered, begun, waits for review, and has passed. */
  private async append(tx: Tx, index: number): Promise<Uint8Array> {
    if (index === 0) return this.found(tx);
    const step = (index - 1) % STAGES.length;
    if (step === 0) this.unitId = this.ids.next();
    if ((index - 1) % 200 === 0) this.consignmentId = this.ids.next();
    const stage = STAGES[step];
    const groups = stage ? { public: { stage } } : registered(this.consignmentId);
    const subjects = [
      { type: 'unit', id: this.unitId },
      ...(stage ? [] : [{ type: 'consignment', id: this.consignmentId }]),
    ];
    const kind = stage ? 'units.stage-reached' : 'units.unit-registered';
    if (this.isWithTables) await this.project(tx, stage);
    return this.store(tx, index, { kind, groups, subjects });
  }

  private found(tx: Tx): Promise<Uint8Array> {
    const clear = { origin: ORIGIN, vkey: this.vkey, contact: 'bench', format: 'yanzhen-entry/1', retentionYears: 3 };
    const subjects = [{ type: 'log', id: 'bench00001' }];
    return this.store(tx, 0, { kind: 'ledger.log-founded', groups: {}, subjects, clear });
  }

  private async store(tx: Tx, index: number, { kind, groups, subjects, clear }: Content): Promise<Uint8Array> {
    const disclosures = (['public', 'party'] as const).flatMap((group) => {
      const content = groups[group];
      return content ? [disclose(group, content, randomBytes(32))] : [];
    });
    const entry: Entry = {
      v: 1,
      kind,
      at: this.at,
      actor: '5f0c2f9a7d3e4b1c8a6d',
      subjects: subjects.map(({ type, id }) => ({ type, id, prev: this.last.get(id) ?? null })),
      commitments: Object.fromEntries(disclosures.map((disclosure) => [disclosure.group, commitmentOf(disclosure)])),
      ...(clear ? { clear } : {}),
    };
    const bytes = encodeEntry(entry);
    await tx.execute('INSERT INTO ledger_entry (idx, bytes) VALUES (?, ?)', [index, bytes]);
    for (const { group, salt, content } of disclosures) {
      await tx.execute('INSERT INTO ledger_disclosure (idx, grp, salt, content) VALUES (?, ?, ?, ?)', [
        index,
        group,
        salt,
        content,
      ]);
    }
    for (const { type, id } of subjects) {
      this.last.set(id, index);
      await tx.execute('INSERT INTO ledger_subject (type, id, idx) VALUES (?, ?, ?)', [type, id, index]);
    }
    return bytes;
  }

  private async project(tx: Tx, stage: string | undefined): Promise<void> {
    if (stage) {
      await tx.execute('UPDATE unit SET stage = ?, changed_at = ? WHERE id = ?', [stage, this.at, this.unitId]);
      return;
    }
    await tx.execute(
      `INSERT INTO unit (id, kind, name, category_id, warehouse_id, merchant_id, consignment_id, quantity_value,
         quantity_unit, attributes, declared, is_sample, stage, open_holds, received_at, clock_from, changed_at)
       VALUES (?, 'piece', '紫晶手串', 'crystal-jewelry', ?, ?, ?, '1', 'H87', '{}', '{}', 1, 'received', 0, ?, ?, ?)`,
      [this.unitId, WAREHOUSE, MERCHANT, this.consignmentId, this.at, this.at, this.at],
    );
  }

  private note(): string {
    const text = formatCheckpoint({ origin: ORIGIN, size: this.size, root: this.edge.root() });
    const id = keyId(sha256, ORIGIN, KeyType.ed25519, this.publicKey);
    return signNote(text, { name: ORIGIN, keyId: id, sign: (message) => sign(null, message, this.privateKey) });
  }
}

interface Content {
  readonly kind: string;
  readonly groups: { readonly public?: Facts; readonly party?: Facts };
  readonly subjects: readonly { readonly type: string; readonly id: string }[];
  readonly clear?: Facts;
}

type Facts = Exclude<Entry['clear'], undefined | string | number | boolean | null | readonly unknown[]>;

const STAGES = [undefined, 'inspecting', 'awaiting-review', 'passed'];

function registered(consignmentId: string): Content['groups'] {
  return {
    public: {
      kind: 'piece',
      name: '紫晶手串',
      categoryId: 'crystal-jewelry',
      quantity: { value: '1', unit: 'H87' },
      attributes: {},
      isSample: true,
    },
    party: { warehouseId: WAREHOUSE, merchantId: MERCHANT, consignmentId, declared: {} },
  };
}
