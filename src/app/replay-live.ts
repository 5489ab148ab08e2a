import { compareTables, Projections, replay } from '../ledger/index.js';
import { type Environment, readConfig } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { projections } from './projections.js';
import { schema } from './schema.js';

export interface ReplayReport {
  readonly isEqual: boolean;
  readonly text: string;
}

/** Replays the live log of an environment into an empty database at `target` and compares the tables. */
export async function replayLive(environment: Environment, target: string): Promise<ReplayReport> {
  const live = await openDatabase(readConfig(environment), schema);
  const rebuilt = await openDatabase(readConfig({ ...environment, DATABASE_URL: target }), schema);
  try {
    const all = new Projections(projections);
    const { size, root, wrongDisclosures } = await replay(live.database.reader, rebuilt.database, all);
    const differences = await compareTables(live.database.reader, rebuilt.database.reader, all.tables);
    const faults = [
      ...wrongDisclosures.map(
        ({ index, group }) => `entry ${index}: the ${group} disclosure is not what was committed`,
      ),
      ...differences.map(
        ({ table, live: row, replayed }) => `${table}: live ${shown(row)}, replayed ${shown(replayed)}`,
      ),
    ];
    const summary = `${size} entries, root ${root}, ${all.tables.length} tables`;
    return {
      isEqual: faults.length === 0,
      text: [summary, ...faults, faults.length === 0 ? 'equal' : 'DIFFERENT'].join('\n'),
    };
  } finally {
    await rebuilt.close();
    await live.close();
  }
}

function shown(row: object | undefined): string {
  return row ? JSON.stringify(row) : 'has no such row';
}
