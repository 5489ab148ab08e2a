import type { Actor, Role } from '../../kernel/actor.js';
import { refusedWith } from '../../../test/support/refused.js';
import { endHold, holdUnit, lapseCondition, meetCondition, type NewHold, releaseHold } from './hold.rules.js';
import { HOLD_CODES, type ReleasingRule } from './holds.js';
import type { Unit, UnitHold } from './units.entity.js';
import { ENDED_STAGES, STAGES } from './stages.rules.js';

const AT = '2026-11-22T01:00:00.000Z';
const HOLD: NewHold = { id: 'h1', code: 'complaint', reason: '商家投诉' };

function unitAt(stage: string): Unit {
  return { id: 'u1', stage, openHolds: 0, inspectableHolds: 0 } as Unit;
}

function row(releasing?: ReleasingRule, changes: Partial<UnitHold> = {}): UnitHold {
  const open = { releasedAt: null, conditionMetAt: null, openedBy: 'ann' };
  return {
    id: 'h1',
    unitId: 'u1',
    ...open,
    releasing: releasing ? JSON.stringify(releasing) : null,
    ...changes,
  } as UnitHold;
}

function person(pseudonym: string, ...roles: Role[]): Actor {
  return { pseudonym, roles, partyId: 'p1' } as unknown as Actor;
}

const BEA = person('bea', 'reviewer');

describe('a hold', () => {
  it.each(STAGES)('stops what has not left yet: %s', (stage) => {
    const code = refusedWith(() => holdUnit(unitAt(stage), HOLD));
    expect(code).toBe(ENDED_STAGES.includes(stage) ? 'units.wrong-stage' : 'taken');
  });

  it.each(['intake-exception', 'awaiting-pickup'])('waits for no inspection that cannot come, at %s', (stage) => {
    const releasing: ReleasingRule = { roles: ['reviewer'], isOtherPerson: true, condition: 'inspection-signed' };
    expect(refusedWith(() => holdUnit(unitAt(stage), { ...HOLD, releasing }))).toBe('units.inspection-not-ahead');
    expect(holdUnit(unitAt('failed'), { ...HOLD, releasing })).toHaveLength(1);
  });

  it.each(HOLD_CODES)('keeps its reason and code from the public: %s', (code) => {
    const [event] = holdUnit(unitAt('received'), { ...HOLD, code });
    expect(event?.contents.public).toEqual({ isHeld: true });
    expect(event?.contents.party).toMatchObject({ reason: '商家投诉', code });
  });
});

describe('a release', () => {
  const RULE: ReleasingRule = { roles: ['admin', 'inspector'], isOtherPerson: true, condition: 'inspection-signed' };
  const met = { conditionMetAt: AT };

  it.each([
    ['of an old hold, by a reviewer', BEA, row(), 'taken'],
    ['of an old hold, by who opened it', person('ann', 'admin'), row(), 'taken'],
    ['of an old hold, by an inspector', person('cy', 'inspector'), row(), 'units.release-role'],
    ['by a role that the rule names', person('cy', 'inspector'), row(RULE, met), 'taken'],
    ['by a role that it does not name', BEA, row(RULE, met), 'units.release-role'],
    ['by the party that the rule names', BEA, row({ ...RULE, roles: ['reviewer'], partyId: 'p1' }, met), 'taken'],
    ['by another party', BEA, row({ ...RULE, roles: ['reviewer'], partyId: 'p2' }, met), 'units.release-party'],
    ['by who opened it', person('ann', 'admin'), row(RULE, met), 'units.release-other-person'],
    ['before the condition is met', person('cy', 'admin'), row(RULE), 'units.release-needs-inspection'],
    ['a second time', BEA, row(undefined, { releasedAt: AT }), 'units.hold-already-released'],
  ])('%s', (_, actor, hold, code) => {
    expect(refusedWith(() => releaseHold(actor, hold, '核实'))).toBe(code);
  });

  const AWAITED: ReleasingRule = { roles: ['reviewer'], isOtherPerson: false, condition: 'report-filed' };

  it.each([
    ['by whom its rule names, once the report counts', BEA, row(AWAITED, met), 'taken'],
    ['by whom its rule names, before', BEA, row(AWAITED), 'units.release-needs-report'],
    ['by an administrator, before', person('cy', 'admin'), row(AWAITED), 'taken'],
    ['by an administrator who opened it, before', person('ann', 'admin'), row(AWAITED), 'units.release-needs-report'],
  ])('of goods that wait for a report, %s', (_, actor, hold, code) => {
    expect(refusedWith(() => releaseHold(actor, hold, '检测机构停业'))).toBe(code);
  });

  it('keeps its reason from the public', () => {
    const [event] = releaseHold(BEA, row(), '重新封签');
    expect(event?.contents).toEqual({ public: { isHeld: false }, party: { reason: '重新封签' } });
  });
});

describe('what a hold waits for', () => {
  const waiting = {
    ...row({ roles: ['admin'], isOtherPerson: false, condition: 'inspection-signed' }),
    openedAt: AT,
  };

  it('is recorded once, and only of open holds that wait for it', () => {
    const others = [
      row(),
      row({ roles: ['admin'], isOtherPerson: false, condition: 'nonconformity-closed' }),
      { ...waiting, releasedAt: AT },
      { ...waiting, conditionMetAt: AT },
    ];
    const events = meetCondition([waiting, ...others], 'inspection-signed', AT);
    expect(events.map(({ kind, subjects }) => [kind, subjects.map(({ id }) => id)])).toEqual([
      ['units.hold-condition-met', ['u1', 'h1']],
    ]);
  });

  it('is not what was begun before the hold was opened', () => {
    const before = '2026-11-22T00:00:00.000Z';
    expect(meetCondition([waiting], 'inspection-signed', before)).toEqual([]);
  });

  it('may be what happens now, whenever the hold was opened', () => {
    expect(meetCondition([waiting], 'inspection-signed')).toHaveLength(1);
  });

  it('may be taken back, of open holds that it had met', () => {
    const lapsed = lapseCondition(
      [waiting, { ...waiting, conditionMetAt: AT }, { ...waiting, conditionMetAt: AT, releasedAt: AT }, row()],
      'inspection-signed',
    );
    expect(lapsed.map(({ kind, contents }) => [kind, contents.party])).toEqual([
      ['units.hold-condition-lapsed', { condition: 'inspection-signed' }],
    ]);
    expect(lapseCondition([{ ...waiting, conditionMetAt: AT }], 'report-filed')).toEqual([]);
  });

  it('may end the hold itself, once', () => {
    expect(endHold(waiting, '已退回').map(({ kind }) => kind)).toEqual(['units.hold-released']);
    expect(endHold({ ...waiting, releasedAt: AT }, '已退回')).toEqual([]);
  });
});
