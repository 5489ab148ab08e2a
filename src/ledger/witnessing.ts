import { Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Metrics } from '../platform/metrics/metrics.js';
import { refuse } from './ledger.refusals.js';
import type { LogQueries } from './log.queries.js';
import type { Signer } from './signer.js';
import type { WitnessOutcome } from './witness.client.js';
import type { Round, Witnesses } from './witnesses.js';

/** What a witness holds against this database. */
interface Complaint {
  readonly zh: string;
  readonly en: string;
}

/** Brings checkpoints to the witnesses, counts what they say, and stops the signer while one has seen another log. */
export class Witnessing {
  private readonly logger = new Logger('ledger');
  private readonly complaints = new Map<string, Complaint>();
  private readonly told = new Map<string, string>();
  private readonly answers: Counter;

  constructor(
    /** Undefined where nothing is witnessed: then every round is empty. */
    private readonly witnesses: Witnesses | undefined,
    private readonly signer: Signer,
    private readonly queries: LogQueries,
    metrics: Metrics,
  ) {
    this.answers = new Counter({
      name: 'yanzhen_witness_answers_total',
      help: 'Answers of witnesses by outcome: cosigned, ahead and differs (they saw another log), failed',
      labelNames: ['witness', 'outcome'],
      registers: [metrics.registry],
    });
  }

  get isOn(): boolean {
    return this.witnesses !== undefined;
  }

  /** Tells whether a witness has seen more than this database has, or other entries. */
  get isContested(): boolean {
    return this.complaints.size > 0;
  }

  /** One round over the newest signed checkpoint; undefined while nothing is signed, or where nothing is witnessed. */
  async round(untilAll = false): Promise<(Round & { readonly size: number; readonly note: string }) | undefined> {
    const signed = await this.queries.newestSigned();
    if (!signed || !this.witnesses) return undefined;
    const round = await this.witnesses.ask(signed, (witness, outcome) => this.heard(witness, outcome), untilAll);
    return { ...round, ...signed };
  }

  close(): void {
    this.witnesses?.close();
  }

  private async heard(witness: string, outcome: WitnessOutcome): Promise<void> {
    this.answers.inc({ witness, outcome: outcome.kind });
    const complaint = await this.complaintOf(witness, outcome);
    if (complaint) this.complaints.set(witness, complaint);
    else if (outcome.kind === 'cosigned') this.complaints.delete(witness);
    const [first] = this.complaints.values();
    this.signer.halt(first && refuse.readOnly({ reason: `${first.zh} ${first.en}` }));
    this.log(witness, outcome);
  }

  private async complaintOf(witness: string, outcome: WitnessOutcome): Promise<Complaint | undefined> {
    if (outcome.kind === 'differs') return differs(witness, outcome.size);
    if (outcome.kind !== 'ahead') return undefined;
    // Another process may have published a larger tree meanwhile, which is no harm.
    const { size } = await this.queries.head();
    return outcome.size > size ? ahead(witness, outcome.size, size) : undefined;
  }

  /** Once for each change, not once a second. */
  private log(witness: string, outcome: WitnessOutcome): void {
    const words = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
    if (this.told.get(witness) === words) return;
    this.told.set(witness, words);
    const line = { event: 'witness-answered', witness, outcome: outcome.kind, words };
    if (outcome.kind === 'cosigned') this.logger.log(line);
    else this.logger.warn(line);
  }
}

function ahead(witness: string, seen: number, size: number): Complaint {
  return {
    zh: `见证方“${witness}”见过 ${seen} 条的账本,本数据库只有 ${size} 条(可能是恢复的备份);请用 npm run recover 补回。`,
    en: `Witness ${witness} has seen a log of ${seen} entries, this database has ${size} (a restored backup?). Recover the missing entries first: npm run recover.`,
  };
}

function differs(witness: string, size: number): Complaint {
  return {
    zh: `见证方“${witness}”在第 ${size} 条处见过另一份账本;本数据库不是它见过的那一份。`,
    en: `Witness ${witness} has seen another log at size ${size}: this database is not the one that it saw.`,
  };
}
