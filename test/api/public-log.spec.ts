import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogQueries } from '../../src/ledger/index.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import {
  checkConsistency,
  checkInclusion,
  decodeBase64,
  encodeBase64,
  emptyRoot,
  leafHash,
  toHex,
} from '../../src/tlog/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { registerUnit } from '../support/commands.js';
import { DATABASES, emptyDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { shippedBracelet, type ShippedUnit } from '../support/shipped.js';
import { faultsOfAnswer } from '../support/stranger.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { type Answer, describeOnBoth, World } from '../support/world.js';

const API = '/api/v1/log';
const ZEROS = '0'.repeat(26);

function codeOf(answer: Answer): [status: number, code: string, type: unknown] {
  return [answer.status, answer.body?.code, String(answer.headers['content-type']).split(';')[0]];
}

describeOnBoth('the public log as JSON', (world) => {
  let people: DemoWarehouse;
  let bracelet: ShippedUnit;
  let other: ShippedUnit;
  let size: number;
  let vkey: string;

  beforeAll(async () => {
    people = await demoWarehouse(world());
    bracelet = await shippedBracelet(world(), people);
    other = await shippedBracelet(world(), people, 1);
    ({ size } = (await get('/checkpoint')).body);
    vkey = (await world().get('/log/key')).text.trim();
  });

  const get = (path: string): Promise<Answer> => world().get(`${API}${path}`);

  it('reads the entries of a unit together', async () => {
    const { reader } = world().database;
    const { find, query } = reader;
    let reads = 0;
    Object.assign(reader, {
      find: (...args: Parameters<typeof find>) => (reads++, find.apply(reader, args)),
      query: (...args: Parameters<typeof query>) => (reads++, query.apply(reader, args)),
    });
    const log = world().app.get(LogQueries);
    const indexes = await log.historyOf('unit', bracelet.unitId);
    const proven = await log.prove(indexes, size, ['public']);
    Object.assign(reader, { find, query });
    expect(proven.map(({ index }) => index)).toEqual(indexes);
    expect(indexes.length).toBeGreaterThan(20);
    expect(reads).toBeLessThan(indexes.length);
  });

  it('gives the published checkpoint, taken apart', async () => {
    const { body, headers } = await get('/checkpoint');
    const note: string = body.note;
    expect(note).toBe((await world().get('/log/checkpoint')).text);
    expect(note.startsWith(`${body.origin}\n${body.size}\n${body.root}\n\n— `)).toBe(true);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-cache' });
  });

  it('gives the exact bytes of an entry, what they spell and their leaf hash', async () => {
    for (const index of [0, 1, size - 1]) {
      const { status, body } = await get(`/entries/${index}`);
      const bytes = Buffer.from(body.entry, 'base64');
      expect([status, body.index, body.disclosures]).toEqual([200, index, []]);
      expect(body.parsed).toEqual(JSON.parse(bytes.toString('utf8')));
      expect(body.leafHash).toBe(encodeBase64(leafHash(sha256, bytes)));
    }
  });

  it('proves every entry in the published tree and in the trees before it', async () => {
    for (let index = 0; index < size; index += 7) {
      for (const wanted of [undefined, index + 1, Math.floor((index + 1 + size) / 2)]) {
        const { body } = await get(`/proofs/inclusion?index=${index}${wanted === undefined ? '' : `&size=${wanted}`}`);
        expect([body.index, body.size]).toEqual([index, wanted ?? size]);
        const [proof, root] = [body.proof.map(decodeBase64), decodeBase64(body.root)];
        const claim = { leafHash: decodeBase64(body.leafHash), index, size: body.size, proof, root };
        expect(checkInclusion(sha256, claim)).toBe(true);
      }
    }
  });

  it('proves that every published tree is the beginning of the next', async () => {
    for (let from = 0; from <= size; from += 5) {
      const { body } = await get(`/proofs/consistency?from=${from}`);
      const roots = { firstRoot: decodeBase64(body.fromRoot), secondRoot: decodeBase64(body.toRoot) };
      const claim = { first: from, second: size, ...roots, proof: body.proof.map(decodeBase64) };
      expect([body.from, body.to, checkConsistency(sha256, claim)]).toEqual([from, size, true]);
    }
    const { body } = await get('/proofs/consistency?from=0&to=0');
    expect([body.proof, body.fromRoot]).toEqual([[], encodeBase64(emptyRoot(sha256))]);
    expect((await get('/checkpoint')).body.root).toBe((await get(`/proofs/consistency?from=${size}`)).body.toRoot);
  });

  describe('the history of a unit', () => {
    it('convinces a stranger, by show code and by item code', async () => {
      for (const code of [bracelet.code, bracelet.labels[0]?.code, bracelet.code.toLowerCase()]) {
        const { status, body } = await get(`/units/${code}`);
        expect([status, body.unitId, body.size, body.pending]).toEqual([200, bracelet.unitId, size, 0]);
        const proofs = { checkpoint: body.checkpoint, size: body.size, entries: body.entries, facts: [] };
        expect(faultsOfAnswer({ proofs }, vkey, bracelet.unitId)).toEqual([]);
      }
    });

    it('is complete: each entry names the one before it, the first none', async () => {
      const { entries } = (await get(`/units/${bracelet.code}`)).body;
      const indexes = entries.map(({ index }: { index: number }) => index);
      expect(entries.map(({ prev }: { prev: number | null }) => prev)).toEqual([null, ...indexes.slice(0, -1)]);
      const log = world().app.get(LogQueries);
      expect(indexes).toEqual(await log.historyOf('unit', bracelet.unitId));
    });

    it('is the same by the id of the unit, but for what only holders of a code may see', async () => {
      const byCode = (await get(`/units/${bracelet.code}`)).body;
      const byId = (await get(`/units/${bracelet.unitId}`)).body;
      const undisclosed = byCode.entries.map((entry: object) => ({ ...entry, disclosures: [] }));
      expect(byId.entries).toEqual(undisclosed);
      const groups: string[] = byCode.entries.flatMap((entry: { disclosures: { group: string }[] }) =>
        entry.disclosures.map(({ group }) => group),
      );
      expect(new Set(groups)).toEqual(new Set(['public']));
      expect(groups.length).toBeGreaterThan(10);
    });
  });

  it('discloses an entry only to who holds a code of a unit that it is about', async () => {
    const { entries } = (await get(`/units/${bracelet.code}`)).body;
    const { index, disclosures } = entries.find((entry: { disclosures: [] }) => entry.disclosures.length > 0);
    const disclosed = async (query: string) => (await get(`/entries/${index}${query}`)).body.disclosures;
    expect(await disclosed(`?code=${bracelet.code}`)).toEqual(disclosures);
    expect(await disclosed(`?code=${bracelet.labels[1]?.code}`)).toEqual(disclosures);
    expect(await disclosed(`?code=${other.code}`)).toEqual([]);
    expect(await disclosed('')).toEqual([]);
    expect(codeOf(await get(`/entries/${index}?code=${ZEROS}`)).slice(0, 2)).toEqual([
      404,
      'verification.code-unknown',
    ]);
    expect((await get(`/entries/${index}?code=${bracelet.number}`)).status).toBe(404);
  });

  const tooFar = (): string[] => [
    `/entries/${size}`,
    `/entries/${Number.MAX_SAFE_INTEGER}`,
    `/proofs/inclusion?index=${size}`,
    `/proofs/inclusion?index=0&size=${size + 1}`,
    `/proofs/consistency?from=0&to=${size + 1}`,
    `/proofs/consistency?from=${size + 1}`,
  ];

  it('says that there is no such entry, for any site to read', async () => {
    for (const path of tooFar()) {
      const answer = await get(path);
      expect(codeOf(answer)).toEqual([404, 'ledger.entry-unknown', 'application/problem+json']);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    }
  });

  it.each([
    ['/proofs/inclusion?index=7&size=7', 'ledger.entry-outside-tree'],
    ['/proofs/inclusion?index=0&size=0', 'ledger.entry-outside-tree'],
    ['/proofs/consistency?from=8&to=7', 'ledger.sizes-reversed'],
  ])('refuses what is no proof: %s', async (path, code) => {
    expect(codeOf(await get(path))).toEqual([422, code, 'application/problem+json']);
  });

  it.each(['007', '-1', '+1', '1.0', '1e1', '0x1', ' 1', '9007199254740992', '99999999999999999999', '%EF%BC%91', 'x'])(
    'takes numbers in one spelling only, not "%s"',
    async (number) => {
      const paths = [
        `/entries/${number}`,
        `/proofs/inclusion?index=${number}`,
        `/proofs/inclusion?index=0&size=${number}`,
        `/proofs/consistency?from=${number}`,
        `/proofs/consistency?from=0&to=${number}`,
      ];
      for (const path of paths)
        expect(codeOf(await get(path))).toEqual([422, 'http.invalid-body', 'application/problem+json']);
    },
  );

  it.each(['/proofs/inclusion', '/proofs/consistency', '/proofs/inclusion?index=1&index=2', '/entries/0?x=1'])(
    'asks for what is missing and takes nothing else: %s',
    async (path) => {
      expect(codeOf(await get(path)).slice(0, 2)).toEqual([422, 'http.invalid-body']);
    },
  );

  it.each([
    ['00000000-0000-7000-8000-00000000dead', 'verification.unit-unknown'],
    [ZEROS, 'verification.code-unknown'],
    ['YZ', 'verification.code-unknown'],
  ])('knows no unit %s', async (unit, code) => {
    expect(codeOf(await get(`/units/${unit}`)).slice(0, 2)).toEqual([404, code]);
  });
});

describe.each(DATABASES)('the public log as JSON, where the log is witnessed (%s)', (kind) => {
  let folder: string;
  let witness: WitnessProcess;
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-json-'));
    const plain = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'keys') };
    const first = await World.open(kind, plain);
    const logs = [(await first.get('/log/key')).text.trim()];
    await first.close();
    witness = await WitnessProcess.start({ folder, name: 'w1', logs });
    const LOG_POLICY = join(folder, 'policy');
    await writePolicy(LOG_POLICY, [witness], 1);
    world = await World.open(kind, { ...plain, LOG_POLICY, LOG_PUBLISH_MILLIS: '25', LOG_LEVEL: 'error' });
  });

  afterAll(async () => {
    await world.close();
    await witness.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string): Promise<Answer> => world.get(`${API}${path}`);

  it('is never ahead of the witnesses', async () => {
    const before = await eventually(
      async () => (await get('/checkpoint')).body,
      ({ note }) => note.includes('— w1 '),
    );
    await witness.stop();
    const unitId = await registerUnit(world);
    const { size } = await world.app.get(LogQueries).head();
    expect(size).toBeGreaterThan(before.size);
    expect((await get('/checkpoint')).body).toEqual(before);
    for (const path of [
      `/entries/${size - 1}`,
      `/proofs/inclusion?index=${size - 1}`,
      `/proofs/consistency?from=${size}`,
    ])
      expect(codeOf(await get(path)).slice(0, 2)).toEqual([404, 'ledger.not-published']);
    expect(codeOf(await get(`/entries/${size}`)).slice(0, 2)).toEqual([404, 'ledger.entry-unknown']);
    const { body } = await get(`/units/${unitId}`);
    expect([body.size, body.entries, body.pending > 0]).toEqual([before.size, [], true]);
    witness = await witness.again();
    const after = await eventually(
      async () => (await get(`/units/${unitId}`)).body,
      ({ pending }) => pending === 0,
    );
    expect(after.entries.length).toBeGreaterThan(0);
    expect(toHex(decodeBase64((await get('/checkpoint')).body.root))).toHaveLength(64);
  });
});
