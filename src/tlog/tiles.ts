import { TlogError } from './errors.js';
import { checkedInteger } from './integers.js';

/** A full tile holds this many hashes, a full bundle this many entries (C2SP tlog-tiles: height 8). */
export const TILE_WIDTH = 256;

/** An entry's length is a uint16 in a bundle, so entries are shorter than 64 KiB. */
export const MAX_ENTRY_LENGTH = 65_535;

/** A tile of hashes: its level (0 holds leaf hashes), its place in the level, and how many hashes it holds (1 to 256). */
export interface TileId {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** A bundle of entries: its place, and how many entries it holds (1 to 256). */
export interface EntriesId {
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]` (C2SP tlog-tiles); throws `path` outside levels 0–63, widths 1–256, indexes below 2^53. */
export function formatTilePath(tile: TileId): string {
  if (!Number.isInteger(tile.level) || tile.level < 0 || tile.level > 63) throw badPath('the level is not 0 to 63');
  return `tile/${tile.level}/${formatPlace(tile)}`;
}

/** The tile that a path names; throws `path` unless it is spelt exactly as `formatTilePath` spells it. */
export function parseTilePath(path: string): TileId {
  const match = /^tile\/(0|[1-9][0-9]?)\/(.+)$/.exec(path);
  if (!match) throw badPath('not tile/<level>/<index>');
  const [, level = '', place = ''] = match;
  const tile = { level: Number(level), ...parsePlace(place) };
  if (formatTilePath(tile) !== path) throw badPath('not the canonical spelling');
  return tile;
}

/** `tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles); throws `path` outside widths 1–256 and indexes below 2^53. */
export function formatEntriesPath(bundle: EntriesId): string {
  return `tile/entries/${formatPlace(bundle)}`;
}

/** The bundle that a path names; throws `path` unless it is spelt exactly as `formatEntriesPath` spells it. */
export function parseEntriesPath(path: string): EntriesId {
  if (!path.startsWith('tile/entries/')) throw badPath('not tile/entries/<index>');
  const bundle = parsePlace(path.slice('tile/entries/'.length));
  if (formatEntriesPath(bundle) !== path) throw badPath('not the canonical spelling');
  return bundle;
}

/** How many hashes the tile has in a tree of `size` leaves: 0 when it is not there, 256 when it is full. */
export function tileWidth(size: number, level: number, index: number): number {
  const before = checkedInteger(index, 'the tile index') * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashesAtLevel(size, level) - before));
}

/** Every tile of a tree of `size` leaves, partial ones too, level by level; lazily, since large trees have very many. */
export function* tilesForSize(size: number): Generator<TileId, void> {
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const hashes = hashesAtLevel(size, level);
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      yield { level, index, width: tileWidth(size, level, index) };
    }
  }
}

/** The partial tiles of a tree of `size` leaves, one at most per level: its right edge. */
export function partialTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const hashes = hashesAtLevel(size, level);
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return tiles;
}

/** Each entry as a big-endian uint16 length and its bytes; throws `bundle` on an entry of 64 KiB or more than 256 entries. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new TlogError('bundle', 'a bundle holds at most 256 entries');
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_LENGTH) throw new TlogError('bundle', 'an entry is longer than 65,535 bytes');
    bytes[at] = Math.floor(entry.length / 256);
    bytes[at + 1] = entry.length % 256;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle, as copies; throws `bundle` when it is cut short or holds more than 256. */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + 2;
    const end = start + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) throw new TlogError('bundle', 'the bundle is cut short');
    if (entries.length === TILE_WIDTH) throw new TlogError('bundle', 'a bundle holds at most 256 entries');
    entries.push(new Uint8Array(bytes.subarray(start, end)));
    at = end;
  }
  return entries;
}

/** floor(size / 256^level): the complete subtrees of that height. Division by a power of two is exact. */
function hashesAtLevel(size: number, level: number): number {
  return Math.floor(checkedInteger(size, 'the tree size') / TILE_WIDTH ** checkedInteger(level, 'the level'));
}

function formatPlace({ index, width }: EntriesId): string {
  if (!Number.isSafeInteger(index) || index < 0) throw badPath('the index is not an integer below 2^53');
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw badPath('the width is not 1 to 256');
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

function parsePlace(place: string): EntriesId {
  const match = /^((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(place);
  if (!match) throw badPath('not an index in groups of three digits');
  const [, groups = '', width] = match;
  const digits = groups.replace(/[x/]/g, '').replace(/^0+(?=[0-9])/, '');
  if (!Number.isSafeInteger(Number(digits))) throw badPath('the index is not below 2^53');
  return { index: Number(digits), width: width === undefined ? TILE_WIDTH : Number(width) };
}

function badPath(reason: string): TlogError {
  return new TlogError('path', `not a tile path: ${reason}`);
}
