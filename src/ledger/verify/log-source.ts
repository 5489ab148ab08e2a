import {
  type Checkpoint,
  type EntriesId,
  parseCheckpoint,
  parseNote,
  type TileId,
  TlogError,
} from '../../tlog/index.js';

export interface NewestNote {
  readonly note: string;
  readonly where: string;
}

/** Where a log is read from: a server, an exported folder or a database. Nothing that it gives is believed. */
export interface LogSource {
  /** How many reads may be under way at once. */
  readonly readsAhead: number;
  /** The newest signed note, and what to name when it is not good. Throws `SourceFault` when there is none. */
  checkpoint(): Promise<NewestNote>;
  /** The entries of a bundle, one place each; undefined for one that is not there. Throws `SourceFault` when unreadable. */
  entries(id: EntriesId): Promise<readonly (Uint8Array | undefined)[]>;
  /** The bytes of a tile of hashes, at least as many as asked; undefined when it is not there. */
  tile(id: TileId): Promise<Uint8Array | undefined>;
}

/** The log could not be read there at all, which is no finding about its contents. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
}

/** The checkpoint in a note, with nothing verified; undefined when it holds none. */
export function checkpointIn(note: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    if (error instanceof TlogError) return undefined;
    throw error;
  }
}

/** The results of `count` reads in order, with some of them under way at once. */
export async function* readAhead<T>(
  count: number,
  atOnce: number,
  read: (index: number) => Promise<T>,
): AsyncGenerator<T, void> {
  const running: Promise<T>[] = [];
  for (let index = 0; index < count; index++) {
    while (running.length < atOnce && index + running.length < count)
      running.push(guarded(read(index + running.length)));
    const next = running.shift();
    if (next) yield await next;
  }
}

/** A read that fails before its turn must not end the process as unhandled. */
function guarded<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}
