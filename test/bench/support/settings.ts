import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { DatabaseKind } from '../../support/databases.js';
import { median, millis } from './figures.js';

const PRAGMAS = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'page_size', 'cache_size'];
const SHOWN = [
  ...['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method'],
  ...['commit_delay', 'shared_buffers'],
];

/** Runs one statement and answers its first row. */
export type AskRow = (sql: string) => Promise<object | undefined>;

/** What the connection itself says it runs under. */
export async function databaseSettings(kind: DatabaseKind, ask: AskRow): Promise<string> {
  const names = kind === 'sqlite' ? PRAGMAS : SHOWN;
  const settings: string[] = [];
  for (const name of names) {
    const row = await ask(kind === 'sqlite' ? `PRAGMA ${name}` : `SHOW ${name}`);
    settings.push(`${name}=${Object.values(row ?? {}).join()}`);
  }
  return settings.join(' ');
}

export function machineSettings(): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(2));
  return `node ${process.version}, ${cpus().length} CPU (${cpu?.model ?? 'unknown'}), load ${load.join(' ')}`;
}

const SYNCS = 200;

/** What the disk itself takes to make 4 KiB durable: no commit can be faster. */
export function syncMillis(folder: string): string {
  const file = join(folder, 'sync.probe');
  const descriptor = openSync(file, 'w');
  const page = Buffer.alloc(4_096, 1);
  const times = Array.from({ length: SYNCS }, () => {
    const started = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - started;
  });
  closeSync(descriptor);
  rmSync(file);
  return `fdatasync of 4 KiB: ${millis(median(times))} ms`;
}
