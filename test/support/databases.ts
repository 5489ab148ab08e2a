import { randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import pg from 'pg';

export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** For what starts many processes: `npm test` has time for one database, `npm run test:faults` for both. */
export const DATABASES_OF_LONG_RUNS = process.env['LONG_RUNS'] ? DATABASES : (['sqlite'] as const);

/** An empty database of the kind; SQLite's is a file in the folder. */
export async function emptyDatabase(kind: DatabaseKind, folder: string): Promise<string> {
  if (kind === 'sqlite') return `sqlite:${folder}/yanzhen-${randomBytes(4).toString('hex')}.db`;
  const name = `yanzhen_${randomBytes(6).toString('hex')}`;
  await atServer((client) => client.query(`CREATE DATABASE ${name}`));
  return `${testServer()}/${name}`;
}

/** A copy of a database that nobody has open, as a backup is. */
export async function copyOfDatabase(url: string): Promise<string> {
  if (url.startsWith('sqlite:')) {
    const copy = `${url}.${randomBytes(4).toString('hex')}`;
    await copyFile(url.slice('sqlite:'.length), copy.slice('sqlite:'.length));
    return copy;
  }
  const name = `yanzhen_${randomBytes(6).toString('hex')}`;
  await atServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${url.slice(url.lastIndexOf('/') + 1)}`));
  return `${testServer()}/${name}`;
}

async function atServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(`${testServer()}/postgres`);
  await client.connect();
  await work(client);
  await client.end();
}

function testServer(): string {
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server) throw new Error('the global setup of the tests has not started PostgreSQL');
  return server;
}
