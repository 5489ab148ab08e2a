import type { Actor } from '../../kernel/actor.js';
import { normalizeText } from '../../kernel/text.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { type Inspection, resultsOf } from '../inspection/index.js';
import {
  attributesOf,
  hold as holdSubject,
  holdUnit,
  type ReleasingRule,
  requireStage,
  RESTING_STAGES,
  unit as unitSubject,
  type Unit,
} from '../units/index.js';
import type { Nonconformity, NonconformityPhoto, NonconformityWitness } from './nonconformity.entity.js';
import type { Disposition, Regrade, Severity } from './nonconformity.events.js';
import * as events from './nonconformity.events.js';
import { refuse } from './nonconformity.refusals.js';

const HELD: ReleasingRule = { roles: ['reviewer', 'admin'], isOtherPerson: false, condition: 'nonconformity-closed' };

export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly found: string;
  readonly inspection: Inspection | undefined;
  /** Codes of items that failed in that inspection. */
  readonly items: readonly string[];
  readonly units: readonly FoundUnit[];
}

export interface FoundUnit {
  readonly unit: Unit;
  readonly holdId: string;
  /** On a record that is not closed. */
  readonly isOnRecord: boolean;
}

/** Opens a record over goods of one merchant and stops them until it is closed. Not in the middle of an inspection. */
export function openNonconformity(actor: Actor, finding: Finding): LedgerEvent[] {
  const { id, severity, found, inspection, items, units } = finding;
  requireFailedItems(finding);
  const [first] = units;
  if (!first || units.some(({ unit }) => unit.merchantId !== first.unit.merchantId)) throw refuse.severalMerchants();
  for (const { unit, isOnRecord } of units) {
    requireStage(unit, RESTING_STAGES);
    if (isOnRecord) throw refuse.alreadyOpen({ name: unit.name });
  }
  const { warehouseId, merchantId } = first.unit;
  const subjects = [
    events.nonconformity(id),
    ...units.flatMap(({ unit, holdId }) => [unitSubject(unit.id), holdSubject(holdId)]),
  ];
  const reason = normalizeText(found);
  const party = {
    ...{ warehouseId, merchantId, found: reason, items },
    ...(inspection ? { inspectionId: inspection.id } : {}),
    units: units.map(({ unit, holdId }) => ({ unitId: unit.id, holdId })),
    number: actor.number,
    accountId: actor.accountId,
  };
  return [
    events.nonconformityOpened(subjects, { public: { severity }, party }),
    ...units.flatMap(({ unit, holdId }) =>
      holdUnit(unit, { id: holdId, code: 'nonconformity', reason, releasing: HELD }),
    ),
  ];
}

export interface Decision {
  readonly disposition: Disposition;
  readonly instruction: string;
  readonly regrade?: Regrade;
}

/** Another person than who opened the record decides, once, what becomes of the goods. */
export function disposeNonconformity(
  actor: Actor,
  record: Nonconformity,
  units: readonly Unit[],
  { disposition, instruction, regrade }: Decision,
): LedgerEvent[] {
  if (record.state !== 'open') throw refuse.notOpen();
  if (record.openedBy === actor.accountId) throw refuse.samePerson();
  if (disposition === 'regrade' && (!regrade || !units.every((unit) => isOther(unit, regrade)))) {
    throw refuse.regradeMissing();
  }
  if (disposition !== 'regrade' && regrade) throw refuse.regradeUnwanted();
  const party = {
    instruction: normalizeText(instruction),
    ...(regrade ? { regrade } : {}),
    ...{ number: actor.number, accountId: actor.accountId },
  };
  const subjects = [events.nonconformity(record.id), ...units.map(({ id }) => unitSubject(id))];
  return [events.nonconformityDisposed(subjects, { public: { disposition }, party })];
}

/** A photograph, until the record is closed. The same one again changes nothing. */
export function addEvidence(
  { accountId }: Actor,
  record: Nonconformity,
  photos: readonly NonconformityPhoto[],
  sha256: string,
): LedgerEvent[] {
  if (record.state === 'closed') throw refuse.isClosed();
  if (photos.some((photo) => photo.sha256 === sha256)) return [];
  return [events.evidenceAdded([events.nonconformity(record.id)], { party: { sha256, accountId } })];
}

/** Each witness says so for itself. */
export function witnessDestruction(
  { accountId, number }: Actor,
  record: Nonconformity,
  witnesses: readonly NonconformityWitness[],
): LedgerEvent[] {
  if (record.state === 'closed') throw refuse.isClosed();
  if (record.disposition !== 'destroy') throw refuse.notDestroying();
  if (witnesses.some((witness) => witness.accountId === accountId)) throw refuse.alreadyWitnessed();
  return [events.destructionWitnessed([events.nonconformity(record.id)], { party: { number, accountId } })];
}

function isOther(unit: Unit, { name, attributes }: Regrade): boolean {
  const now = attributesOf(unit);
  const isRenamed = name !== undefined && normalizeText(name) !== unit.name;
  return isRenamed || Object.entries(attributes).some(([code, value]) => String(now[code]) !== String(value));
}

function requireFailedItems({ inspection, items, units }: Finding): void {
  if (inspection && !units.some(({ unit }) => unit.id === inspection.unitId)) throw refuse.inspectionOfAnother();
  const results = inspection ? resultsOf(inspection) : [];
  const others = items.filter((item) => !results.some((each) => each.item === item && each.verdict === 'fail'));
  if (others.length > 0) throw refuse.itemNotFailed({ items: others.join(', ') });
}
