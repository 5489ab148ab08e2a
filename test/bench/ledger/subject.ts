import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../../../src/app/start.js';
import { type Actor, SYSTEM_ACTOR } from '../../../src/kernel/actor.js';
import { Ids } from '../../../src/kernel/ids.js';
import { Ledger, LogQueries } from '../../../src/ledger/index.js';
import { unit, type UnitKind, unitRegistered } from '../../../src/modules/units/index.js';
import { UnitsService } from '../../../src/modules/units/units.service.js';
import type { Config } from '../../../src/platform/config/config.js';
import { Checkpointer } from '../../../src/platform/database/checkpointer.js';
import { Database } from '../../../src/platform/database/database.js';
import type { Reader } from '../../../src/platform/database/sql.js';
import type { AskRow } from '../support/settings.js';

const WAREHOUSE = '00000000-0000-7000-8000-000000000001';
const MERCHANT = '00000000-0000-7000-8000-000000000002';
const UNITS_AT_ONCE = 500;

const INSPECTOR: Actor = {
  ...SYSTEM_ACTOR,
  accountId: '00000000-0000-7000-8000-00000000000a',
  pseudonym: '5f0c2f9a7d3e4b1c8a6d',
  partyId: WAREHOUSE,
  roles: ['inspector'],
};

/** What one round of the real thing took. */
export interface Round {
  readonly millis: number;
  readonly latencies: readonly number[];
}

/**
 * What is measured: the application without its HTTP server, and the command that puts a unit on hold. It reads the
 * unit, decides, and writes an entry, two disclosures, two subjects, a hold, and the unit's count of open holds.
 */
export class Subject {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly units: readonly string[],
    private next = 0,
  ) {}

  /** Over the newest units of a database, at most so many; where it has none, they are registered. */
  static async open(config: Config, units: number): Promise<Subject> {
    const app = await createContext(config);
    app.get(Checkpointer).start();
    const { reader } = app.get(Database);
    if ((await knownUnits(reader)).length === 0) await registerUnits(app, units);
    return new Subject(app, shuffled((await knownUnits(reader)).slice(-units)));
  }

  get reader(): Reader {
    return this.app.get(Database).reader;
  }

  async size(): Promise<number> {
    return (await this.app.get(LogQueries).head()).size;
  }

  /** Asks the connection that writes. */
  readonly ask: AskRow = async (sql) => {
    const [row] = await this.app.get(Ledger).run((tx) => tx.query(sql));
    return row;
  };

  /** Callers that each wait for their receipt, with its signed checkpoint, before they ask for the next hold. */
  async holds(count: number, callers: number): Promise<Round> {
    const service = this.app.get(UnitsService);
    const latencies: number[] = [];
    let left = count;
    const call = async (): Promise<void> => {
      while (left-- > 0) {
        const began = performance.now();
        await service.hold(INSPECTOR, this.nextUnit(), { reason: '外观有裂纹,待复检' });
        latencies.push(performance.now() - began);
      }
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: callers }, call));
    return { millis: performance.now() - started, latencies };
  }

  get queries(): LogQueries {
    return this.app.get(LogQueries);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private nextUnit(): string {
    return this.units[this.next++ % this.units.length] ?? '';
  }
}

async function knownUnits(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ id: string }>('SELECT id FROM unit WHERE warehouse_id = ? ORDER BY id', [
    WAREHOUSE,
  ]);
  return rows.map(({ id }) => id);
}

async function registerUnits(app: INestApplicationContext, count: number): Promise<void> {
  const kind: UnitKind = 'piece';
  const quantity = { value: '1', unit: 'H87' };
  const contents = {
    public: { kind, name: '紫晶手串', categoryId: 'crystal-jewelry', isSample: true, quantity, attributes: {} },
    party: { warehouseId: WAREHOUSE, merchantId: MERCHANT, consignmentId: MERCHANT, declared: {} },
  };
  for (let done = 0; done < count; done += UNITS_AT_ONCE) {
    const ids = Array.from({ length: Math.min(UNITS_AT_ONCE, count - done) }, () => app.get(Ids).next());
    await app.get(Ledger).record(SYSTEM_ACTOR, () => ids.map((id) => unitRegistered([unit(id)], contents)));
  }
}

/** In no order of the table's, but in the same one each time. */
function shuffled(ids: readonly string[]): string[] {
  const tail = (id: string): string => id.slice(-8);
  return ids.toSorted((a, b) => (tail(a) < tail(b) ? -1 : 1));
}
