import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import type { Tx } from '../../platform/database/sql.js';
import { Certificate } from './certificates.entity.js';
import type { PublicReason } from './certificates.events.js';
import { type ListDecision, reinstateAfterCalibration, suspendForCalibration } from './certificates.rules.js';
import { DoubtfulCertificates, type DoubtfulSet } from './doubtful-certificates.queries.js';
import { refuse } from './certificates.refusals.js';
import { reinstatementObjection } from './reinstatement.queries.js';

/** So many certificates change their state in one turn of the writer: others are let in between. */
const PER_TURN = 200;

/** What became of a whole list. */
export interface ListOutcome {
  readonly receipt: Receipt;
  readonly changed: number;
  /** Those that were not in a state to be changed, as they are. */
  readonly skipped: readonly Certificate[];
}

/** Suspends all certificates that a failed calibration puts in doubt, and reinstates them, in one command each. */
@Injectable()
export class DoubtfulCertificatesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly doubtful: DoubtfulCertificates,
  ) {}

  async suspendAll(actor: Actor, calibrationId: string, reason: PublicReason): Promise<ListOutcome> {
    const found = await this.doubtful.of(actor, calibrationId);
    if (found.calibration.result === 'pass') throw refuse.calibrationPassed();
    const by = { reason, accountId: actor.accountId, calibrationId };
    return this.changeAll(actor, found, async (_, certificates) => suspendForCalibration(certificates, by));
  }

  /** All of them, or those that are named. */
  async reinstate(
    actor: Actor,
    calibrationId: string,
    { reason, certificateIds }: { readonly reason: PublicReason; readonly certificateIds?: readonly string[] },
  ): Promise<ListOutcome> {
    const found = await this.doubtful.of(actor, calibrationId);
    const unknown = certificateIds?.find((id) => !found.certificates.some((each) => each.id === id));
    if (unknown !== undefined) throw refuse.notInDoubt();
    const wanted = found.certificates.filter(({ id }) => certificateIds?.includes(id) ?? true);
    const by = { reason, accountId: actor.accountId, calibrationId };
    return this.changeAll(actor, { ...found, certificates: wanted }, async (tx, certificates) =>
      reinstateAfterCalibration(certificates, { ...by, against: await againstReinstatement(tx, certificates) }),
    );
  }

  /**
   * Turn after turn; who repeats the command after a failure goes on where it stopped, since what is done is skipped.
   * For that reason an Idempotency-Key has nothing to do here: it belongs to one turn.
   */
  private async changeAll(
    by: Actor,
    { certificates }: DoubtfulSet,
    change: (tx: Tx, certificates: readonly Certificate[]) => Promise<ListDecision>,
  ): Promise<ListOutcome> {
    const { accountId, pseudonym, number, partyId, partyKind, roles } = by;
    const actor: Actor = { accountId, pseudonym, number, partyId, partyKind, roles };
    const entries: Receipt['entries'] = [];
    let checkpoint = '';
    const skipped: Certificate[] = [];
    for (let from = 0; from < certificates.length; from += PER_TURN) {
      const ids = certificates.slice(from, from + PER_TURN).map(({ id }) => id);
      let others: readonly Certificate[] = [];
      const receipt = await this.ledger.record(actor, async (tx) => {
        const decision = await change(tx, await tx.find(Certificate, { id: ids }, { orderBy: 'id' }));
        others = decision.others;
        return decision.events;
      });
      skipped.push(...others);
      entries.push(...receipt.entries);
      checkpoint = receipt.checkpoint || checkpoint;
    }
    return { receipt: { entries, checkpoint }, changed: entries.length, skipped };
  }
}

/** Those that would not be given back one by one either. */
async function againstReinstatement(tx: Tx, certificates: readonly Certificate[]): Promise<ReadonlySet<string>> {
  const against = new Set<string>();
  for (const certificate of certificates) {
    if (await reinstatementObjection(tx, certificate)) against.add(certificate.id);
  }
  return against;
}
