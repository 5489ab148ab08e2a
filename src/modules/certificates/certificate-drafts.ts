import { Injectable } from '@nestjs/common';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { Instant } from '../../kernel/instant.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { missingGlyphs } from '../../platform/documents/fonts.js';
import { Catalog } from '../catalog/index.js';
import { type SignedInspection, signedInspectionOf } from '../inspection/index.js';
import { partyOf } from '../parties/index.js';
import type { Unit } from '../units/index.js';
import type { CertificateContent } from './certificate-content.js';
import { certificateContent } from './certificate-content.rules.js';
import { CertificateMarker } from './certificate-marks.js';
import { type Confirmation, requireConsistency } from './consistency-order.rules.js';
import { ConsistencyQueries } from './consistency.queries.js';
import { refuse } from './certificates.refusals.js';

/** What a reviewer wants certified. */
export interface CertificateWish {
  readonly unit: Unit;
  readonly signed: SignedInspection;
  /** Number of who issues. */
  readonly reviewer: string;
  readonly confirmations: readonly Confirmation[];
  /** The time of the turn, so that no certificate is older than an entry before it. */
  readonly at: Instant;
}

/** Writes the content of a certificate, inside the turn that issues it. */
@Injectable()
export class CertificateDrafts {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly marker: CertificateMarker,
    private readonly consistency: ConsistencyQueries,
  ) {}

  /** Brings fonts and category into memory, so that no turn of the writer waits for files. */
  async prepare(unitId: string): Promise<void> {
    missingGlyphs('');
    const signed = await signedInspectionOf(this.database.reader, unitId);
    if (signed) await this.catalog.categoryOf(signed.plan.categoryHash);
  }

  /** What the certificate of a unit says; refuses texts that contradict each other, and what cannot be printed. */
  async content(
    reader: Reader,
    { unit, signed, reviewer, confirmations, at }: CertificateWish,
  ): Promise<CertificateContent> {
    const { category } = await this.catalog.categoryOf(signed.plan.categoryHash);
    const findings = await this.consistency.check(reader, unit, category, signed);
    const confirmed = requireConsistency(findings, confirmations, reviewer);
    const warehouse = await partyOf(reader, unit.warehouseId);
    const merchant = await partyOf(reader, unit.merchantId);
    const marks = await this.marker.marks(reader, unit.isSample, at);
    const content = certificateContent({ unit, signed, category, warehouse, merchant, confirmed }, marks);
    requirePrintable(content);
    return content;
  }
}

function requirePrintable(content: CertificateContent): void {
  const missing = missingGlyphs(canonicalJson(content as unknown as Json));
  if (missing.length > 0) throw refuse.unprintable({ characters: missing.join(' ') });
}
