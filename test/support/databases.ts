import { randomBytes } from 'node:crypto';
import pg from 'pg';

export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** An empty database of the kind; SQLite's is a file in the folder. */
export async function emptyDatabase(kind: DatabaseKind, folder: string): Promise<string> {
  if (kind === 'sqlite') return `sqlite:${folder}/yanzhen-${randomBytes(4).toString('hex')}.db`;
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server) throw new Error('the global setup of the tests has not started PostgreSQL');
  const name = `yanzhen_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${server}/${name}`;
}
