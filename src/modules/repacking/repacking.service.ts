import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import { Catalog } from '../catalog/index.js';
import { liveCertificateOf } from '../certificates/index.js';
import { labelsOf } from '../labelling/index.js';
import { unitFor } from '../units/index.js';
import { endPapers } from './repacked-papers.rules.js';
import type { RepackingBody } from './repacking.dto.js';
import type { TakenLot } from './repacking-order.js';
import { repackLots } from './repacking.rules.js';

@Injectable()
export class RepackingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly catalog: Catalog,
    private readonly ids: Ids,
  ) {}

  repack(actor: Actor, unitId: string, body: RepackingBody): Promise<Receipt> {
    const { taken, others = [], children, loss, lossReason, attributes = {} } = body;
    return this.ledger.record(actor, async (tx) => {
      const sources: TakenLot[] = [];
      for (const each of [{ unitId, taken }, ...others]) {
        sources.push({ unit: await unitFor(tx, actor, each.unitId), taken: each.taken });
      }
      const { category } = this.catalog.category(sources[0]?.unit.categoryId ?? '');
      const order = {
        ...{ id: this.ids.next(), actor, category, sources, loss, attributes },
        children: children.map(({ quantity }) => ({ unitId: this.ids.next(), quantity })),
        ...(lossReason === undefined ? {} : { lossReason }),
      };
      return [...repackLots(order), ...(await endedPapers(tx, actor, sources))];
    });
  }
}

/** The papers of what was opened: they speak of goods that are no more as they were. */
async function endedPapers(tx: Tx, actor: Actor, sources: readonly TakenLot[]): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for (const source of sources) {
    const certificate = await liveCertificateOf(tx, source.unit.id);
    const copies = await labelsOf(tx, source.unit.id);
    events.push(...endPapers(actor, source, { certificate, copies }));
  }
  return events;
}
