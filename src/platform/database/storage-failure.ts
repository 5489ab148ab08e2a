import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('database', {
  unreachable: {
    kind: 'busy',
    zh: '数据库暂时无法读取，请稍后再试。若持续出现，请联系管理员。',
    en: 'The database cannot be read right now. Try again in a moment; if it goes on, tell the administrator.',
  },
});

/** PostgreSQL: connection, resources, operator, system; read-only after a failover; a lock that was not given in time. */
const SQLSTATE = /^(08|53|57P|58|25006$|55P03$)/;
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL)/;
const SYSTEM =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|ENOSPC|EDQUOT|EROFS|EIO|EMFILE|ENFILE)$/;
const CODES = [SQLSTATE, SQLITE, SYSTEM];
/** node-postgres gives no code to these. */
const LOST =
  /^(Connection terminated|Query read timeout|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** Tells whether an error is the storage's: it is full, gone, or held by another. Nothing is wrong with the request. */
export function isStorageFailure(error: unknown): boolean {
  const { code, message } = saidBy(error);
  return CODES.some((pattern) => pattern.test(code)) || LOST.test(message);
}

/**
 * The code that a driver gives its error, such as `SQLITE_BUSY`; empty when it has none. Errors are told apart by it and
 * not by their class: the native part of better-sqlite3 keeps the class that was loaded first in the process.
 */
export function codeOf(error: unknown): string {
  return saidBy(error).code;
}

function saidBy(error: unknown): { readonly code: string; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: '' };
  const { code = '', message = '' } = error as { readonly code?: unknown; readonly message?: unknown };
  return { code: String(code), message: String(message) };
}
