import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { validCertificateOf, printedNumber } from '../certificates/index.js';
import { photosOf } from '../inspection/index.js';
import { UnitsQueries } from '../units/index.js';
import { UnitFacts } from './unit-facts.js';
import type { Visit } from './visit.js';

/** A unit as it is handled: what it is, its photograph, its certificate. */
@Injectable()
export class GoodsAtStep {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsQueries,
    private readonly facts: UnitFacts,
  ) {}

  async of(visit: Visit, unitId: string) {
    const { reader } = this.database;
    const unit = await this.units.unit(visit.actor, unitId);
    const certificate = await validCertificateOf(reader, unit.id);
    const [photo] = await photosOf(reader, unit.id);
    return {
      unit: await this.facts.of(visit, unit),
      photo: photo ?? '',
      certificate: certificate ? { id: certificate.id, number: printedNumber(certificate.number) } : undefined,
    };
  }
}
