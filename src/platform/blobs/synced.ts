import { type FileHandle, open } from 'node:fs/promises';

/** Does the work on an opened file or folder; what was written is on the disk when this resolves. */
export async function synced(
  path: string,
  flags: 'w' | 'r',
  work?: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags);
  try {
    await work?.(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
