import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { departureOf, pickUpOf } from '../diversions/index.js';
import { exceptionOf, INTAKE_DIFFERENCES } from '../intake/index.js';
import {
  ENDED_STAGES,
  INSPECTED_STAGES,
  REACHED_FROM,
  RESTING_STAGES,
  mayWaive,
  releasingOf,
  resubmissionLimitOf,
  type Stage,
  type Unit,
  UnitHold,
} from '../units/index.js';
import { NonconformityQueries } from '../nonconformity/index.js';
import { PackingFilms } from './packing-films.js';
import type { Visit } from './visit.js';

const HANDING_OUT = ['merchant', 'receiver', 'shipper'] as const satisfies readonly Role[];

/** What may be done with a unit beside its next step, each with from where it starts and who does it. */
const WAYS = [
  ['exception', REACHED_FROM['intake-exception'], ['receiver']],
  ['accept', REACHED_FROM.received, ['merchant']],
  ['resubmit', REACHED_FROM['awaiting-resubmission'], ['merchant']],
  ['reinspect', INSPECTED_STAGES, ['reviewer']],
  ['pickUp', REACHED_FROM['awaiting-pickup'], HANDING_OUT],
  ['handOver', REACHED_FROM['picked-up'], ['receiver', 'shipper']],
  ['return', REACHED_FROM.returned, ['receiver', 'shipper']],
] as const satisfies readonly (readonly [string, readonly Stage[], readonly Role[]])[];

const REPORTING: readonly Role[] = ['receiver', 'inspector', 'reviewer', 'packer', 'shipper'];
const INTERCEPTING: readonly Role[] = ['merchant', 'receiver', 'reviewer', 'shipper', 'admin', 'regulator'];

/** The ways aside of a unit: which are open to the visitor, and what was done of them. */
@Injectable()
export class WaysAside {
  constructor(
    private readonly database: Database,
    private readonly records: NonconformityQueries,
    private readonly films: PackingFilms,
  ) {}

  /** The holds of a unit, oldest first, each with its rule. */
  async holds({ actor }: Visit, { id: unitId }: Unit) {
    const holds = await this.database.reader.find(UnitHold, { unitId }, { orderBy: 'openedAt' });
    return holds.map((hold) => holdLine(actor, hold));
  }

  /** The films of goods that their merchant packs; undefined of others. */
  filmsOf(visit: Visit, unit: Unit) {
    return this.films.of(visit, unit);
  }

  async of({ actor }: Visit, unit: Unit) {
    const { reader } = this.database;
    const { roles } = actor;
    const open: string[] = WAYS.filter(
      ([, from, who]) => from.some((stage) => stage === unit.stage) && who.some((role) => roles.includes(role)),
    ).map(([key]) => key);
    const pickUp = await pickUpOf(reader, actor, unit.id);
    const isComing = unit.stage === 'awaiting-pickup';
    const isCalledOff = isComing && pickUp?.by === 'buyer' && HANDING_OUT.some((role) => roles.includes(role));
    const isHere = !ENDED_STAGES.some((stage) => stage === unit.stage);
    return {
      open: [
        ...open,
        ...(isCalledOff ? ['callOff'] : []),
        ...(isHere && INTERCEPTING.some((role) => roles.includes(role)) ? ['intercept'] : []),
      ],
      causes: { merchant: ['refund'], regulator: ['regulator'] }[String(actor.partyKind)] ?? ['refund', 'regulator'],
      differences: INTAKE_DIFFERENCES,
      exception: await exceptionOf(reader, unit.id),
      pickUp: isComing ? pickUp : undefined,
      departure: await departureOf(reader, actor, unit.id),
      mayReport: RESTING_STAGES.some((stage) => stage === unit.stage) && REPORTING.some((role) => roles.includes(role)),
      records: await this.records.ofUnit(unit.id),
      tries: unit.tries,
      limit: await resubmissionLimitOf(reader, unit.warehouseId),
    };
  }
}

/** A hold with its rule, and whether this visitor may release it now. */
function holdLine(actor: Actor, hold: UnitHold) {
  const { roles, pseudonym, partyId } = actor;
  const releasing = releasingOf(hold);
  const waitsFor = hold.conditionMetAt === null ? releasing.condition : undefined;
  const isRole = releasing.roles.some((role) => roles.includes(role));
  const isOther = !releasing.isOtherPerson || hold.openedBy !== pseudonym;
  const isParty = releasing.partyId === undefined || releasing.partyId === partyId;
  const isWaived = waitsFor !== undefined && mayWaive(actor, hold, waitsFor);
  return {
    ...{ ...hold, releasing, waitsFor },
    mayRelease: isWaived || (isRole && isParty && isOther && waitsFor === undefined),
  };
}
