import { gunzipSync } from 'node:zlib';
import { registerUnits } from '../support/commands.js';
import { World } from '../support/world.js';

/** Beginnings of zlib and gzip streams, which the hashes of a tile may have by chance. */
const BEGINNINGS = ['7801', '789c', '78da', '1f8b08'];
const ENCODINGS = ['gzip', 'br, gzip', 'deflate', 'zstd', 'identity'];

describe('tiles over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite', { LOG_LEVEL: 'silent' });
    await registerUnits(world, 90);
  });
  afterAll(() => world.close());

  it('are sent as they are, also when they look like something compressed', async () => {
    for (const beginning of BEGINNINGS) {
      const hashes = Buffer.alloc(64 * 32, 7);
      hashes.set(Buffer.from(beginning, 'hex'));
      await world.ledger.run((tx) => tx.execute('UPDATE ledger_tile SET hashes = ? WHERE level = 0', [hashes]));
      for (const encoding of ENCODINGS) {
        const answer = await world.get('/log/tile/0/000.p/64', { headers: { 'accept-encoding': encoding } });
        expect(answer.headers['content-encoding']).toBeUndefined();
        expect(hashes.equals(answer.bytes)).toBe(true);
      }
    }
  });

  it('have bundles beside them that are compressed by gzip alone, where that is accepted', async () => {
    const path = '/log/tile/entries/000.p/64';
    const plain = await world.get(path);
    for (const encoding of ENCODINGS) {
      const answer = await world.get(path, { headers: { 'accept-encoding': encoding } });
      const isGzip = encoding.includes('gzip');
      expect(answer.headers['content-encoding']).toBe(isGzip ? 'gzip' : undefined);
      expect(Buffer.from(plain.bytes).equals(isGzip ? gunzipSync(answer.bytes) : answer.bytes)).toBe(true);
    }
  });
});
