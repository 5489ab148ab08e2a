import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { requireValidCertificate } from '../certificates/index.js';
import { unitFor } from '../units/index.js';
import type { PackingBody, PackingView } from './packaging.dto.js';
import { Packing, PackingOpened } from './packaging.entity.js';
import { packingOf } from './packaging.queries.js';
import { refuse } from './packaging.refusals.js';
import { packUnit, sealNumber } from './packaging.rules.js';

@Injectable()
export class PackagingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  pack(actor: Actor, unitId: string, { sealNo: sealText, mass }: PackingBody): Promise<Receipt> {
    const sealNo = sealNumber(sealText);
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      const isSealUsed = await isUsed(tx, sealText);
      const events = packUnit(unit, { sealNo, mass, packer: actor.number }, isSealUsed);
      await requireValidCertificate(tx, unit.id);
      return events;
    });
  }

  async packing(viewer: Actor, unitId: string): Promise<PackingView> {
    const unit = await unitFor(this.database.reader, viewer, unitId);
    const packing = await packingOf(this.database.reader, unit.id);
    if (!packing) throw refuse.notPacked();
    return { unitId: unit.id, ...packing };
  }
}

/** A seal closes one pack, also when that was opened since. */
async function isUsed(reader: Reader, typed: string): Promise<boolean> {
  // Older entries kept capitals, spaces and dashes as they were typed.
  const sealNo = [sealNumber(typed), normalizeText(typed)];
  const used = (await reader.findOne(Packing, { sealNo })) ?? (await reader.findOne(PackingOpened, { sealNo }));
  return used !== undefined;
}
