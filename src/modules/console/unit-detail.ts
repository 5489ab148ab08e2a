import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { REPACKED_AT } from '../repacking/index.js';
import { HAND_HOLD_CODES, RELEASING_ROLES, type Unit } from '../units/index.js';
import { isStepOf } from './next-step.rules.js';
import { UnitFacts } from './unit-facts.js';
import { UnitRecord } from './unit-record.js';
import { UnitTimeline } from './unit-timeline.js';
import type { Visit } from './visit.js';
import { WaysAside } from './ways-aside.js';

const HOLDING: readonly Role[] = ['receiver', 'inspector', 'reviewer', 'admin'];

const REPACKING: readonly Role[] = ['receiver', 'packer'];

/** All that the page of one unit shows. */
@Injectable()
export class UnitDetail {
  constructor(
    private readonly facts: UnitFacts,
    private readonly record: UnitRecord,
    private readonly timeline: UnitTimeline,
    private readonly ways: WaysAside,
  ) {}

  async of(visit: Visit, unit: Unit) {
    const { roles } = visit.actor;
    const step = await this.record.nextStep(visit, unit);
    const record = await this.record.of(visit, unit);
    return {
      unit: await this.facts.of(visit, unit),
      step: { ...step, isMine: isStepOf(step, roles) },
      genealogy: await this.record.genealogy(unit.id),
      mayRepack: isRepackable(unit) && REPACKING.some((role) => roles.includes(role)),
      holds: await this.ways.holds(visit, unit),
      ways: await this.ways.of(visit, unit),
      films: await this.ways.filmsOf(visit, unit),
      record,
      supersedes: record.certificates.find(({ state }) => state === 'valid' || state === 'suspended')?.id ?? '',
      timeline: await this.timeline.of(unit.id),
      mayHold: HOLDING.some((role) => roles.includes(role)),
      holdCodes: HAND_HOLD_CODES,
      releasingRoles: RELEASING_ROLES.filter((role) => role !== 'regulator'),
    };
  }
}

/** A lot that is here, free, and not in the middle of an inspection. */
export function isRepackable({ kind, flow, stage, openHolds }: Unit): boolean {
  const isHere = flow === 'warehouse-tests' && REPACKED_AT.some((each) => each === stage);
  return kind === 'lot' && openHolds === 0 && isHere;
}
