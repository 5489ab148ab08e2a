import type { Reader } from '../platform/database/sql.js';
import type { LinkedSubject } from './entry.js';
import type { Subject } from './event.js';

interface Previous extends Subject {
  readonly prev: number | null;
}

/** Subjects with the index of the newest entry of each, looked up in one statement. */
export async function linked(reader: Reader, subjects: readonly Subject[]): Promise<LinkedSubject[]> {
  if (subjects.length === 0) return [];
  const found = await reader.query<Previous>(
    lookupOf(subjects.length),
    subjects.flatMap(({ type, id }) => [type, id]),
  );
  const previous = new Map(found.map(({ type, id, prev }) => [`${type} ${id}`, prev]));
  return subjects.map(({ type, id }) => ({ type, id, prev: previous.get(`${type} ${id}`) ?? null }));
}

const lookups: string[] = [];

/** A subject bound straight into the inner WHERE would make SQLite prepare the statement again for every value. */
function lookupOf(count: number): string {
  return (lookups[count] ??= `
    WITH s (type, id) AS (VALUES ${Array.from({ length: count }, () => '(?, ?)').join(', ')})
    SELECT type AS "type", id AS "id",
      (SELECT max(idx) FROM ledger_subject WHERE ledger_subject.type = s.type AND ledger_subject.id = s.id) AS "prev"
    FROM s`);
}
