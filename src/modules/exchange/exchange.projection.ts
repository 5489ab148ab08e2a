import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { ImportRecord, ImportRun } from './exchange.entity.js';
import {
  importChunkRecorded,
  importChunkUndone,
  importCommitted,
  importStopped,
  importUndoBegun,
  type RecordedRecord,
  type RefusedRecord,
} from './exchange.events.js';

const NO_PROBLEM = { problem: null, problemZh: null, problemEn: null };

export const exchangeProjection: Projection = {
  tables: [ImportRun, ImportRecord],
  rules: [
    on(importCommitted, async (tx, event) => {
      const { fileName = '', ...committed } = event.contents.party;
      await tx.insert(ImportRun, {
        id: subjectOf(event, 'import'),
        ...committed,
        fileName,
        state: committed.records === 0 ? 'recorded' : 'recording',
        ...{ position: 0, recorded: 0, refused: 0, undone: 0, kept: 0, stoppedBy: null, undoReason: null },
        committedAt: event.at,
        changedAt: event.at,
      });
    }),
    on(importChunkRecorded, async (tx, event) => {
      const importId = subjectOf(event, 'import');
      const { to, recorded, refused } = event.contents.party;
      const rows = [
        ...recordedRows(importId, event.index, recorded),
        ...refused.map((row) => refusedRow(importId, row)),
      ];
      await tx.insertAll(ImportRecord, rows);
      await tx.execute(
        `UPDATE import_run SET "position" = ?, recorded = recorded + ?, refused = refused + ?, changed_at = ?,
           state = CASE WHEN record_count = ? THEN 'recorded' ELSE state END WHERE id = ?`,
        [to, recorded.length, refused.length, event.at, to, importId],
      );
    }),
    on(importStopped, async (tx, event) => {
      const stopped = { state: 'stopped', stoppedBy: event.contents.party.reason, changedAt: event.at };
      await tx.update(ImportRun, { id: subjectOf(event, 'import') }, stopped);
    }),
    on(importUndoBegun, async (tx, event) => {
      const begun = { state: 'undoing', undoReason: event.contents.party.reason, changedAt: event.at };
      await tx.update(ImportRun, { id: subjectOf(event, 'import') }, begun);
    }),
    on(importChunkUndone, async (tx, event) => {
      const importId = subjectOf(event, 'import');
      const { undone, kept, isLast } = event.contents.party;
      if (undone.length > 0) await tx.update(ImportRecord, { importId, place: undone }, { state: 'undone' });
      for (const { place, problem, zh, en } of kept) {
        const said = { state: 'kept', problem, problemZh: zh, problemEn: en };
        await tx.update(ImportRecord, { importId, place }, said);
      }
      await tx.execute(
        'UPDATE import_run SET undone = undone + ?, kept = kept + ?, changed_at = ?, state = ? WHERE id = ?',
        [undone.length, kept.length, event.at, isLast ? 'undone' : 'undoing', importId],
      );
    }),
  ],
};

/** Their entries stand in a row before the chunk's own. */
function recordedRows(importId: string, index: number, recorded: readonly RecordedRecord[]): ImportRecord[] {
  let firstEntry = index - recorded.reduce((sum, { entries }) => sum + entries, 0);
  return recorded.map(({ place, row, id, entries }) => {
    const endEntry = firstEntry + entries;
    const made = { importId, place, row, state: 'recorded', subjectId: id, firstEntry, endEntry, ...NO_PROBLEM };
    firstEntry = endEntry;
    return made;
  });
}

function refusedRow(importId: string, { place, row, problem, zh, en }: RefusedRecord): ImportRecord {
  const none = { subjectId: null, firstEntry: 0, endEntry: 0 };
  return { importId, place, row, state: 'refused', ...none, problem, problemZh: zh, problemEn: en };
}
