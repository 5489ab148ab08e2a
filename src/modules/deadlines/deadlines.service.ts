import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import type { DeadlineRuleBody } from './deadlines.dto.js';
import { setDeadlineRule } from './deadlines.rules.js';

@Injectable()
export class DeadlineService {
  constructor(private readonly ledger: Ledger) {}

  setRule(actor: Actor, { reason, working, ...times }: DeadlineRuleBody): Promise<Receipt> {
    return this.ledger.record(actor, async () =>
      setDeadlineRule(
        actor.partyId,
        { ...times, working: working ? { closedDays: [], ...working } : null },
        normalizeText(reason),
      ),
    );
  }
}
