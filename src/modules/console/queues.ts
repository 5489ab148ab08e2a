import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { CertificatesQueries, type PassedUnit } from '../certificates/index.js';
import { InspectionQueries } from '../inspection/index.js';
import { type Stage, UnitsQueries } from '../units/index.js';

/** One thing that waits: the page where it goes on, what it is, and since when. */
export interface Waiting {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly since: string;
}

/** Queues are read this far; who has more sees that there are more. */
export const QUEUE_LENGTH = 51;

export const OLDEST = { limit: QUEUE_LENGTH } as const;

/** Stages at which goods wait for an inspector to begin. */
export const TO_INSPECT = ['received', 'awaiting-resubmission', 'reinspection'] as const satisfies readonly Stage[];

/** Units and inspections that wait at each step, oldest first, as far as the viewer may see it. */
@Injectable()
export class Queues {
  constructor(
    private readonly units: UnitsQueries,
    private readonly inspections: InspectionQueries,
    private readonly certificates: CertificatesQueries,
  ) {}

  async atStage(actor: Actor, stage: Stage | readonly Stage[], hrefOf: (id: string) => string): Promise<Waiting[]> {
    return (await this.units.units(actor, { stage }, OLDEST)).map((unit) => waiting(unit, hrefOf(unit.id)));
  }

  /** What the warehouse itself labels and ships, and its merchant does not. */
  async inHouse(actor: Actor, stage: Stage, hrefOf: (id: string) => string): Promise<Waiting[]> {
    const units = await this.units.units(actor, { stage, flow: 'warehouse-tests' }, OLDEST);
    return units.map((unit) => waiting(unit, hrefOf(unit.id)));
  }

  async inspectionsIn(
    actor: Actor,
    state: 'inspecting' | 'awaiting-review',
    hrefOf: (id: string) => string,
  ): Promise<Waiting[]> {
    const rows = await this.inspections.inspections(actor, { state }, OLDEST);
    const units = await this.units.units(actor, { id: rows.map(({ unitId }) => unitId) }, {});
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return rows.map(({ id, unitId, startedAt, submittedAt }) => ({
      id,
      href: hrefOf(id),
      name: names.get(unitId) ?? unitId,
      since: state === 'inspecting' ? startedAt : (submittedAt ?? startedAt),
    }));
  }

  /** Units that passed and have no certificate that counts: none yet, or one that is suspended. */
  async toCertify(actor: Actor): Promise<Waiting[]> {
    const units = await this.certificates.passedUnits(actor, { isCertified: false, ...OLDEST });
    return units.map((unit) => waiting(unit, `/console/units/${unit.id}`));
  }

  /** Units that passed and have a valid certificate. */
  async toPack(actor: Actor): Promise<Waiting[]> {
    const units = await this.certificates.passedUnits(actor, { isCertified: true, ...OLDEST });
    return units.map((unit) => waiting(unit, `/console/packing/${unit.id}`));
  }
}

function waiting({ id, name, changedAt }: PassedUnit, href: string): Waiting {
  return { id, href, name, since: changedAt };
}
