import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { streamFor } from './sampling.queries.js';
import { resumeStream } from './sampling.rules.js';

@Injectable()
export class SamplingService {
  constructor(private readonly ledger: Ledger) {}

  resume(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const stream = await streamFor(tx, actor, id);
      return resumeStream(stream, { accountId: actor.accountId, reason: normalizeText(reason) });
    });
  }
}
