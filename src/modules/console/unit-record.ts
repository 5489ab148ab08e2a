import { Injectable } from '@nestjs/common';
import { invariant } from '../../kernel/invariant.js';
import { Database } from '../../platform/database/database.js';
import { type Certificate, CertificatesQueries } from '../certificates/index.js';
import { InspectionQueries, photosOf, signedInspectionIdOf } from '../inspection/index.js';
import { LabellingQueries } from '../labelling/index.js';
import { packingOf } from '../packaging/index.js';
import { shipmentOf } from '../shipping/index.js';
import {
  genealogyOf,
  genealogyView,
  type GenealogyView,
  isInspectable,
  type Stage,
  STAGES,
  type Unit,
} from '../units/index.js';
import { certificateRow } from './certificate-pages.view.js';
import { nextStep, type NextStep } from './next-step.rules.js';
import { TO_INSPECT } from './queues.js';
import type { Visit } from './visit.js';

/** What later modules know of a unit, and what it waits for. */
@Injectable()
export class UnitRecord {
  constructor(
    private readonly database: Database,
    private readonly inspections: InspectionQueries,
    private readonly certificates: CertificatesQueries,
    private readonly labels: LabellingQueries,
  ) {}

  /** Everything that hangs on a unit which the visitor may see. */
  async of({ actor }: Visit, unit: Unit) {
    const { reader } = this.database;
    return {
      inspections: await this.inspections.inspections(actor, { unitId: unit.id }, {}),
      certificates: (await this.certificates.ofUnit(unit.id)).map(certificateRow),
      photos: await photosOf(reader, unit.id),
      packing: await packingOf(reader, unit.id),
      labels: await this.labels.counts(unit.id),
      shipment: await shipmentOf(reader, unit.id),
    };
  }

  async nextStep({ actor }: Visit, unit: Unit): Promise<NextStep> {
    const open = { unitId: unit.id, state: ['inspecting', 'awaiting-review'] as const };
    const [inspection] = await this.inspections.inspections(actor, open, { direction: 'desc', limit: 1 });
    const certificates = await this.certificates.ofUnit(unit.id);
    const live = certificates.find(({ state }) => state === 'valid' || state === 'suspended');
    return nextStep({
      unitId: unit.id,
      stage: stageOf(unit),
      isOnHold: isStopped(unit),
      isFilmed: unit.flow === 'merchant-films',
      inspectionId: inspection?.id,
      certificate: live && { id: live.id, state: live.state, isOutdated: await this.isOutdated(live) },
    });
  }

  /** From which lots it came, and what became of it. */
  async genealogy(unitId: string): Promise<GenealogyView> {
    return genealogyView(await genealogyOf(this.database.reader, unitId));
  }

  /** A later inspection was signed: the certificate is about an earlier one. */
  private async isOutdated({ unitId, inspectionId }: Certificate): Promise<boolean> {
    const signed = await signedInspectionIdOf(this.database.reader, unitId);
    return signed !== undefined && signed !== inspectionId;
  }
}

/** Stages whose next step is one of an inspection; a hold that waits for that one does not stop it. */
const INSPECTED_AT: readonly Stage[] = [...TO_INSPECT, 'failed', 'inspecting', 'awaiting-review'];

function isStopped(unit: Unit): boolean {
  return INSPECTED_AT.includes(stageOf(unit)) ? !isInspectable(unit) : unit.openHolds > 0;
}

export function stageOf({ stage }: Pick<Unit, 'stage'>): Stage {
  const known = STAGES.find((each) => each === stage);
  invariant(known, `${stage} is no stage`);
  return known;
}
