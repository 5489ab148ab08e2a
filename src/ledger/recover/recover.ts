import type { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import { sha256 } from '../../platform/keys/sha256.js';
import { type Checkpoint, emptyRoot, formatNote, parseCheckpoint, parseNote, toHex } from '../../tlog/index.js';
import { LedgerHead } from '../ledger.entity.js';
import { readLogEntries } from '../log-keys.js';
import { storedRoot, TreeStore } from '../tree-store.js';
import { missingEntries } from './missing-entries.js';
import { type Recovered, RecoveryFault, type RecoveryOptions, type RecoverySource } from './recovery.js';
import { Refill } from './refill.js';

const HEAD = 1;

/**
 * Refills the entries that an older database lacks, in one transaction that is committed only when the whole tree is
 * that of a checkpoint which the log has signed, and extends what the guard remembers. Throws a `RecoveryFault`, and has
 * then changed nothing, when source, database and guard do not belong together or contents would be lost unasked.
 */
export async function recover(target: Database, source: RecoverySource, options: RecoveryOptions): Promise<Recovered> {
  const { note } = await source.log.checkpoint();
  const checkpoint = parseCheckpoint(parseNote(note).text);
  const { session } = target;
  await session.begin();
  try {
    const recovered = await refill(target, session.tx, { source, options, note, checkpoint });
    await session.commit();
    return recovered;
  } catch (error) {
    await session.rollback();
    throw error;
  } finally {
    session.end();
  }
}

interface Task {
  readonly source: RecoverySource;
  readonly options: RecoveryOptions;
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

async function refill(target: Database, tx: Tx, task: Task): Promise<Recovered> {
  const { source, options, note, checkpoint } = task;
  const head = await takeTurn(tx, checkpoint.origin);
  if (head.origin !== checkpoint.origin) throw otherLog(head.origin, checkpoint.origin);
  if (checkpoint.size < head.size) throw olderSource(checkpoint.size, head.size);
  await checkGuardWithin(tx, head, options.guarded);
  const edge = await new TreeStore().edgeAt(tx, head.size, head.root);
  const named = await readLogEntries(tx, head.origin);
  const work = new Refill(tx, { ...options, contents: source.contents, edge, named });
  for await (const entries of missingEntries(source.log, head.size, checkpoint.size)) await work.add(entries);
  await work.finish(checkpoint, ownNote(note, checkpoint.origin));
  if (work.lost.length > 0 && !options.acceptsLoss) throw lossNotAccepted(work.lost);
  await saveHead(tx, head, {
    size: edge.size,
    root: toHex(edge.root()),
    at: work.lastAt || head.at,
    notes: work.notes,
  });
  if (target.dialect === 'postgres') await tx.query(`SELECT pg_notify('ledger_head', ?)`, [String(edge.size)]);
  return {
    origin: head.origin,
    from: head.size,
    to: edge.size,
    root: toHex(edge.root()),
    lost: work.lost,
    erasures: work.erasures,
  };
}

/** Waits for other writers. A database without any log becomes an empty one of the source's. */
async function takeTurn(tx: Tx, origin: string): Promise<LedgerHead> {
  await tx.execute('UPDATE ledger_head SET turn = turn + 1 WHERE id = ?', [HEAD]);
  const head = await tx.findOne(LedgerHead, { id: HEAD });
  if (head) return head;
  const empty = { id: HEAD, origin, size: 0, root: toHex(emptyRoot(sha256)), at: '', turn: 1 };
  await tx.insert(LedgerHead, empty);
  return empty;
}

/** A guard inside the older database must be on its tree, or the database was written by somebody else since. */
async function checkGuardWithin(tx: Tx, head: LedgerHead, guarded: RecoveryOptions['guarded']): Promise<void> {
  if (!guarded || guarded.size > head.size || guarded.size === 0) return;
  const root = guarded.size === head.size ? head.root : await storedRoot(tx, guarded.size, head.size);
  if (root !== guarded.root) throw notOurs();
}

async function saveHead(
  tx: Tx,
  before: LedgerHead,
  now: { readonly size: number; readonly root: string; readonly at: string; readonly notes: number },
): Promise<void> {
  const { size, root, at, notes } = now;
  await tx.update(LedgerHead, { id: HEAD }, { size, root, at, turn: before.turn + notes });
}

/** The note as this log signs it: cosignatures belong to what is published. */
function ownNote(note: string, origin: string): string {
  const { text, signatures } = parseNote(note);
  return formatNote({ text, signatures: signatures.filter(({ name }) => name === origin) });
}

function otherLog(ours: string, theirs: string): RecoveryFault {
  return new RecoveryFault(
    `来源是另一份账本:本数据库 ${ours},来源 ${theirs}。`,
    `The source is another log: this database has ${ours}, the source ${theirs}.`,
  );
}

function olderSource(theirs: number, ours: number): RecoveryFault {
  return new RecoveryFault(
    `来源(${theirs} 条)比本数据库(${ours} 条)还旧。`,
    `The source (${theirs} entries) is older than this database (${ours}).`,
  );
}

function notOurs(): RecoveryFault {
  return new RecoveryFault(
    '本数据库含有与已签名账本不同的条目,无法补回;请先恢复另一份备份。',
    'This database has entries that the signed log does not have: nothing can be refilled. Restore another backup first.',
  );
}

function lossNotAccepted(lost: Recovered['lost']): RecoveryFault {
  const kinds = new Map<string, number>();
  for (const { kind } of lost) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, count]) => `  ${kind} × ${count}`).join('\n');
  return new RecoveryFault(
    `来源没有这些条目的内容(日志只含承诺):\n${list}\n请用 --disclosures 指定含有内容的数据库;或用 --accept-loss 只补日志,这些条目将不在任何表中。`,
    `The source does not have the contents of these entries, since a log holds commitments only. Name a database that has them (--disclosures), or refill the log alone (--accept-loss): no table will then tell of these entries.`,
  );
}
