import { setTimeout as sleep } from 'node:timers/promises';
import { schema } from '../../src/app/schema.js';
import { type Environment, readConfig } from '../../src/platform/config/config.js';
import { openSnapshot } from '../../src/platform/database/snapshot.js';
import type { Reader } from '../../src/platform/database/sql.js';
import { demoWarehouse } from './catalog.js';
import { runCommand } from './command.js';
import { type DatabaseKind, emptyDatabase } from './databases.js';
import { eventually } from './eventually.js';
import { productSheet, uploaded } from './imports.js';
import type { ServerProcess } from './server-process.js';
import { World } from './world.js';

interface Progress {
  readonly state: string;
  readonly position: number;
}

/** A long import of products, committed through one server process that is killed while it records. */
export class InterruptedImport {
  private constructor(
    readonly environment: Environment,
    private readonly id: string,
    private readonly cookie: string,
    private readonly rows: number,
  ) {}

  /** Plants a merchant and a checked sheet of so many products into an empty database. */
  static async plant(kind: DatabaseKind, folder: string, rows: number): Promise<InterruptedImport> {
    const database = await emptyDatabase(kind, folder);
    const environment = { DATABASE_URL: database, DATA_DIR: folder, KEYS_DIR: `${folder}/keys` };
    // A clock that agrees with the processes', so that the session is not yet over.
    const world = await World.open(kind, environment, new Date().toISOString());
    const { merchant } = await demoWarehouse(world);
    const names = Array.from({ length: rows }, (_, i) => `第${i}件`);
    const { body } = await uploaded(world, merchant, { body: productSheet(names) });
    await world.close();
    return new InterruptedImport(environment, body.id, merchant.cookie, rows);
  }

  async commit({ url }: ServerProcess): Promise<void> {
    const headers = { cookie: this.cookie, origin: url, 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/v1/imports/${this.id}/commit`, { method: 'POST', headers, body: '{}' });
    if (response.status !== 201) throw new Error(await response.text());
  }

  /** Once it has come further than so many records; throws when it was over by then. */
  async untilBeyond(position: number): Promise<void> {
    const { state } = await eventually(
      () => this.progress(),
      (seen) => seen.position > position,
    );
    if (state !== 'recording') throw new Error(`it was ${state} before anything could interrupt it`);
  }

  async untilRecorded(): Promise<void> {
    while ((await this.progress()).state === 'recording') await sleep(50);
  }

  progress(): Promise<Progress> {
    return this.reading(async (reader) => {
      const [row] = await reader.query<Progress>('SELECT state AS "state", "position" AS "position" FROM import_run');
      return row ?? { state: 'checked', position: 0 };
    });
  }

  /** What is wrong with what was recorded: rows that are missing or there twice, and all that `verify-log` names. */
  async faults(): Promise<string[]> {
    const counted = await this.reading((reader) =>
      reader.query<{ name: string; count: number }>(
        'SELECT name AS "name", count(*) AS "count" FROM product GROUP BY name',
      ),
    );
    const counts = new Map(counted.map(({ name, count }) => [name, count]));
    const wrong = Array.from({ length: this.rows }, (_, i) => `第${i}件`).filter((name) => counts.get(name) !== 1);
    const { state, position } = await this.progress();
    const { status, words } = await runCommand('verify-log', [
      this.environment['DATABASE_URL'] ?? '',
      '--tables',
      '--quiet',
    ]);
    return [
      ...wrong.map((name) => `${name} is there ${counts.get(name) ?? 0} times`),
      ...(state === 'recorded' && position === this.rows ? [] : [`it is ${state} at ${position}`]),
      ...(status === 0 ? [] : [words]),
    ];
  }

  private async reading<T>(read: (reader: Reader) => Promise<T>): Promise<T> {
    const { reader, close } = await openSnapshot(readConfig(this.environment), schema);
    try {
      return await read(reader);
    } finally {
      await close();
    }
  }
}
