import type { Unit } from './units.entity.js';
import { type Gate, type Stage, STAGES } from './units.events.js';
import { closeGate, reachStage, requireStage, ship } from './units.rules.js';

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

/** The way of goods that pass, and the ways aside. Nothing else is allowed. */
const WAYS: readonly (readonly [Stage, Stage])[] = [
  ['received', 'inspecting'],
  ['failed', 'inspecting'],
  ['awaiting-review', 'inspecting'],
  ['inspecting', 'awaiting-review'],
  ['awaiting-review', 'passed'],
  ['awaiting-review', 'failed'],
  ['passed', 'packed'],
  ['packed', 'labelled'],
  ['labelled', 'shipped'],
  ['received', 'returned'],
  ['failed', 'returned'],
  ['passed', 'returned'],
  ['packed', 'returned'],
  ['labelled', 'returned'],
  ['received', 'repacked'],
  ['passed', 'repacked'],
  ['packed', 'repacked'],
  ['labelled', 'repacked'],
];

describe('stages', () => {
  const pairs = STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const));
  const isWay = (from: Stage, to: Stage): boolean => WAYS.some(([a, b]) => a === from && b === to);

  it.each(pairs)('from %s to %s is as the way of the goods allows', (from, to) => {
    const code = codeOf(() => reachStage(unitAt(from), to));
    expect(code).toBe(isWay(from, to) ? undefined : 'units.wrong-stage');
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
