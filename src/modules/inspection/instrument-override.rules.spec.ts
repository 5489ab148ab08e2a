import { givenOverride, overrideRow } from '../../../test/support/inspection-rows.js';
import type { Actor } from '../../kernel/actor.js';
import type { Day } from '../../kernel/instant.js';
import { refusedWith } from '../../../test/support/refused.js';
import type { Unit } from '../units/index.js';
import type { Inspection, InspectionOverride } from './inspection.entity.js';
import type { InstrumentGap } from './instrument-gaps.rules.js';
import { decideOverride, requestOverride } from './instrument-override.rules.js';

const person = (accountId: string): Actor => ({
  accountId,
  pseudonym: accountId,
  number: `Y-${accountId}`,
  partyId: 'w',
  partyKind: 'warehouse',
  roles: ['reviewer'],
});
const unit = { id: 'unit-1', openHolds: 0, inspectableHolds: 0 } as Unit;
const inspection = { id: 'inspection-1', unitId: 'unit-1' } as Inspection;
const gap: InstrumentGap = {
  instrumentId: 'i1',
  code: 'S-04',
  name: '二氧化硫快检仪',
  state: 'expired',
  until: '2026-11-21' as Day,
  certificateNo: 'JL-1',
  items: ['SHR-SO2'],
};
const reason = { zh: ' 新证书在途 ' };

describe('asking for an override', () => {
  const ask = (overrides: InspectionOverride[], gaps = [gap], code = 'S-04', of = unit): string =>
    refusedWith(() =>
      requestOverride(person('ann'), 'o2', { inspection, unit: of, gaps, overrides }, { code, reason }),
    );

  it('says how the instrument stood, and keeps the reason between the parties until it counts', () => {
    const state = { inspection, unit, gaps: [gap], overrides: [] };
    const [event] = requestOverride(person('ann'), 'o1', state, { code: 'S-04', reason });
    expect(event?.contents).toEqual({
      public: {
        instrument: 'S-04',
        instrumentName: '二氧化硫快检仪',
        state: 'expired',
        until: '2026-11-21',
        certificateNo: 'JL-1',
        requester: 'Y-ann',
      },
      party: { instrumentId: 'i1', reason: { zh: '新证书在途' }, accountId: 'ann' },
    });
  });

  it('needs a gap, and one question at a time', () => {
    expect(ask([])).toBe('taken');
    expect(ask([], [])).toBe('inspection.nothing-to-override');
    expect(ask([], [gap], 'B-03')).toBe('inspection.nothing-to-override');
    expect(ask([overrideRow()])).toBe('inspection.override-open');
    expect(ask([givenOverride()])).toBe('inspection.override-given');
    expect(ask([givenOverride({ decision: 'decline' })])).toBe('taken');
    expect(ask([], [gap], 'S-04', { ...unit, openHolds: 1 })).toBe('units.on-hold');
  });

  it('is done again when the instrument turns out to be worse', () => {
    expect(ask([givenOverride()], [{ ...gap, state: 'failed' }])).toBe('taken');
  });
});

describe('deciding on an override', () => {
  const decide = (who: string, override = overrideRow(), of = unit): string =>
    refusedWith(() => decideOverride(person(who), { override, unit: of, participants: ['cat'] }, 'approve'));

  it('takes another person, who took no part', () => {
    expect(decide('bea')).toBe('taken');
    expect(decide('ann')).toBe('inspection.override-same-person');
    expect(decide('cat')).toBe('inspection.override-by-participant');
  });

  it('happens once, and not while the unit is on hold', () => {
    expect(decide('bea', givenOverride())).toBe('inspection.override-decided');
    expect(decide('bea', givenOverride({ decision: 'decline' }))).toBe('inspection.override-decided');
    expect(decide('bea', overrideRow(), { ...unit, openHolds: 1 })).toBe('units.on-hold');
  });

  it('makes the reason public when it is given, and only then', () => {
    const state = { override: overrideRow({ reasonEn: 'in the post' }), unit, participants: [] };
    const [given] = decideOverride(person('bea'), state, 'approve');
    expect(given?.contents.public).toMatchObject({
      decision: 'approve',
      requester: 'Y-ann',
      approver: 'Y-bea',
      reason: { zh: '新证书在途', en: 'in the post' },
    });
    const [declined] = decideOverride(person('bea'), state, 'decline');
    expect(declined?.contents.public).not.toHaveProperty('reason');
  });
});
