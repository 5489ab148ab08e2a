import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../kernel/actor.js';
import { Refusal } from '../kernel/refusal.js';
import { Erasures, type ErasureGround, type ErasureReceipt, LogQueries, personalEntries } from '../ledger/index.js';
import { Account, AccountErasureService } from '../modules/identity/index.js';
import { PartiesService, Party } from '../modules/parties/index.js';
import { Shipment, ShippingService } from '../modules/shipping/index.js';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { Reader } from '../platform/database/sql.js';
import { createContext } from './start.js';

export const ERASABLE = ['account', 'party', 'shipment'] as const;
export type Erasable = (typeof ERASABLE)[number];

/** Whose data: by id, or by what people call it (number or login name; credit code; waybill). */
export interface ErasureWish {
  readonly type: Erasable;
  readonly name: string;
}

/** One subject that was found, and the entries whose `personal` group is there. */
export interface ErasureTarget {
  readonly type: Erasable;
  readonly id: string;
  readonly entries: readonly { readonly index: number; readonly kind: string }[];
}

export interface ErasureOutcome extends ErasureTarget {
  /** A refusal tells why nothing was erased; `ledger.already-erased` means that nothing is left. */
  readonly result: ErasureReceipt | Refusal;
}

/** A wish that names nobody, or more than one. */
export class ErasureFault extends Error {
  override readonly name = 'ErasureFault';
}

/** Works on the log of a configuration as `npm run key -- rotate` does: beside a running server, or alone. */
export async function withErasures<T>(config: Config, work: (live: LiveErasures) => Promise<T>): Promise<T> {
  const context = await createContext(config);
  try {
    return await work(new LiveErasures(context));
  } finally {
    await context.close();
  }
}

/** What the person at the shell may do: erase anybody whom some administrator may erase. */
class LiveErasures {
  private readonly reader: Reader;

  constructor(private readonly context: INestApplicationContext) {
    this.reader = context.get(Database).reader;
  }

  /** What is there to be erased; throws an `ErasureFault` when a wish does not name one subject. */
  async targets(wishes: readonly ErasureWish[]): Promise<ErasureTarget[]> {
    const log = this.context.get(LogQueries);
    const targets: ErasureTarget[] = [];
    for (const { type, name } of wishes) {
      const id = await this.find(type, name);
      const indexes = await personalEntries(this.reader, { type, id });
      const entries = await Promise.all(
        indexes.map(async (index) => ({ index, kind: (await log.entry(index))?.kind ?? '' })),
      );
      targets.push({ type, id, entries });
    }
    return targets;
  }

  /** Erases them all; they share commits and one rewriting of the files. */
  erase(targets: readonly ErasureTarget[], ground: ErasureGround): Promise<ErasureOutcome[]> {
    return Promise.all(
      targets.map(async (target) => ({ ...target, result: await this.eraseOne(target, ground).catch(refusalIn) })),
    );
  }

  /** Rewrites the database's files only. */
  scrub(): Promise<boolean> {
    return this.context.get(Erasures).scrub();
  }

  private async eraseOne({ type, id }: ErasureTarget, ground: ErasureGround): Promise<ErasureReceipt> {
    const asOwner = (partyId = ''): typeof SYSTEM_ACTOR => ({ ...SYSTEM_ACTOR, partyId });
    switch (type) {
      case 'account': {
        const owner = asOwner((await this.reader.findOne(Account, { id }))?.keptBy);
        return this.context.get(AccountErasureService).erase(owner, id, ground);
      }
      case 'party':
        return this.context.get(PartiesService).erase(asOwner(id), id, ground);
      case 'shipment': {
        const owner = asOwner((await this.reader.findOne(Shipment, { id }))?.warehouseId);
        return this.context.get(ShippingService).erase(owner, id, ground);
      }
    }
  }

  private async find(type: Erasable, name: string): Promise<string> {
    const found = new Set((await this.named(type, name)).map(({ id }) => id));
    const [id] = found;
    if (id !== undefined && found.size === 1) return id;
    throw new ErasureFault(
      found.size === 0
        ? `找不到 / there is no such ${type}: ${name}`
        : `不止一个,请用 id / more than one ${type}, use the id: ${[...found].join(' ')}`,
    );
  }

  private async named(type: Erasable, name: string): Promise<{ readonly id: string }[]> {
    const { reader } = this;
    switch (type) {
      case 'account':
        return [
          ...(await reader.find(Account, { id: name })),
          ...(await reader.find(Account, { number: name })),
          ...(await reader.find(Account, { login: name.toLowerCase() })),
        ];
      case 'party':
        return [...(await reader.find(Party, { id: name })), ...(await reader.find(Party, { uscc: name }))];
      case 'shipment':
        return [...(await reader.find(Shipment, { id: name })), ...(await reader.find(Shipment, { waybill: name }))];
    }
  }
}

function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
