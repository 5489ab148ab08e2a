import type { Browser } from 'playwright-core';
import type { Role } from '../../src/kernel/actor.js';
import { launchBrowser, listen } from './browser.js';
import { ATTRIBUTES, type CategoryId, type DemoWarehouse, demoWarehouse } from './catalog.js';
import { Desk } from './desk.js';
import { announced, received } from './intake.js';
import { World } from './world.js';

/** A warehouse that works, its server that really listens, and a browser. */
export interface Workplace {
  readonly world: World;
  readonly url: string;
  readonly browser: Browser;
  readonly people: DemoWarehouse;
  /** A person of the warehouse at a desk of their own, signed in. */
  deskOf(...roles: Role[]): Promise<Desk>;
}

/** Opens one workplace for the tests of a file. */
export function workplace(): () => Workplace {
  let place: Workplace | undefined;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.browser.close();
    await place?.world.close();
  });
  return () => {
    if (!place) throw new Error('the workplace is open while tests run');
    return place;
  };
}

async function openWorkplace(): Promise<Workplace> {
  const world = await World.open('sqlite');
  const url = await listen(world);
  const browser = await launchBrowser();
  const people = await demoWarehouse(world);
  const { admin, warehouseId: partyId } = people;
  return {
    ...{ world, url, browser, people },
    deskOf: (...roles) => Desk.open(browser, world, { url, admin, partyId, roles }),
  };
}

/** What is inspected: its category, how it comes, and attributes of its own. */
export interface Goods {
  readonly categoryId: CategoryId;
  readonly kind: 'piece' | 'lot';
  readonly attributes?: object;
}

/** A plan with every item of the category, and one unit that came in; answers its id. */
export async function receivedGoods({ world, people }: Workplace, goods: Goods): Promise<string> {
  const { categoryId, kind, attributes = {} } = goods;
  const { body } = await world.get(`/api/v1/categories/${categoryId}`, { as: people.admin });
  const adds = body.items.map(({ code }: { code: string }) => code);
  const plan = { categoryId, adds, limits: [], reason: '全部项目' };
  const published = await world.post('/api/v1/plans', { as: people.admin, body: plan });
  if (published.status !== 201) throw new Error(published.text);
  const amount = kind === 'piece' ? { count: 1 } : { quantity: { value: '10', unit: 'KGM' } };
  const line = { name: '样品', categoryId, kind, ...amount, attributes: { ...ATTRIBUTES[categoryId], ...attributes } };
  const consignmentId = await announced(world, people, [line]);
  const [unitId = ''] = await received(world, people.receiver, { consignmentId, ...amount });
  return unitId;
}

/** An inspector at the sheet of one unit that came in. */
export async function atSheet(place: Workplace, goods: Goods): Promise<Desk> {
  const unitId = await receivedGoods(place, goods);
  const desk = await place.deskOf('inspector');
  await desk.goTo(`/console/units/${unitId}`);
  await desk.press('Enter');
  await desk.isAt(/\/inspections\//);
  return desk;
}
