import { category } from '../../../test/support/judging.js';
import type { Actor } from '../../kernel/actor.js';
import type { Product } from '../catalog/index.js';
import { announceConsignment, sidesOf, type WishedLine } from './announcement.rules.js';

const merchant: Actor = {
  accountId: 'a1',
  pseudonym: 'p1',
  number: 'Y0002',
  partyId: 'm1',
  partyKind: 'merchant',
  roles: ['merchant'],
};
const receiver: Actor = { ...merchant, partyId: 'w1', partyKind: 'warehouse', roles: ['receiver'] };

const bracelets: WishedLine = {
  kind: 'piece',
  name: '紫晶手串',
  category: category('crystal-jewelry'),
  product: undefined,
  count: 3,
  attributes: {
    articleType: '手链/手串',
    gemName: '紫晶',
    naturalness: '天然',
    treatmentClass: '未见优化处理',
    metal: '无',
    totalMass: '21.36',
    color: '紫色',
    shape: '圆珠',
    isChild: false,
    giClaim: '无',
    hasMetalPart: false,
  },
  declared: {},
};

const product: Product = {
  id: 'pr1',
  merchantId: 'm1',
  name: '紫晶手串',
  categoryId: 'crystal-jewelry',
  brand: null,
  spec: null,
  attributes: JSON.stringify(bracelets.attributes),
  declared: '{"skuName":"紫晶手串 8mm"}',
  registeredAt: '2026-11-22T01:00:00.000Z',
  withdrawnAt: null,
};

function announce(...lines: WishedLine[]) {
  return announceConsignment({ id: 'c1', warehouseId: 'w1', merchantId: 'm1', lines, today: '2026-11-22' });
}

function lineOf(line: WishedLine): unknown {
  const [event] = announce(line);
  return (event?.contents.party as { lines: unknown[] } | undefined)?.lines[0];
}

describe('who sends to whom', () => {
  it.each([
    ['a merchant to a warehouse', merchant, { warehouseId: 'w1' }],
    ['a merchant that names itself too', merchant, { merchantId: 'm1', warehouseId: 'w1' }],
    ['a warehouse from a merchant', receiver, { merchantId: 'm1' }],
    ['a warehouse that names itself too', receiver, { merchantId: 'm1', warehouseId: 'w1' }],
  ])('is clear for %s', (_, actor, named) => {
    expect(sidesOf(actor, named)).toEqual({ merchantId: 'm1', warehouseId: 'w1' });
  });

  it.each([
    ['a merchant for another', merchant, { merchantId: 'm2', warehouseId: 'w1' }, 'intake.own-party-only'],
    ['a warehouse for another', receiver, { merchantId: 'm1', warehouseId: 'w2' }, 'intake.own-party-only'],
    ['a merchant to nowhere', merchant, {}, 'intake.warehouse-needed'],
    ['goods of nobody', receiver, {}, 'intake.merchant-needed'],
  ])('refuses %s', (_, actor, named, code) => {
    expect(() => sidesOf(actor, named)).toThrow(expect.objectContaining({ code }));
  });
});

describe('announcing a consignment', () => {
  it('keeps all of it from the public and counts pieces', () => {
    const events = announce(bracelets);
    expect(events).toMatchObject([
      { kind: 'intake.consignment-announced', subjects: [{ type: 'consignment', id: 'c1' }] },
    ]);
    expect(Object.keys(events[0]?.contents ?? {})).toEqual(['party']);
    expect(lineOf(bracelets)).toMatchObject({ categoryId: 'crystal-jewelry', quantity: { value: '3', unit: 'H87' } });
  });

  it('spells names and lot numbers in one way', () => {
    expect(lineOf({ ...bracelets, name: ' 紫晶　手串 ', lotNo: 'Ｌ１' })).toMatchObject({
      name: '紫晶 手串',
      lotNo: 'L1',
    });
  });

  it('fills in what the product says, and lets the line say otherwise', () => {
    expect(lineOf({ ...bracelets, product, attributes: { color: '深紫' } })).toMatchObject({
      productId: 'pr1',
      attributes: { gemName: '紫晶', color: '深紫' },
      declared: { skuName: '紫晶手串 8mm' },
    });
  });

  it.each([
    ['a lot of what is traced by piece', { kind: 'lot' as const }, 'intake.kind-not-for-category'],
    ['pieces without a count', { count: undefined }, 'intake.count-needed'],
    ['attributes that are missing', { attributes: {} }, 'catalog.attributes-invalid'],
    ['a product of another merchant', { product: { ...product, merchantId: 'm2' } }, 'intake.product-of-another'],
    ['a product of another category', { product: { ...product, categoryId: 'ginseng' } }, 'intake.product-of-another'],
    ['a production day after today', { productionDay: '2026-11-23' }, 'intake.produced-in-future'],
  ])('refuses %s', (_, changes, code) => {
    expect(() => announce(bracelets, { ...bracelets, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  it('takes goods that were made today', () => {
    expect(lineOf({ ...bracelets, productionDay: '2026-11-22' })).toMatchObject({ productionDay: '2026-11-22' });
  });
});
