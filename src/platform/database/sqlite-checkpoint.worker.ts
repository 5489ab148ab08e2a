// Runs in a thread of its own, also as TypeScript in tests: it imports no file of ours, and only what can be erased is typed.
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';

const { file, everyMillis } = workerData as { readonly file: string; readonly everyMillis: number };
const handle = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
const checkpoint = handle.prepare('PRAGMA wal_checkpoint(PASSIVE)');

const timer = setInterval(() => {
  try {
    checkpoint.all();
  } catch {
    // Full or failing storage: the writer meets it too, and tells people.
  }
}, everyMillis);

parentPort?.once('message', () => {
  clearInterval(timer);
  handle.close();
});
