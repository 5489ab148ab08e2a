import * as fc from 'fast-check';
import {
  decodeBundle,
  encodeBundle,
  formatEntriesPath,
  formatTilePath,
  parseEntriesPath,
  parseTilePath,
  partialTiles,
  tilesForSize,
  tileWidth,
} from './tiles.js';

const index = fc.oneof(fc.nat(2000), fc.maxSafeNat());
const width = fc.integer({ min: 1, max: 256 });

describe('tile paths', () => {
  it('spell index 1234067 as the C2SP text does', () => {
    expect(formatTilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(formatEntriesPath({ index: 1_234_067, width: 12 })).toBe('tile/entries/x001/x234/067.p/12');
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.nat(63), index, width, (level, at, wide) => {
        const tile = { level, index: at, width: wide };
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
        const bundle = { index: at, width: wide };
        expect(parseEntriesPath(formatEntriesPath(bundle))).toEqual(bundle);
      }),
    );
  });

  it.each([
    '',
    'tile/0',
    'tile/0/',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/x1/002',
    'tile/00/001',
    'tile/64/001',
    'tile/-1/001',
    'tile/+1/001',
    'tile/entries/001',
    'tile/8/0/001',
    '/tile/0/001',
    'tile/0/001/',
    'tile/0/001.p',
    'tile/0/001.p/',
    'tile/0/001.p/0',
    'tile/0/001.p/01',
    'tile/0/001.p/256',
    'tile/0/001.p/257',
    'tile/0/001.p/1000',
    'tile/0/001.p/1/2',
    'tile/0/001\n',
    'tile/0/٠٠١',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/0/x001/x009/x007/x199/x254/x740/991',
    'tile/0/../001',
    'tile/0/%30%30%31',
  ])('refuse %j', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: 'path' }));
  });

  it.each(['tile/entries/', 'tile/entries/1', 'tile/0/001', 'tile/entries/001.p/256', 'tile/entries/x000/001'])(
    'refuse %j for entries',
    (path) => {
      expect(() => parseEntriesPath(path)).toThrow(expect.objectContaining({ code: 'path' }));
    },
  );

  it('never read a path that they would not write, however one was changed', () => {
    const place = fc.record({ level: fc.nat(63), index, width });
    const change = fc.constantFrom('0', '1', 'x', '/', '.p/', '-', '');
    fc.assert(
      fc.property(place, fc.nat(40), fc.nat(3), change, (tile, at, cut, put) => {
        const path = formatTilePath(tile);
        const changed = path.slice(0, at) + put + path.slice(at + cut);
        try {
          return formatTilePath(parseTilePath(changed)) === changed;
        } catch {
          return changed !== path;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    { level: 64, index: 0, width: 1 },
    { level: 0.5, index: 0, width: 1 },
    { level: 0, index: -1, width: 1 },
    { level: 0, index: 2 ** 53, width: 1 },
    { level: 0, index: 0, width: 0 },
    { level: 0, index: 0, width: 257 },
  ])('are not made for %j', (tile) => {
    expect(() => formatTilePath(tile)).toThrow(expect.objectContaining({ code: 'path' }));
  });
});

describe('the tiles of a tree', () => {
  it('of 70,000 leaves are those of the C2SP text', () => {
    const tiles = [...tilesForSize(70_000)];
    expect(tiles.filter(({ level, width: wide }) => level === 0 && wide === 256)).toHaveLength(273);
    expect(tiles.filter(({ level, width: wide }) => level > 0 || wide < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
  });

  it('of 256 leaves are a full one and a partial one above it, as the C2SP text says', () => {
    expect([...tilesForSize(256)]).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(partialTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }]);
  });

  it('of no leaves are none', () => {
    expect([...tilesForSize(0)]).toEqual([]);
    expect(partialTiles(0)).toEqual([]);
  });

  it('have partial ones of floor(s / 256^l) mod 256 hashes at any size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        const expected = Array.from({ length: 7 }, (_, level) => {
          const hashes = BigInt(size) / 256n ** BigInt(level);
          return { level, index: Number(hashes / 256n), width: Number(hashes % 256n) };
        }).filter((tile) => tile.width > 0);
        expect(partialTiles(size)).toEqual(expected);
      }),
    );
  });

  it('have width 0 beyond the edge', () => {
    expect([0, 1, 2].map((at) => tileWidth(300, 0, at))).toEqual([256, 44, 0]);
    expect(tileWidth(300, 1, 0)).toBe(1);
    expect(tileWidth(300, 2, 0)).toBe(0);
    expect(tileWidth(Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER)).toBe(0);
  });
});

describe('entry bundles', () => {
  it('precede each entry by its length in two bytes, the high one first', () => {
    expect([...encodeBundle([Uint8Array.of(7), new Uint8Array(0)])]).toEqual([0, 1, 7, 0, 0]);
    expect([...encodeBundle([new Uint8Array(258)]).subarray(0, 2)]).toEqual([1, 2]);
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 256 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('take an entry of 65,535 bytes and none longer', () => {
    expect(decodeBundle(encodeBundle([new Uint8Array(65_535)]))[0]).toHaveLength(65_535);
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(expect.objectContaining({ code: 'bundle' }));
  });

  it('take 256 entries and no more', () => {
    const entries = Array.from({ length: 256 }, () => new Uint8Array(0));
    expect(decodeBundle(encodeBundle(entries))).toHaveLength(256);
    expect(() => encodeBundle([...entries, new Uint8Array(0)])).toThrow(expect.objectContaining({ code: 'bundle' }));
    expect(() => decodeBundle(new Uint8Array(2 * 257))).toThrow(expect.objectContaining({ code: 'bundle' }));
  });

  it.each([[[0]], [[0, 1]], [[0, 2, 1]], [[0, 0, 0]], [[0, 1, 7, 255]]])('refuse the bytes %j', (bytes) => {
    expect(() => decodeBundle(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'bundle' }));
  });
});
