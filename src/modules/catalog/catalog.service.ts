import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import { openNumbers } from '../identity/index.js';
import { partyOfKind } from '../parties/index.js';
import { Catalog } from './catalog.js';
import type { PlanBody, ProductBody } from './catalog.dto.js';
import { planOf, productFor } from './catalog.queries.js';
import { refuse } from './catalog.refusals.js';
import { publishPlan, registerProduct, withdrawProduct } from './catalog.rules.js';

@Injectable()
export class CatalogService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly catalog: Catalog,
  ) {}

  publishPlan(actor: Actor, wish: PlanBody): Promise<Receipt> {
    const { categoryId, reason, adds, limits, sampling = [], uncertaintyRule } = wish;
    return this.ledger.record(actor, async (tx) => {
      const loaded = this.catalog.category(categoryId);
      const categoryVersion = wish.categoryVersion ?? loaded.version;
      const choice = { category: categoryId, categoryVersion, adds, limits, sampling };
      const { partyId: warehouseId, accountId } = actor;
      const lastVersion = (await planOf(tx, warehouseId, categoryId))?.version ?? 0;
      const named = [...limits, ...sampling].map(({ by }) => by);
      const people = await openNumbers(tx, warehouseId, named);
      const publication = { id: this.ids.next(), warehouseId, accountId, reason, lastVersion, people };
      return publishPlan(publication, loaded, uncertaintyRule ? { ...choice, uncertaintyRule } : choice);
    });
  }

  registerProduct(actor: Actor, wish: ProductBody): Promise<Receipt> {
    return this.ledger.record(actor, (tx) => this.registration(tx, actor, wish));
  }

  withdrawProduct(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => withdrawProduct(await productFor(tx, actor, id), reason));
  }

  /** What registering a product records, for a command of many; throws what a single one would be refused with. */
  async registration(reader: Reader, actor: Actor, wish: ProductBody): Promise<LedgerEvent[]> {
    const loaded = this.catalog.category(wish.categoryId);
    const merchantId = await merchantOf(reader, actor, wish.merchantId);
    return registerProduct(this.ids.next(), { ...wish, merchantId }, loaded);
  }
}

/** A merchant speaks for itself; staff of a warehouse say for whom. */
async function merchantOf(reader: Reader, actor: Actor, merchantId: string | undefined): Promise<string> {
  if (actor.partyKind === 'merchant') {
    if (merchantId && merchantId !== actor.partyId) throw refuse.merchantNotYours();
    return actor.partyId;
  }
  if (!merchantId) throw refuse.merchantNeeded();
  const merchant = await partyOfKind(reader, actor, { id: merchantId, kind: 'merchant' });
  return merchant.id;
}
