import { TILE_WIDTH, tileWidth } from '../../tlog/index.js';
import type { LogSource } from '../verify/log-source.js';
import { RecoveryFault } from './recovery.js';

/** One entry of the log, not checked yet. */
export interface PlacedBytes {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** The entries of a source from `first` up to, not including, `end`, bundle by bundle; throws when one is not there. */
export async function* missingEntries(
  source: LogSource,
  first: number,
  end: number,
): AsyncGenerator<PlacedBytes[], void> {
  for (let bundle = Math.floor(first / TILE_WIDTH); bundle * TILE_WIDTH < end; bundle++) {
    const entries = await source.entries({ index: bundle, width: tileWidth(end, 0, bundle) });
    const placed = entries.map((bytes, offset) => ({ index: bundle * TILE_WIDTH + offset, bytes }));
    yield placed
      .filter(({ index }) => index >= first)
      .map(({ index, bytes }) => ({ index, bytes: present(index, bytes) }));
  }
}

function present(index: number, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes) return bytes;
  throw new RecoveryFault(`来源缺少第 ${index} 条。`, `The source lacks entry ${index}.`);
}
