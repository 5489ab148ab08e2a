import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDatabase } from '../../src/app/verify-database.js';
import { exportLog } from '../../src/ledger/export/export-log.js';
import { LogFolder } from '../../src/ledger/export/log-folder.js';
import { Signer } from '../../src/ledger/index.js';
import { DatabaseSource } from '../../src/ledger/verify/database-source.js';
import { folderSource } from '../../src/ledger/verify/folder-source.js';
import { type VerifiedLog, verifyLog } from '../../src/ledger/verify/verify-log.js';
import { webSource } from '../../src/ledger/verify/web-source.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { encodeBundle, decodeBundle, leafHash, toHex } from '../../src/tlog/index.js';
import { registerUnit, registerUnits } from '../support/commands.js';
import { SmallLog } from '../support/small-log.js';
import { describeOnBoth, type World } from '../support/world.js';

const places = ({ findings }: VerifiedLog): string[] => findings.map(({ where }) => where);

describeOnBoth('a log outside its database', (world) => {
  let home: string;
  let folder: string;
  let vkey: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'yanzhen-export-'));
    folder = join(home, 'log');
    vkey = world().app.get(Signer).vkey;
    for (let i = 0; i < 3; i++) await registerUnits(world(), 100);
    await exported(world(), folder);
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const exported = (from: World, to: string): ReturnType<typeof exportLog> =>
    exportLog(new DatabaseSource(from.database.reader), new LogFolder(to), { vkey });

  /** A copy of the exported log, to be spoilt. */
  async function copied(): Promise<string> {
    const copy = await mkdtemp(join(home, 'copy-'));
    await cp(folder, copy, { recursive: true });
    return copy;
  }

  it('is the same in the database, in a folder and on the web', async () => {
    const { port } = (await world().app.listen(0, '127.0.0.1')).address() as AddressInfo;
    const files = await serving(folder);
    const sources = [
      new DatabaseSource(world().database.reader),
      folderSource(folder),
      await webSource(`http://127.0.0.1:${port}`),
      await webSource(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`),
    ];
    const verified: VerifiedLog[] = [];
    for (const source of sources) verified.push(await verifyLog(source, { vkeys: [vkey] }));
    files.close();
    expect(verified.map(places)).toEqual([[], [], [], []]);
    expect(new Set(verified.map(({ checkpoint }) => checkpoint && toHex(checkpoint.root))).size).toBe(1);
    expect(verified[0]?.entries).toBeGreaterThan(300);
  });

  it('grows in its folder, where nothing that was full is written again', async () => {
    const copy = await copied();
    const before = await timesOf(copy);
    await registerUnits(world(), 300);
    const { from, checkpoint } = await exported(world(), copy);
    const after = await timesOf(copy);
    expect(checkpoint.size - from).toBe(300);
    const rewritten = [...before].filter(([file, time]) => after.get(file) !== time).map(([file]) => file);
    // What was partial is full now, under another name.
    expect(rewritten.toSorted()).toEqual([
      'checkpoint',
      'key',
      expect.stringMatching(/^tile\/0\/001\.p\//),
      expect.stringMatching(/^tile\/entries\/001\.p\//),
    ]);
    expect(places(await verifyLog(folderSource(copy), { vkeys: [vkey] }))).toEqual([]);
    const again = await exported(world(), copy);
    expect(again).toMatchObject({ filesWritten: 0, from: checkpoint.size });
  });

  it('goes on where an export was interrupted', async () => {
    const copy = await copied();
    const whole = await mkdtemp(join(home, 'whole-'));
    await exported(world(), whole);
    for (const path of ['tile/0/001', 'tile/entries/001']) await cp(join(whole, path), join(copy, path));
    await exported(world(), copy);
    expect(places(await verifyLog(folderSource(copy)))).toEqual([]);
  });

  it('is not exported over another log, nor from one that was changed', async () => {
    const copy = await copied();
    const checkpoint = await readFile(join(copy, 'checkpoint'), 'utf8');
    await writeFile(join(copy, 'checkpoint'), checkpoint.replace('v.example.cn', 'w.example.cn'));
    await expect(exported(world(), copy)).rejects.toThrow('another log');
    const source = new DatabaseSource(world().database.reader);
    const entries: DatabaseSource['entries'] = async (id) => {
      const stored = await source.entries(id);
      return stored.map((bytes, place) => (place === 7 && bytes ? Buffer.concat([bytes, bytes]) : bytes));
    };
    const forged = Object.assign(Object.create(source) as DatabaseSource, { entries });
    const fresh = await mkdtemp(join(home, 'fresh-'));
    await expect(exportLog(forged, new LogFolder(fresh), { vkey })).rejects.toThrow('do not give the root');
    await expect(exportLog(forged, new LogFolder(await copied()), { vkey })).rejects.toThrow('entry 263');
    expect(await readdir(fresh)).not.toContain('checkpoint');
  });

  it('is named by entry or tile for one flipped bit in any of its files', async () => {
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.startsWith('tile/'));
    const wrong: string[] = [];
    for (const file of files) {
      if ((await stat(join(folder, file))).isDirectory()) continue;
      const bytes = await readFile(join(folder, file));
      for (const at of [3, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const copy = await copied();
        await writeFile(join(copy, file), flipped(bytes, at));
        const [first] = places(await verifyLog(folderSource(copy), { vkeys: [vkey] }));
        const isEntry = file.startsWith('tile/entries/');
        const isNamed = isEntry ? /^(entry \d+|tile\/entries\/)/.test(first ?? '') : first === file;
        if (!isNamed) wrong.push(`${file} at ${at}: ${first}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is named for a file that is gone or cut short', async () => {
    for (const file of ['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']) {
      for (const spoil of [rm, (path: string) => writeFile(path, Buffer.alloc(31))]) {
        const copy = await copied();
        await spoil(join(copy, file));
        const [first] = places(await verifyLog(folderSource(copy)));
        expect(first).toBe(file.startsWith('tile/entries') && spoil === rm ? 'entry 0' : file);
      }
    }
  });

  it('is named where an entry was changed together with its tile', async () => {
    const copy = await copied();
    const bundle = join(copy, 'tile/entries/000');
    const entries = decodeBundle(await readFile(bundle));
    const forged = Buffer.from(
      Buffer.from(entries[40] ?? [])
        .toString('utf8')
        .replace('units', 'onits'),
    );
    entries[40] = forged;
    await writeFile(bundle, encodeBundle(entries));
    const tile = await readFile(join(copy, 'tile/0/000'));
    tile.set(leafHash(sha256, forged), 40 * 32);
    await writeFile(join(copy, 'tile/0/000'), tile);
    expect(places(await verifyLog(folderSource(copy)))).toContain('tile/0/000');
  });

  it('is not believed under another key, nor when its checkpoint is not signed', async () => {
    const { origin } = world().app.get(Signer);
    const stranger = new SmallLog(origin).vkey;
    expect(places(await verifyLog(folderSource(folder), { vkeys: [stranger] }))).toEqual(['checkpoint']);
    await expect(verifyLog(folderSource(folder), { vkeys: [`${vkey}A`] })).rejects.toThrow('base64');
    const copy = await copied();
    const note = await readFile(join(copy, 'checkpoint'), 'utf8');
    const forged = note.replace(/.(?=.{20}\n$)/, (character) => (character === 'A' ? 'B' : 'A'));
    await writeFile(join(copy, 'checkpoint'), forged);
    expect(places(await verifyLog(folderSource(copy), { vkeys: [vkey] }))).toEqual(['checkpoint']);
    await writeFile(join(copy, 'checkpoint'), 'nothing');
    expect(places(await verifyLog(folderSource(copy), { vkeys: [vkey] }))).toEqual(['checkpoint']);
  });

  it('has grown out of an earlier checkpoint, or is named', async () => {
    const { reader } = world().database;
    const earlier = await readFile(join(folder, 'checkpoint'), 'utf8');
    await registerUnit(world());
    expect(places(await verifyDatabase(reader, { vkeys: [vkey], since: earlier }))).toEqual([]);
    const later = (await new DatabaseSource(reader).checkpoint()).note;
    expect(places(await verifyLog(folderSource(folder), { vkeys: [vkey], since: later }))).toEqual([
      'checkpoint since',
    ]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

async function timesOf(folder: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const file of await readdir(folder, { recursive: true })) {
    const facts = await stat(join(folder, file));
    if (facts.isFile()) times.set(file, facts.mtimeMs);
  }
  return times;
}

/** A plain file server, as any web server would serve the folder. */
async function serving(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    readFile(join(folder, request.url ?? '')).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
