import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { randomCode } from '../../kernel/base32.js';
import { Ids, Random } from '../../kernel/ids.js';
import { CODE_LENGTH } from '../../kernel/verify-url.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { Tx } from '../../platform/database/sql.js';
import { requireValidCertificate } from '../certificates/index.js';
import { type Unit, unitFor } from '../units/index.js';
import { labelFor, labelsOf, lastNumberOf } from './labelling.queries.js';
import { applyLabels, type NewCopy, printCopies, requireLabeller, spoilCopy } from './labelling.rules.js';

@Injectable()
export class LabellingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly config: Config,
  ) {}

  /** Makes copies with codes of their own; the file to print is read afterwards. */
  print(actor: Actor, unitId: string, count: number): Promise<Receipt> {
    const copies = Array.from({ length: count }, () => this.newCopy());
    return this.ledger.record(actor, async (tx) => {
      const unit = await labelledUnit(tx, actor, unitId);
      const { id: certificateId } = await requireValidCertificate(tx, unit.id);
      const lastNumber = await lastNumberOf(tx, unit.id);
      return printCopies({ unit, certificateId, lastNumber, copies, publicUrl: this.config.publicUrl });
    });
  }

  apply(actor: Actor, unitId: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const unit = await labelledUnit(tx, actor, unitId);
      await requireValidCertificate(tx, unit.id);
      return applyLabels(unit, await labelsOf(tx, unit.id), actor.number);
    });
  }

  spoil(actor: Actor, labelId: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => spoilCopy(await labelFor(tx, actor, labelId), reason));
  }

  private newCopy(): NewCopy {
    return { id: this.ids.next(), code: randomCode(this.random, CODE_LENGTH) };
  }
}

/** The warehouse's own unit, or one that its merchant films and packs. */
async function labelledUnit(tx: Tx, actor: Actor, unitId: string): Promise<Unit> {
  const unit = await unitFor(tx, actor, unitId);
  requireLabeller(actor, unit);
  return unit;
}
