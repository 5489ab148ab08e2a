// Runs in a thread of its own, also as TypeScript in tests: it imports no file of ours, and only what can be erased is typed.
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';

const { file, patienceMillis } = workerData as { readonly file: string; readonly patienceMillis: number };
const handle = new BetterSqlite3(file, { fileMustExist: true, timeout: patienceMillis });
try {
  handle.exec('VACUUM');
  const rows = handle.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  parentPort?.postMessage(rows[0]?.busy === 0);
} finally {
  handle.close();
}
