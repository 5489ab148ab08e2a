import type { Unit, UnitHold } from './units.entity.js';
import { REACHED_FROM, type Stage, STAGES } from './stages.rules.js';
import type { Gate } from './units.events.js';
import { closeGate, reachStage, reopenGates, requireStage, requireTryLeft, sendBack, ship } from './units.rules.js';

const AT = '2026-11-22T01:00:00.000Z';

function unitAt(stage: Stage, changes: Partial<Unit> = {}): Unit {
  const gates = { inspectionGateAt: null, packagingGateAt: null, labellingGateAt: null };
  return { id: 'u1', stage, openHolds: 0, inspectableHolds: 0, ...gates, ...changes } as Unit;
}

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('stages', () => {
  const pairs = STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s is as the table allows', (from, to) => {
    const code = codeOf(() => reachStage(unitAt(from), to));
    expect(code).toBe(REACHED_FROM[to].includes(from) ? undefined : 'units.wrong-stage');
  });

  it('cannot be reached while a hold is open', () => {
    expect(codeOf(() => reachStage(unitAt('received', { openHolds: 1 }), 'inspecting'))).toBe('units.on-hold');
  });

  it('of an inspection are reached while all that is open waits for a new inspection', () => {
    const held = { openHolds: 1, inspectableHolds: 1 };
    expect(codeOf(() => reachStage(unitAt('received', held), 'inspecting'))).toBeUndefined();
    expect(codeOf(() => reachStage(unitAt('inspecting', held), 'awaiting-review'))).toBeUndefined();
    expect(codeOf(() => reachStage(unitAt('awaiting-review', held), 'passed'))).toBeUndefined();
    expect(codeOf(() => reachStage(unitAt('passed', held), 'packed'))).toBe('units.on-hold');
    expect(codeOf(() => reachStage(unitAt('received', { ...held, openHolds: 2 }), 'inspecting'))).toBe('units.on-hold');
  });

  it('say which stage is needed', () => {
    expect(codeOf(() => requireStage(unitAt('packed'), ['passed']))).toBe('units.wrong-stage');
    expect(codeOf(() => requireStage(unitAt('packed'), ['passed', 'packed']))).toBeUndefined();
  });
});

describe('gates', () => {
  it('close in order', () => {
    const codes = (['packaging', 'labelling'] as Gate[]).map((gate) =>
      codeOf(() => closeGate(unitAt('awaiting-review'), gate, 'packed')),
    );
    expect(codes).toEqual(['units.gate-open', 'units.gate-open']);
  });

  it('close once', () => {
    const unit = unitAt('passed', { inspectionGateAt: AT });
    expect(codeOf(() => closeGate(unit, 'inspection', 'passed'))).toBe('units.gate-already-closed');
  });

  it('move the unit on with them', () => {
    const events = closeGate(unitAt('passed', { inspectionGateAt: AT }), 'packaging', 'packed');
    expect(events.map(({ kind }) => kind)).toEqual(['units.gate-closed', 'units.stage-reached']);
  });

  it.each(['inspectionGateAt', 'packagingGateAt', 'labellingGateAt'] as const)(
    'all must be closed to ship: %s',
    (open) => {
      const closed = { inspectionGateAt: AT, packagingGateAt: AT, labellingGateAt: AT };
      expect(codeOf(() => ship(unitAt('labelled', { ...closed, [open]: null })))).toBe('units.gate-open');
      expect(codeOf(() => ship(unitAt('labelled', closed)))).toBeUndefined();
    },
  );
});

describe('gates that open again', () => {
  it('are those that were closed', () => {
    const unit = unitAt('packed', { inspectionGateAt: AT, packagingGateAt: AT });
    expect(reopenGates(unit)).toMatchObject([{ contents: { public: { gates: ['inspection', 'packaging'] } } }]);
    expect(reopenGates(unitAt('failed'))).toEqual([]);
  });
});

describe('a return', () => {
  const hold = (changes: object = {}): UnitHold =>
    ({ id: 'h1', unitId: 'u1', releasedAt: null, conditionMetAt: null, releasing: null, ...changes }) as UnitHold;
  const endable = hold({ releasing: JSON.stringify({ roles: ['admin'], isOtherPerson: true, isEndedByReturn: true }) });
  const held = unitAt('labelled', { openHolds: 1 });

  it('ends a hold that says so', () => {
    expect(sendBack(held, [endable], '退款').map(({ kind }) => kind)).toEqual([
      'units.hold-released',
      'units.stage-reached',
    ]);
  });

  it('is stopped by any other hold', () => {
    expect(codeOf(() => sendBack(held, [hold()], '退款'))).toBe('units.on-hold');
    expect(codeOf(() => sendBack({ ...held, openHolds: 2 }, [endable, hold()], '退款'))).toBe('units.on-hold');
  });

  it('is not stopped by what was released', () => {
    expect(codeOf(() => sendBack(unitAt('failed'), [hold({ releasedAt: AT })], '退回'))).toBeUndefined();
  });
});

describe('the limit of tries', () => {
  it.each([
    [0, null, undefined],
    [9, null, undefined],
    [1, 2, undefined],
    [2, 2, 'units.tries-used-up'],
    [3, 2, 'units.tries-used-up'],
  ])('after %i failures with the limit %s', (tries, limit, code) => {
    expect(codeOf(() => requireTryLeft(unitAt('failed', { tries }), limit))).toBe(code);
  });
});
