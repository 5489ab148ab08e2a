import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import type { CertificateContent } from './certificate-content.js';
import { numberFrom } from '../../kernel/certificate-number.js';
import { countingReadings } from '../inspection/index.js';
import { type Unit, unitScope, unitScopeSql } from '../units/index.js';
import { Certificate } from './certificates.entity.js';
import { refuse } from './certificates.refusals.js';
import { withdrawnGrounds } from './certificates.rules.js';

/** States in which a certificate still counts: a unit has at most one of them. */
export const LIVE_STATES: readonly string[] = ['valid', 'suspended'];

/** A unit that passed, as a queue shows it. */
export type PassedUnit = Pick<Unit, 'id' | 'name' | 'changedAt'>;

interface PassedWish {
  readonly isCertified: boolean;
  readonly limit: number;
}

/** Reads of certificates. Each is seen by its warehouse, its merchant and regulators; others see its public page. */
@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly database: Database,
    private readonly blobs: Blobs,
  ) {}

  certificates(viewer: Actor, where: Where<Certificate>, options: FindOptions<Certificate>): Promise<Certificate[]> {
    const scoped = { ...where, ...unitScope(viewer) };
    return this.database.reader.find(Certificate, scoped, { orderBy: 'id', ...options });
  }

  /**
   * The units that passed and have a valid certificate, or have none (a suspended one is none), oldest first. What its
   * merchant packed before a camera passes and is packed in one.
   */
  passedUnits(viewer: Actor, { isCertified, limit }: PassedWish): Promise<PassedUnit[]> {
    const [condition, params] = unitScopeSql(viewer, 'u');
    const filmed = isCertified ? '' : "OR (u.stage = 'packed' AND u.flow = 'merchant-films')";
    return this.database.reader.query<PassedUnit>(
      `SELECT u.id, u.name, u.changed_at AS "changedAt" FROM unit u WHERE (u.stage = 'passed' ${filmed}) AND ${condition}
        AND ${isCertified ? '' : 'NOT '}EXISTS (SELECT 1 FROM certificate c WHERE c.unit_id = u.id AND c.state = 'valid')
        ORDER BY u.id LIMIT ?`,
      [...params, limit],
    );
  }

  certificate(viewer: Actor, id: string): Promise<Certificate> {
    return certificateFor(this.database.reader, viewer, id);
  }

  /** Every certificate of a unit, oldest first. */
  ofUnit(unitId: string): Promise<Certificate[]> {
    return this.database.reader.find(Certificate, { unitId }, { orderBy: 'id' });
  }

  /** The bytes of the file that the log recorded; whoever asks has been checked. */
  async pdf({ id, pdfSha256 }: Certificate): Promise<Uint8Array> {
    if (!pdfSha256) throw refuse.notRendered();
    const bytes = await this.blobs.get(pdfSha256);
    invariant(bytes, `the file of certificate ${id} is not among the blobs: ${pdfSha256}`);
    return bytes;
  }
}

/** The certificate when the viewer's party may see it; otherwise it is as unknown as one that does not exist. */
export async function certificateFor(reader: Reader, viewer: Actor, id: string): Promise<Certificate> {
  const certificate = await reader.findOne(Certificate, { id, ...unitScope(viewer) });
  if (!certificate) throw refuse.unknown();
  return certificate;
}

/** The certificate of a unit that is valid or suspended. */
export function liveCertificateOf(reader: Reader, unitId: string): Promise<Certificate | undefined> {
  return reader.findOne(Certificate, { unitId, state: LIVE_STATES });
}

/** The valid certificate of a unit; a suspended one is none. */
export function validCertificateOf(reader: Reader, unitId: string): Promise<Certificate | undefined> {
  return reader.findOne(Certificate, { unitId, state: 'valid' });
}

/** Throws unless the unit has a valid certificate whose reports stand: nothing is packed, labelled or shipped without. */
export async function requireValidCertificate(reader: Reader, unitId: string): Promise<Certificate> {
  const certificate = await validCertificateOf(reader, unitId);
  if (!certificate) throw refuse.noneValid();
  const withdrawn = withdrawnGrounds(await countingReadings(reader, certificate.inspectionId));
  if (withdrawn) throw withdrawn;
  return certificate;
}

/** By its show code, spelled exactly. */
export function certificateByCode(reader: Reader, code: string): Promise<Certificate | undefined> {
  return reader.findOne(Certificate, { code });
}

/** By its number as a person types it: `YZ-7K3QX-9M2D0`, `yz7k3qx9m2d0` and `7K3QX9M2D0` are one. */
export async function certificateByNumber(reader: Reader, typed: string): Promise<Certificate | undefined> {
  const number = numberFrom(typed);
  return number === undefined ? undefined : reader.findOne(Certificate, { number });
}

/** What the certificate says. */
export function contentOf(certificate: Certificate): CertificateContent {
  return JSON.parse(certificate.content) as CertificateContent;
}
