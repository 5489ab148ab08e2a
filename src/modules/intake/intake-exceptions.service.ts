import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { unitFor } from '../units/index.js';
import { acceptDifference, findException, type FoundDifference } from './intake-exception.rules.js';
import type { IntakeExceptionView } from './intake-exceptions.dto.js';
import { IntakeException } from './intake.entity.js';
import { INTAKE_DIFFERENCES, type IntakeDifference } from './intake.events.js';
import { refuse } from './intake.refusals.js';

@Injectable()
export class IntakeExceptions {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  find(actor: Actor, unitId: string, difference: FoundDifference): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => findException(actor, await unitFor(tx, actor, unitId), difference));
  }

  accept(actor: Actor, unitId: string, acceptance: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) =>
      acceptDifference(actor, await unitFor(tx, actor, unitId), acceptance),
    );
  }

  async exception(viewer: Actor, unitId: string): Promise<IntakeExceptionView> {
    const { reader } = this.database;
    const found = await exceptionOf(reader, (await unitFor(reader, viewer, unitId)).id);
    if (!found) throw refuse.noException();
    return found;
  }
}

/** What was found at receipt last; undefined when all was as announced. The caller has checked the viewer. */
export async function exceptionOf(reader: Reader, unitId: string): Promise<IntakeExceptionView | undefined> {
  const row = await reader.findOne(IntakeException, { unitId });
  if (!row) return undefined;
  const { differs, found, foundAt, acceptedAt, acceptance } = row;
  return { differs: differencesIn(differs), found, foundAt, acceptedAt, acceptance };
}

function differencesIn(text: string): IntakeDifference[] {
  const kept: readonly unknown[] = JSON.parse(text);
  return INTAKE_DIFFERENCES.filter((each) => kept.includes(each));
}
