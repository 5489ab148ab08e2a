import fc from 'fast-check';
import type { Actor } from '../../kernel/actor.js';
import { Refusal } from '../../kernel/refusal.js';
import { category } from '../../../test/support/judging.js';
import { unitRow } from '../../../test/support/certificate-grounds.js';
import { SHRIMP_LINE } from '../../../test/support/intake.js';
import type { Unit } from '../units/index.js';
import type { RepackingOrder } from './repacking-order.js';
import { repackLots } from './repacking.rules.js';

const PACKER: Actor = {
  accountId: 'packer',
  pseudonym: 'PACKER',
  number: 'Y0007',
  partyId: 'warehouse',
  partyKind: 'warehouse',
  roles: ['packer'],
};

function lot(changes: Partial<Unit> = {}): Unit {
  return unitRow({
    id: 'lot-a',
    kind: 'lot',
    name: SHRIMP_LINE.name,
    categoryId: 'frozen-shrimp',
    quantityValue: '500',
    quantityUnit: 'KGM',
    attributes: JSON.stringify(SHRIMP_LINE.attributes),
    declared: JSON.stringify(SHRIMP_LINE.declared),
    lotNo: 'L1',
    productionDay: '2026-11-02',
    stage: 'received',
    ...changes,
  });
}

const kg = (value: string) => ({ value, unit: 'KGM' });

function order(changes: Partial<RepackingOrder> = {}): RepackingOrder {
  return {
    id: 'repacking-1',
    actor: PACKER,
    category: category('frozen-shrimp'),
    sources: [{ unit: lot(), taken: kg('200') }],
    children: [
      { unitId: 'child-1', quantity: kg('120') },
      { unitId: 'child-2', quantity: kg('79.5') },
    ],
    loss: kg('0.5'),
    lossReason: '冰屑',
    attributes: {},
    ...changes,
  };
}

function refusal(changes: Partial<RepackingOrder>): string {
  try {
    repackLots(order(changes));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
}

describe('a lot that is repacked in part', () => {
  it('leaves a remainder in the books, and makes lots that begin anew', () => {
    const events = repackLots(order());
    expect(events.map(({ kind }) => kind)).toEqual([
      'units.unit-registered',
      'units.unit-registered',
      'units.lots-repacked',
    ]);
    expect(events[2]?.contents).toMatchObject({
      public: { lotNos: ['L1'], sources: 1, children: 2, packer: 'Y0007' },
      party: { sources: [{ unitId: 'lot-a', taken: '200', left: '300' }], loss: kg('0.5'), lossReason: '冰屑' },
    });
  });

  it('gives its lots what they inherit, and a declared quantity of their own', () => {
    const [first] = repackLots(order());
    expect(first?.contents).toMatchObject({
      public: {
        kind: 'lot',
        name: SHRIMP_LINE.name,
        quantity: kg('120'),
        lotNo: 'L1',
        productionDay: '2026-11-02',
        attributes: { ...SHRIMP_LINE.attributes, repackFrom: ['L1'] },
        isSample: false,
      },
      party: { declared: { ...SHRIMP_LINE.declared, quantity: '120 kg' }, merchantId: 'merchant' },
    });
  });

  it('tells the public lot numbers and how many lots, and no amount', () => {
    const repacked = repackLots(order()).find(({ kind }) => kind === 'units.lots-repacked');
    expect(JSON.stringify(repacked?.contents.public)).not.toMatch(/200|120|79\.5/);
  });
});

describe('a lot that its merchant films', () => {
  it('never came in, so nobody can open it', () => {
    const filmed = { unit: lot({ flow: 'merchant-films' }), taken: kg('200') };
    expect(refusal({ sources: [filmed] })).toBe('repacking.not-here');
  });
});

describe('a lot that is used up', () => {
  it('ends', () => {
    const all = {
      sources: [{ unit: lot(), taken: kg('500') }],
      children: [{ unitId: 'child-1', quantity: kg('499.5') }],
    };
    const last = repackLots(order(all)).at(-1);
    expect(last).toMatchObject({ kind: 'units.stage-reached', contents: { public: { stage: 'repacked' } } });
  });
});

describe('a repacking out of balance', () => {
  it.each([
    ['more comes out than went in', kg('200'), '120.0', '80.1', '0'],
    ['less comes out than went in, and no loss says so', kg('200'), '120', '79.999', '0'],
    ['the loss is too large by the last digit', kg('200'), '120', '79', '1.000000000001'],
  ])('is refused and names the difference: %s', (_, taken, one, two, loss) => {
    const wish = order({
      sources: [{ unit: lot(), taken }],
      children: [
        { unitId: 'child-1', quantity: kg(one) },
        { unitId: 'child-2', quantity: kg(two) },
      ],
      loss: kg(loss),
    });
    expect(() => repackLots(wish)).toThrow(/difference of -?0\.[0-9]+ kg/);
  });

  it('is refused exactly when a naive sum in the smallest unit says so', () => {
    const grams = fc.integer({ min: 1, max: 400_000 });
    fc.assert(
      fc.property(
        fc.array(grams, { minLength: 1, maxLength: 8 }),
        fc.nat(1000),
        fc.integer({ min: -2, max: 2 }),
        (parts, lost, off) => {
          const total = parts.reduce((sum, part) => sum + part, 0) + lost + off;
          if (total <= 0) return;
          const kilos = (value: number) => kg(`${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`);
          const wish = {
            sources: [{ unit: lot({ quantityValue: '4000' }), taken: kilos(total) }],
            children: parts.map((part, at) => ({ unitId: `child-${at}`, quantity: kilos(part) })),
            loss: kilos(lost),
          };
          expect(refusal(wish)).toBe(off === 0 ? 'allowed' : 'repacking.out-of-balance');
        },
      ),
    );
  });
});

describe('a lot', () => {
  const from = (unit: Unit, taken = '200'): Partial<RepackingOrder> => ({ sources: [{ unit, taken: kg(taken) }] });

  it.each([
    ['is a piece', from(lot({ kind: 'piece' })), 'repacking.not-a-lot'],
    ['is on hold', from(lot({ openHolds: 1 })), 'units.on-hold'],
    ['is being inspected', from(lot({ stage: 'inspecting' })), 'units.wrong-stage'],
    ['waits for its review', from(lot({ stage: 'awaiting-review' })), 'units.wrong-stage'],
    ['failed', from(lot({ stage: 'failed' })), 'units.wrong-stage'],
    ['has left', from(lot({ stage: 'shipped' })), 'units.wrong-stage'],
    ['went back', from(lot({ stage: 'returned' })), 'units.wrong-stage'],
    ['was used up', from(lot({ stage: 'repacked', quantityValue: '0' })), 'units.wrong-stage'],
    ['has less left', from(lot({ quantityValue: '199.999' })), 'repacking.more-than-left'],
    ['is sealed, and opened in part', from(lot({ stage: 'packed' })), 'repacking.sealed-in-part'],
    ['is counted in another unit', from(lot({ quantityUnit: 'GRM' })), 'repacking.unit-differs'],
    [
      'stands twice',
      {
        sources: [
          { unit: lot(), taken: kg('100') },
          { unit: lot(), taken: kg('100') },
        ],
      },
      'repacking.source-twice',
    ],
  ] as const)('that %s is refused', (_, wish, code) => {
    expect(refusal(wish)).toBe(code);
  });

  it.each([
    ['nothing of it', { ...from(lot(), '0') }, 'repacking.amount-not-positive'],
    ['a loss without a reason', { lossReason: undefined }, 'repacking.loss-needs-reason'],
    [
      'a loss below zero',
      { loss: kg('-0.5'), sources: [{ unit: lot(), taken: kg('199') }] },
      'repacking.amount-not-positive',
    ],
    [
      'a child of nothing',
      { children: [{ unitId: 'c', quantity: kg('0') }], sources: [{ unit: lot(), taken: kg('0.5') }] },
      'repacking.amount-not-positive',
    ],
    [
      'a child in another unit',
      { children: [{ unitId: 'c', quantity: { value: '199.5', unit: 'GRM' } }] },
      'repacking.unit-differs',
    ],
    ['another species', { attributes: { species: '白虾' } }, 'repacking.attribute-stays'],
    ['a way of selling without what it needs', { attributes: { packing: '分装' } }, 'catalog.attributes-invalid'],
    ['a way of selling with its net content', { attributes: { packing: '分装', netContent: '500' } }, 'allowed'],
  ] as const)('is refused or allowed with %s', (_, wish, code) => {
    const { lossReason, ...rest } = { lossReason: '冰屑', ...wish };
    const { lossReason: _old, ...base } = order();
    const asked = { ...base, ...rest, ...(lossReason === undefined ? {} : { lossReason }) };
    const outcome = () => {
      try {
        return repackLots(asked).length > 0 ? 'allowed' : '';
      } catch (error) {
        return error instanceof Refusal ? error.code : String(error);
      }
    };
    expect(outcome()).toBe(code);
  });
});

describe('several lots', () => {
  const mixed = (other: Partial<Unit>): Partial<RepackingOrder> => ({
    sources: [
      { unit: lot(), taken: kg('100') },
      { unit: lot({ id: 'lot-b', lotNo: 'L2', ...other }), taken: kg('100') },
    ],
  });

  it('of one product are mixed, with every lot number and the earliest of their days', () => {
    const attributes = JSON.stringify({ ...SHRIMP_LINE.attributes, harvestDate: '2026-10-28' });
    const [child] = repackLots(order(mixed({ productionDay: '2026-10-30', attributes })));
    expect(child?.contents.public).toMatchObject({
      lotNo: 'L1、L2',
      productionDay: '2026-10-30',
      attributes: { repackFrom: ['L1', 'L2'], harvestDate: '2026-10-28' },
    });
  });

  it('of two ways of packing are mixed when the order says how all of it is packed', () => {
    const packed = (netContent: string) => JSON.stringify({ ...SHRIMP_LINE.attributes, packing: '分装', netContent });
    const sources = [
      { unit: lot({ attributes: packed('500') }), taken: kg('100') },
      { unit: lot({ id: 'lot-b', lotNo: 'L2', attributes: packed('250') }), taken: kg('100') },
    ];
    expect(refusal({ sources })).toBe('repacking.attribute-differs');
    expect(refusal({ sources, attributes: { netContent: '100' } })).toBe('allowed');
  });

  it.each([
    ['of two merchants', { merchantId: 'other' }, 'repacking.product-differs'],
    ['of two categories', { categoryId: 'dried-shrimp-skin' }, 'repacking.product-differs'],
    ['of two names', { name: '冻白虾' }, 'repacking.product-differs'],
    ['of which one has no number', { lotNo: null }, 'repacking.lot-number-missing'],
    [
      'that differ in what they are',
      { attributes: JSON.stringify({ ...SHRIMP_LINE.attributes, area: '福建' }) },
      'repacking.attribute-differs',
    ],
  ])('%s are refused', (_, other, code) => {
    expect(refusal(mixed(other))).toBe(code);
  });
});
