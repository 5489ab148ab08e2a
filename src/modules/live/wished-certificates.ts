import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { Certificate } from '../certificates/index.js';
import { VerificationQueries, type Wanted, wantedCode } from '../verification/index.js';
import { refuse } from './live.refusals.js';

/** How a host names what to show: by id, by a code that was scanned, or by a number that was typed. */
export interface PickWish {
  readonly certificateId?: string;
  readonly code?: string;
  readonly number?: string;
}

/** Finds what a host may show: the certificates of its own party, and anybody's whose show code it has. */
@Injectable()
export class WishedCertificates {
  constructor(
    private readonly database: Database,
    private readonly codes: VerificationQueries,
  ) {}

  /** The id of the certificate; one that the host may not show is as unknown as one that does not exist. */
  async find(actor: Actor, wish: PickWish): Promise<string> {
    const { certificateId, code, number } = wish;
    const given = [certificateId, code, number].filter((one) => one !== undefined);
    if (given.length !== 1) throw refuse.pickOne();
    const certificate =
      certificateId === undefined
        ? await this.byCode(actor, wantedCode(code ?? number ?? ''))
        : ownOf(actor, await this.database.reader.findOne(Certificate, { id: certificateId }));
    if (!certificate) throw refuse.certificateUnknown();
    return certificate.id;
  }

  /** The code of a label leads to its certificate too, but only for its owner: goods in hand are scanned by it. */
  private async byCode(actor: Actor, wanted: Wanted): Promise<Certificate | undefined> {
    const found = await this.codes.find(wanted);
    const isByShowCode = wanted.kind === 'code' && found?.certificate.code === wanted.text;
    return isByShowCode ? found.certificate : ownOf(actor, found?.certificate);
  }
}

function ownOf({ partyId }: Actor, certificate: Certificate | undefined): Certificate | undefined {
  const isOwn = certificate?.warehouseId === partyId || certificate?.merchantId === partyId;
  return isOwn ? certificate : undefined;
}
