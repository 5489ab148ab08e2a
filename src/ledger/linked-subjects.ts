import { inRuns } from '../platform/database/runs.js';
import type { Reader } from '../platform/database/sql.js';
import type { Subject } from './event.js';

interface Newest extends Subject {
  readonly idx: number | null;
}

export function subjectKey(type: string, id: string): string {
  return `${type} ${id}`;
}

/** The index of the newest stored entry about each of many subjects, by `subjectKey`; none for one without entries. */
export async function newestEntries(reader: Reader, subjects: readonly Subject[]): Promise<Map<string, number>> {
  const wanted = new Map(subjects.map((subject) => [subjectKey(subject.type, subject.id), subject]));
  const newest = new Map<string, number>();
  for (const run of inRuns([...wanted.values()])) {
    const params = run.flatMap(({ type, id }) => [type, id]);
    for (const { type, id, idx } of await reader.query<Newest>(lookupOf(run.length), params)) {
      if (idx !== null) newest.set(subjectKey(type, id), idx);
    }
  }
  return newest;
}

const lookups: string[] = [];

/** A subject bound straight into the inner WHERE would make SQLite prepare the statement again for every value. */
function lookupOf(count: number): string {
  return (lookups[count] ??= `
    WITH s (type, id) AS (VALUES ${Array.from({ length: count }, () => '(?, ?)').join(', ')})
    SELECT type AS "type", id AS "id",
      (SELECT max(idx) FROM ledger_subject WHERE ledger_subject.type = s.type AND ledger_subject.id = s.id) AS "idx"
    FROM s`);
}
