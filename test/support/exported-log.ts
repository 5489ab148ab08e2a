import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatEntriesPath, formatTilePath, parseCheckpoint, parseNote, tilesForSize } from '../../src/tlog/index.js';
import type { World } from './world.js';

/** Downloads a whole log into a folder, as anybody can. */
export async function downloadLog(world: World, folder: string): Promise<void> {
  const checkpoint = (await world.get('/log/checkpoint')).text;
  const { size } = parseCheckpoint(parseNote(checkpoint).text);
  const paths = [...tilesForSize(size)].flatMap((tile) => [
    formatTilePath(tile),
    ...(tile.level === 0 ? [formatEntriesPath(tile)] : []),
  ]);
  for (const path of paths) {
    const { status, bytes } = await world.get(`/log/${path}`);
    if (status !== 200) throw new Error(`${status} for ${path}`);
    await write(join(folder, path), bytes);
  }
  await write(join(folder, 'checkpoint'), Buffer.from(checkpoint));
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
