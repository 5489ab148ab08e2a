import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { csvRows } from '../../../src/platform/sheets/csv-writer.js';
import { xlsxFile } from '../../../src/platform/sheets/xlsx-writer.js';
import { demoWarehouse, type DemoWarehouse } from '../../support/catalog.js';
import type { DatabaseKind } from '../../support/databases.js';
import { PRODUCT_HEADER, productRow } from '../../support/imports.js';
import { overHttp } from '../../support/over-http.js';
import { startPostgres } from '../../support/postgres-server.js';
import { ServerProcess } from '../../support/server-process.js';
import { shippedBracelet } from '../../support/shipped.js';
import { type Answer, World } from '../../support/world.js';
import type { Target } from './load.js';

const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];
const LOOK_MILLIS = 250;
const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export interface Sheet {
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Parts {
  readonly people: DemoWarehouse;
  readonly code: string;
  readonly folder: string;
  readonly server: ServerProcess;
  readonly stopDatabase: () => Promise<void>;
}

/** A warehouse with a shipped bracelet, and the built server over it in a process of its own. */
export class ImportGround {
  private id = '';

  private constructor(private readonly parts: Parts) {}

  static async open(kind: DatabaseKind): Promise<ImportGround> {
    const postgres = kind === 'postgres' ? await startPostgres(DURABLE) : undefined;
    if (postgres) process.env['TEST_POSTGRES_URL'] = postgres.url;
    const world = await World.open(kind, {}, new Date().toISOString());
    const people = await demoWarehouse(world);
    const { code } = await shippedBracelet(world, people);
    const { config } = world;
    await world.app.close();
    const folder = dirname(config.keysDir);
    const server = await ServerProcess.start({
      DATA_DIR: `${folder}/data`,
      KEYS_DIR: config.keysDir,
      DATABASE_URL: config.database.kind === 'postgres' ? config.database.url : `sqlite:${config.database.file}`,
      PUBLIC_URL: config.publicUrl,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'error',
    });
    const stopDatabase = postgres?.stop ?? (() => Promise.resolve());
    return new ImportGround({ people, code, folder, server, stopDatabase });
  }

  get pid(): number {
    return this.parts.server.pid;
  }

  get target(): Target {
    const { server, people, code } = this.parts;
    return { url: server.url, cookie: people.otherMerchant.cookie, path: `/v/${code}` };
  }

  wait(millis: number): Promise<void> {
    return pause(millis);
  }

  async sheet(rows: number, format: 'csv' | 'xlsx'): Promise<Sheet> {
    const lists = rowLists(rows);
    const pieces: Uint8Array[] = [];
    if (format === 'xlsx') for await (const piece of xlsxFile(lists)) pieces.push(piece);
    else for await (const list of lists) pieces.push(Buffer.from(csvRows(list)));
    return { type: TYPES[format], bytes: Buffer.concat(pieces) };
  }

  /** Uploads a sheet and waits until it is looked through. */
  async checked({ type, bytes }: Sheet): Promise<void> {
    const { server, people } = this.parts;
    const headers = { origin: server.url, cookie: people.merchant.cookie, 'content-type': type };
    const response = await fetch(`${server.url}/api/v1/imports?kind=products`, {
      method: 'POST',
      headers,
      body: new Uint8Array(bytes),
    });
    this.id = ((await response.json()) as { id?: string }).id ?? '';
    await this.until('checked');
  }

  async recorded(): Promise<void> {
    const { merchant } = this.parts.people;
    require201(await this.http.post(`/api/v1/imports/${this.id}/commit`, { as: merchant, body: {} }));
    await this.until('recorded');
  }

  async close(): Promise<void> {
    await this.parts.server.stop();
    await this.parts.stopDatabase();
    await rm(this.parts.folder, { recursive: true, force: true });
  }

  private get http() {
    return overHttp(this.parts.server.url);
  }

  private async until(state: string): Promise<void> {
    for (;;) {
      const { body } = await this.http.get(`/api/v1/imports/${this.id}`, { as: this.parts.people.merchant });
      if (body.state === state && body.problemCount === 0 && body.refused === 0) return;
      if (!['checking', 'recording'].includes(body.state)) throw new Error(JSON.stringify(body).slice(0, 2_000));
      await pause(LOOK_MILLIS);
    }
  }
}

async function* rowLists(rows: number): AsyncGenerator<readonly (readonly string[])[]> {
  yield [PRODUCT_HEADER];
  for (let at = 0; at < rows; at += 1_000) {
    yield Array.from({ length: Math.min(1_000, rows - at) }, (_, i) => productRow(`导入手串 ${at + i}`));
  }
}

function require201({ status, text }: Answer): void {
  if (status !== 201) throw new Error(`${status} ${text}`);
}
