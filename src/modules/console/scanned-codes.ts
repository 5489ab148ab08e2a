import { Injectable } from '@nestjs/common';
import { normalizeCode } from '../../kernel/base32.js';
import { isId } from '../../kernel/ids.js';
import { CODE_LENGTH } from '../../kernel/verify-url.js';
import { normalizeText } from '../../kernel/text.js';
import { Database } from '../../platform/database/database.js';
import { type Certificate, certificateByCode, certificateByNumber } from '../certificates/index.js';
import { IntakeQueries } from '../intake/index.js';
import { instrumentByCode } from '../instruments/index.js';
import { labelByCode } from '../labelling/index.js';
import { Packing, sealNumber } from '../packaging/index.js';
import { type Unit, UnitsQueries } from '../units/index.js';
import { isStepOf } from './next-step.rules.js';
import { UnitRecord } from './unit-record.js';
import type { Visit } from './visit.js';

/** Finds what a scanned or typed number belongs to, and the page that the visitor wants of it. */
@Injectable()
export class ScannedCodes {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsQueries,
    private readonly intake: IntakeQueries,
    private readonly record: UnitRecord,
  ) {}

  /** The page: of a certificate for who deals with certificates, of the unit's next step for who takes it, else of the unit. */
  async pageOf(visit: Visit, typed: string): Promise<string | undefined> {
    const text = lastPart(typed);
    if (text === '') return undefined;
    const certificate = await this.certificateOf(text);
    const unit = await this.seen(visit, certificate?.unitId ?? (await this.unitIdOf(text)));
    if (!unit) return (await this.consignmentPage(visit, text)) ?? this.instrumentPage(visit, text);
    if (certificate && dealsWithCertificates(visit)) return `/console/certificates/${certificate.id}`;
    const step = await this.record.nextStep(visit, unit);
    return (isStepOf(step, visit.actor.roles) ? step.href : undefined) ?? `/console/units/${unit.id}`;
  }

  /** The unit that a number belongs to, when the visitor may see it. */
  async unitOf(visit: Visit, typed: string): Promise<Unit | undefined> {
    const text = lastPart(typed);
    if (text === '') return undefined;
    const certificate = await this.certificateOf(text);
    return this.seen(visit, certificate?.unitId ?? (await this.unitIdOf(text)));
  }

  private async certificateOf(text: string): Promise<Certificate | undefined> {
    const { reader } = this.database;
    const code = normalizeCode(text);
    const byCode = code.length === CODE_LENGTH ? await certificateByCode(reader, code) : undefined;
    return byCode ?? certificateByNumber(reader, text);
  }

  private async unitIdOf(text: string): Promise<string | undefined> {
    if (isId(text.toLowerCase())) return text.toLowerCase();
    const { reader } = this.database;
    const label = await labelByCode(reader, normalizeCode(text));
    return (
      label?.unitId ?? (await reader.findOne(Packing, { sealNo: [sealNumber(text), normalizeText(text)] }))?.unitId
    );
  }

  /** Another party's unit is as unknown as one that does not exist. */
  private async seen({ actor }: Visit, id: string | undefined): Promise<Unit | undefined> {
    if (id === undefined) return undefined;
    const [unit] = await this.units.units(actor, { id }, { limit: 1 });
    return unit;
  }

  private async instrumentPage({ actor }: Visit, text: string): Promise<string | undefined> {
    const found = await instrumentByCode(this.database.reader, actor.partyId, text);
    return found && `/console/instruments/${found.id}`;
  }

  private async consignmentPage({ actor }: Visit, text: string): Promise<string | undefined> {
    const where = isId(text.toLowerCase()) ? { id: text.toLowerCase() } : { reference: normalizeText(text) };
    const [consignment] = await this.intake.consignments(actor, where, { direction: 'desc', limit: 1 });
    return consignment && `/console/consignments/${consignment.id}`;
  }
}

/** A QR code says an address; what counts is its last part. */
function lastPart(typed: string): string {
  const text = typed.trim();
  return /^https?:\/\//i.test(text) ? (text.split(/[?#]/)[0]?.split('/').findLast(Boolean) ?? '') : text;
}

function dealsWithCertificates({ actor }: Visit): boolean {
  return actor.roles.some((role) => ['reviewer', 'admin', 'merchant', 'regulator', 'host'].includes(role));
}
