import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { invariant } from '../../kernel/invariant.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { cleanPhoto } from '../../platform/blobs/photos.js';
import type { Tx } from '../../platform/database/sql.js';
import { Catalog, checkAttributes } from '../catalog/index.js';
import { papersOf } from '../diversions/index.js';
import { Inspection } from '../inspection/index.js';
import { attributesOf, requireAnotherTry, type Unit, unitFor, UnitHold, unitScope } from '../units/index.js';
import { closeNonconformity, type ClosingUnit } from './closing.rules.js';
import type { DispositionBody, NonconformityBody } from './nonconformity.dto.js';
import type { NonconformityUnit } from './nonconformity.entity.js';
import type { Regrade } from './nonconformity.events.js';
import { detailFor, isOnRecord } from './nonconformity.queries.js';
import { refuse } from './nonconformity.refusals.js';
import {
  addEvidence,
  disposeNonconformity,
  type FoundUnit,
  openNonconformity,
  witnessDestruction,
} from './nonconformity.rules.js';

@Injectable()
export class NonconformityService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly catalog: Catalog,
    private readonly blobs: Blobs,
  ) {}

  open(actor: Actor, { unitIds, severity, found, inspectionId, items = [] }: NonconformityBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const units: FoundUnit[] = [];
      for (const id of unitIds) {
        const unit = await unitFor(tx, actor, id);
        units.push({ unit, holdId: this.ids.next(), isOnRecord: await isOnRecord(tx, unit.id) });
      }
      const inspection = inspectionId === undefined ? undefined : await inspectionOf(tx, actor, inspectionId);
      return openNonconformity(actor, { id: this.ids.next(), severity, found, inspection, items, units });
    });
  }

  dispose(actor: Actor, id: string, { regrade, ...body }: DispositionBody): Promise<Receipt> {
    const decision = { ...body, ...(regrade ? { regrade: { attributes: {}, ...regrade } } : {}) };
    return this.ledger.record(actor, async (tx) => {
      const { record, units: rows } = await detailFor(tx, actor, id);
      const units: Unit[] = [];
      for (const { unitId } of rows) units.push(await unitFor(tx, actor, unitId));
      // Decided now, not when it is done: a decision that cannot be carried out would hold the goods for ever.
      if (isInspectedAgain(decision)) for (const unit of units) await requireAnotherTry(tx, unit);
      if (decision.regrade) this.requireAttributes(units, decision.regrade);
      return disposeNonconformity(actor, record, units, decision);
    });
  }

  /** Cleans and stores the photograph before the writer's turn: a file for which nothing is recorded harms nobody. */
  async addPhoto(actor: Actor, id: string, body: unknown): Promise<Receipt> {
    if (!Buffer.isBuffer(body) || body.length === 0) throw refuse.photoExpected();
    const sha256 = await this.blobs.put(await cleanPhoto(body));
    return this.ledger.record(actor, async (tx) => {
      const { record, photos } = await detailFor(tx, actor, id);
      return addEvidence(actor, record, photos, sha256);
    });
  }

  witness(actor: Actor, id: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const { record, witnesses } = await detailFor(tx, actor, id);
      return witnessDestruction(actor, record, witnesses);
    });
  }

  close(actor: Actor, id: string, note: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const { record, units: rows, photos, witnesses } = await detailFor(tx, actor, id);
      const units: ClosingUnit[] = [];
      for (const row of rows) units.push(await this.closingUnit(tx, actor, row));
      return closeNonconformity(actor, { record, units, photos, witnesses, note });
    });
  }

  private async closingUnit(tx: Tx, actor: Actor, { unitId, holdId }: NonconformityUnit): Promise<ClosingUnit> {
    const unit = await unitFor(tx, actor, unitId);
    const hold = await tx.findOne(UnitHold, { id: holdId });
    invariant(hold, 'a record keeps a hold on each of its units');
    return { unit, hold, papers: await papersOf(tx, unitId), nextHoldId: this.ids.next() };
  }

  private requireAttributes(units: readonly Unit[], { attributes }: Regrade): void {
    for (const unit of units) {
      const { category } = this.catalog.category(unit.categoryId);
      checkAttributes(category, { ...attributesOf(unit), ...attributes });
    }
  }
}

function isInspectedAgain({ disposition }: Pick<DispositionBody, 'disposition'>): boolean {
  return disposition === 'rework' || disposition === 'regrade';
}

async function inspectionOf(tx: Tx, actor: Actor, id: string): Promise<Inspection> {
  const inspection = await tx.findOne(Inspection, { id, ...unitScope(actor) });
  if (!inspection) throw refuse.inspectionOfAnother();
  return inspection;
}
