import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { doubtfulInstrumentsOf, signedInspectionOf } from '../inspection/index.js';
import { samplesOut } from '../reports/index.js';
import { unitFor } from '../units/index.js';
import { CertificateDrafts } from './certificate-drafts.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { certificateIssued, type CertificateState, type PublicReason } from './certificates.events.js';
import { certificateFor, liveCertificateOf } from './certificates.queries.js';
import type { Confirmation } from './consistency-order.rules.js';
import {
  changeState,
  issueCertificate,
  requireGrounds,
  requireSamplesBack,
  requireStandingReports,
  requireTrustedInstruments,
} from './certificates.rules.js';
import { reinstatementObjection } from './reinstatement.queries.js';

export interface IssueWish {
  /** The unit's certificate that the new one replaces. */
  readonly supersedes?: string;
  readonly confirmations?: readonly Confirmation[];
}

@Injectable()
export class CertificatesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly drafts: CertificateDrafts,
    private readonly renderer: CertificateRenderer,
  ) {}

  /** Issues, and then makes the file: what is printed stands in the log already. */
  async issue(actor: Actor, unitId: string, { supersedes, confirmations = [] }: IssueWish): Promise<Receipt> {
    await this.drafts.prepare(unitId);
    const receipt = await this.ledger.record(actor, async (tx, _, at) => {
      const unit = await unitFor(tx, actor, unitId);
      const signed = requireGrounds(actor, unit, await signedInspectionOf(tx, unit.id));
      const content = await this.drafts.content(tx, { unit, signed, reviewer: actor.number, confirmations, at });
      requireStandingReports(signed);
      requireSamplesBack(await samplesOut(tx, unit.id));
      requireTrustedInstruments(await doubtfulInstrumentsOf(tx, signed.id, content.zone));
      const live = await liveCertificateOf(tx, unit.id);
      const { accountId } = actor;
      return issueCertificate({
        id: this.ids.next(),
        content,
        unit,
        inspectionId: signed.id,
        accountId,
        live,
        supersedes,
      });
    });
    for (const id of issuedIn(receipt)) await this.renderer.render(id);
    return receipt;
  }

  /** Suspends, reinstates or revokes. */
  changeState(
    actor: Actor,
    id: string,
    change: { readonly state: Exclude<CertificateState, 'superseded'>; readonly reason: PublicReason },
  ): Promise<Receipt> {
    const { state, reason } = change;
    return this.ledger.record(actor, async (tx) => {
      const certificate = await certificateFor(tx, actor, id);
      if (state === 'valid') {
        const objection = await reinstatementObjection(tx, certificate);
        if (objection) throw objection;
      }
      return changeState(certificate, state, { reason, accountId: actor.accountId });
    });
  }
}

function issuedIn(receipt: Receipt): string[] {
  const issued = receipt.entries.filter(({ kind }) => kind === certificateIssued.kind);
  return issued.flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'certificate').map(({ id }) => id));
}
