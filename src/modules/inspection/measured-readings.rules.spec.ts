import { instrumentRow } from '../../../test/support/inspection-rows.js';
import { judgeContext, number, planItem } from '../../../test/support/judging.js';
import type { Actor } from '../../kernel/actor.js';
import { refusedWith } from '../../../test/support/refused.js';
import type { PlanItem } from '../catalog/index.js';
import type { Unit } from '../units/index.js';
import { type OpenInspection, recordReadings } from './inspection-flow.rules.js';
import type { Inspection } from './inspection.entity.js';

const inspector: Actor = {
  accountId: 'ann',
  pseudonym: 'p',
  number: 'Y-ann',
  partyId: 'w',
  partyKind: 'warehouse',
  roles: ['inspector'],
};
const sulfite = planItem({ op: 'max', value: '0.1' }, { code: 'SHR-SO2', unit: 'GK' });

function open(item: PlanItem): OpenInspection {
  const inspection = { id: 'inspection-1', unitId: 'unit-1', state: 'inspecting' } as Inspection;
  const unit = { id: 'unit-1', openHolds: 0, inspectableHolds: 0 } as Unit;
  return { inspection, unit, items: [item], photos: [], readCounts: new Map() };
}

describe('a measured reading', () => {
  it.each([
    ['one that is not in the register', undefined, 'instruments.code-unknown'],
    ['one that is retired', instrumentRow({ state: 'retired' }), 'instruments.retired'],
    ['one that measures something else', instrumentRow({ kind: 'thermometer' }), 'instruments.does-not-fit'],
    ['one that measures nothing', instrumentRow({ kind: 'loupe' }), 'instruments.does-not-fit'],
  ])('refuses a figure by %s', (_, found, refused) => {
    const readings = [{ item: sulfite.code, value: number('0.06', 'GK'), instrument: { typed: 'S-04', found } }];
    expect(refusedWith(() => recordReadings(inspector, open(sulfite), readings, judgeContext()))).toBe(refused);
  });

  it.each([
    ['a mass', 'GRM', 'recheck', number('21.3', 'GRM')],
    ['what was not detected', 'GK', 'lab', { kind: 'not-detected', unit: 'GK' }],
    ['a share that is weighed', 'P1', 'recheck', number('15', 'P1')],
  ] as const)('needs an instrument for %s', (_, unit, stage, value) => {
    const item = planItem({ op: 'max', value: '100' }, { unit, stage });
    const wish = () => recordReadings(inspector, open(item), [{ item: item.code, value }], judgeContext());
    expect(refusedWith(wish)).toBe('inspection.instrument-missing');
  });

  it.each([
    ['a bare number', null, number('3')],
    ['a count', 'H87', number('3', 'H87')],
    ['the share of pieces that are alive', 'P1', number('98', 'P1')],
  ] as const)('needs none for %s', (_, unit, value) => {
    const item = planItem({ op: 'max', value: '100' }, { unit, stage: 'initial' });
    const recorded = recordReadings(inspector, open(item), [{ item: item.code, value }], judgeContext());
    expect(recorded[0]?.contents.party).toEqual({ accountId: 'ann' });
  });
});
