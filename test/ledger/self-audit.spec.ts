import { SelfAudit } from '../../src/ledger/index.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { leafHash } from '../../src/tlog/index.js';
import type { SqlValue } from '../../src/platform/database/sql.js';
import { registerUnits, WAREHOUSE } from '../support/commands.js';
import { DATABASES } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { secondApp } from '../support/second-app.js';
import { HOST, World } from '../support/world.js';

// What it finds is logged as an error, here on purpose.
const QUIET = { LOG_LEVEL: 'silent' };

describe.each(DATABASES)('the self-audit (%s)', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind, QUIET);
    for (let i = 0; i < 6; i++) await registerUnits(world, 100);
  });
  afterEach(() => world.close());

  const change = (sql: string, params: readonly SqlValue[] = []): Promise<number> =>
    world.ledger.run((tx) => tx.execute(sql, params));

  async function metric(name: string): Promise<string | undefined> {
    const admin = await world.account(WAREHOUSE, 'warehouse', 'admin');
    const { text } = await world.get('/metrics', { as: admin });
    return new RegExp(`^yanzhen_self_audit_${name} (\\S+)$`, 'm').exec(text)?.[1];
  }

  it('reads the whole log and finds it as it was signed', async () => {
    await world.app.get(SelfAudit).wholeLog();
    expect((await world.get('/readyz')).status).toBe(200);
    expect(await metric('ok')).toBe('1');
    expect(Number(await metric('passes_total'))).toBeGreaterThan(0);
    expect(Number(await metric('entries_total'))).toBeGreaterThan(600);
  });

  it.each([
    [
      'a byte of an entry',
      `UPDATE ledger_entry SET bytes = (SELECT bytes FROM ledger_entry WHERE idx = 3) WHERE idx = 301`,
      'entry 301',
    ],
    ['an entry that is gone', 'DELETE FROM ledger_entry WHERE idx = 257', 'entry 257'],
    [
      'a tile',
      'UPDATE ledger_tile SET hashes = (SELECT hashes FROM ledger_tile WHERE level = 0 AND idx = 0) WHERE level = 0 AND idx = 1',
      'tile/0/001',
    ],
    ['a tile that is gone', 'DELETE FROM ledger_tile WHERE level = 0 AND idx = 0', 'tile/0/000'],
  ])('names %s, and the server is not ready any more', async (_, sql, where) => {
    await change(sql);
    await world.app.get(SelfAudit).wholeLog();
    const answer = await world.get('/readyz');
    expect(answer.body).toMatchObject({ status: 503, code: 'ledger.audit-failed' });
    expect(answer.body.detail).toContain(where);
    expect(await metric('ok')).toBe('0');
  });

  it('names an entry that was changed together with its tile', async () => {
    const rows = await world.database.reader.query<{ bytes: Uint8Array; hashes: Uint8Array }>(
      'SELECT e.bytes AS "bytes", t.hashes AS "hashes" FROM ledger_entry e, ledger_tile t WHERE e.idx = 300 AND t.level = 0 AND t.idx = 1',
    );
    const bytes = Buffer.from(
      Buffer.from(rows[0]?.bytes ?? [])
        .toString()
        .replace('units', 'onits'),
    );
    const hashes = Uint8Array.from(rows[0]?.hashes ?? []);
    hashes.set(leafHash(sha256, bytes), 44 * 32);
    await change('UPDATE ledger_entry SET bytes = ? WHERE idx = 300', [bytes]);
    await change('UPDATE ledger_tile SET hashes = ? WHERE level = 0 AND idx = 1', [hashes]);
    await world.app.get(SelfAudit).wholeLog();
    expect((await world.get('/readyz')).body.detail).toContain('tile/0/001');
  });

  it('begins by itself after a start', async () => {
    await change('DELETE FROM ledger_entry WHERE idx = 5');
    const restarted = await secondApp(world, { config: { logLevel: 'silent' } });
    const look = async (): Promise<{ code?: string; detail?: string }> =>
      (await restarted.inject({ url: '/readyz', headers: { host: HOST } })).json();
    const seen = await eventually(look, ({ code }) => code === 'ledger.audit-failed');
    expect(seen.detail).toContain('entry 5');
    await restarted.close();
  });
});
