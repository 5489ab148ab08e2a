import type { Role } from '../../kernel/actor.js';
import type { Stage } from '../units/index.js';

/** What has to happen to a unit next. */
export type StepKey =
  | 'start'
  | 'accept'
  | 'continue'
  | 'review'
  | 'restart'
  | 'certify'
  | 'reinstate'
  | 'renew'
  | 'pack'
  | 'label'
  | 'ship'
  | 'handOver'
  | 'release'
  | 'none';

/** Where a unit stands, as far as its next step depends on it. */
export interface Standing {
  readonly unitId: string;
  readonly stage: Stage;
  readonly isOnHold: boolean;
  /** Its merchant packs, labels and ships it. */
  readonly isFilmed: boolean;
  /** The inspection that is open or waits for review. */
  readonly inspectionId: string | undefined;
  /** Its certificate that counts, or that is suspended. */
  readonly certificate:
    | {
        readonly id: string;
        readonly state: string;
        /** Of an inspection before the last one. */ readonly isOutdated: boolean;
      }
    | undefined;
}

/** The next step, who takes it, and on which page; a step without a page is one press on the unit's own page. */
export interface NextStep {
  readonly key: StepKey;
  readonly roles: readonly Role[];
  readonly href: string | undefined;
}

/** The one thing that a unit waits for. */
export function nextStep(standing: Standing): NextStep {
  const { unitId, stage, isOnHold, inspectionId } = standing;
  const inspectionPage = inspectionId === undefined ? undefined : `/console/inspections/${inspectionId}`;
  if (isOnHold) return step('release', ['reviewer', 'admin']);
  switch (stage) {
    case 'intake-exception':
      return step('accept', ['merchant']);
    case 'awaiting-resubmission':
    case 'reinspection':
    case 'received':
      return step('start', ['inspector']);
    case 'inspecting':
      return step('continue', ['inspector'], inspectionPage);
    case 'awaiting-review':
      return step('review', ['reviewer'], inspectionId === undefined ? undefined : `/console/reviews/${inspectionId}`);
    case 'failed':
      return step('restart', ['inspector']);
    case 'passed':
      return stepOfCertificate(standing) ?? step('pack', ['packer'], `/console/packing/${unitId}`);
    case 'packed':
      return stepOfCertificate(standing) ?? stepOfPacked(standing);
    case 'labelled':
      if (standing.isFilmed) return step('ship', ['merchant', 'shipper']);
      return step('ship', ['shipper'], `/console/shipments/new?unit=${unitId}`);
    case 'awaiting-pickup':
      return step('handOver', ['shipper', 'receiver']);
    case 'shipped':
    case 'picked-up':
    case 'returned':
    case 'destroyed':
    case 'repacked':
      return step('none', []);
  }
}

/** Tells whether someone with these roles takes the step. */
export function isStepOf({ roles }: NextStep, own: readonly Role[]): boolean {
  return roles.some((role) => own.includes(role));
}

/** What its certificate waits for; undefined while it is valid. */
function stepOfCertificate({ certificate }: Standing): NextStep | undefined {
  if (!certificate) return step('certify', ['reviewer']);
  if (certificate.isOutdated) return step('renew', ['reviewer']);
  if (certificate.state === 'valid') return undefined;
  return step('reinstate', ['reviewer', 'admin'], `/console/certificates/${certificate.id}`);
}

function stepOfPacked({ unitId, isFilmed }: Standing): NextStep {
  return isFilmed ? step('label', ['merchant', 'packer']) : step('label', ['packer'], `/console/labels/${unitId}`);
}

function step(key: StepKey, roles: readonly Role[], href?: string): NextStep {
  return { key, roles, href };
}
