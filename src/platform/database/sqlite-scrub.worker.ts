// Runs in a thread of its own, also as TypeScript in tests: it imports no file of ours, and only what can be erased is typed.
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';

const RETRY_MILLIS = 20;

const { file, patienceMillis } = workerData as { readonly file: string; readonly patienceMillis: number };
const handle = new BetterSqlite3(file, { fileMustExist: true, timeout: patienceMillis });

/** SQLite waits for readers, but never for another checkpoint, of which the server makes many. */
function emptyLog(): boolean {
  const end = performance.now() + patienceMillis;
  for (;;) {
    const rows = handle.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    if (rows[0]?.busy === 0) return true;
    if (performance.now() > end) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLIS);
  }
}

try {
  handle.exec('VACUUM');
  parentPort?.postMessage(emptyLog());
} finally {
  handle.close();
}
