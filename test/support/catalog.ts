import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPLATES_FOLDER } from '../../src/app/folders.js';
import { newId } from '../../src/ledger/index.js';
import type { PlanFile, RecordedAttributes } from '../../src/modules/catalog/index.js';
import { type InstrumentCode, registerInstruments } from './instruments.js';
import { newParty, newWarehouse } from './parties.js';
import type { Caller, World } from './world.js';

export const CATEGORIES = [
  'crystal-jewelry',
  'dried-shrimp-skin',
  'frozen-shrimp',
  'ginseng',
  'large-yellow-croaker',
  'live-swimming-crab',
] as const;
export type CategoryId = (typeof CATEGORIES)[number];

const STAFF = ['admin', 'receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'host'] as const;

/** A warehouse that works: its people, two merchants, a laboratory, instruments in calibration, and the shipped demo plans in force. */
export interface DemoWarehouse extends Readonly<Record<(typeof STAFF)[number], Caller>> {
  readonly warehouseId: string;
  readonly merchantId: string;
  readonly otherMerchantId: string;
  readonly laboratoryId: string;
  readonly merchant: Caller;
  readonly otherMerchant: Caller;
  readonly planIds: Readonly<Record<string, string>>;
  readonly instrumentIds: Readonly<Record<InstrumentCode, string>>;
}

export async function demoWarehouse(world: World): Promise<DemoWarehouse> {
  const warehouseId = await newWarehouse(world);
  const staff = await staffOf(world, warehouseId);
  const merchantId = await newParty(world, staff.admin, 'merchant', '示例水晶店');
  const otherMerchantId = await newParty(world, staff.admin, 'merchant', '另一商家');
  const laboratoryId = await newParty(world, staff.admin, 'laboratory', '示例检测中心');
  return {
    ...staff,
    warehouseId,
    merchantId,
    otherMerchantId,
    laboratoryId,
    merchant: await world.account(merchantId, 'merchant', 'merchant'),
    otherMerchant: await world.account(otherMerchantId, 'merchant', 'merchant'),
    planIds: await publishDemoPlans(world, staff.admin),
    instrumentIds: await registerInstruments(world, staff.admin),
  };
}

/** One account per role of a warehouse's people. */
export async function staffOf(
  world: World,
  warehouseId: string,
): Promise<Readonly<Record<(typeof STAFF)[number], Caller>>> {
  const account = (role: (typeof STAFF)[number]) => world.account(warehouseId, 'warehouse', role);
  return {
    admin: await account('admin'),
    receiver: await account('receiver'),
    inspector: await account('inspector'),
    reviewer: await account('reviewer'),
    packer: await account('packer'),
    shipper: await account('shipper'),
    host: await account('host'),
  };
}

/** Publishes every plan of `templates/plans`; returns the plans' ids by category. */
export async function publishDemoPlans(world: World, admin: Caller): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  const number = await numberOf(world, admin);
  for (const file of await demoPlans()) {
    const answer = await world.post('/api/v1/plans', { as: admin, body: planBody(file, number) });
    if (answer.status !== 201) throw new Error(`the demo plan was not published: ${answer.text}`);
    ids[file.category] = newId(answer.body, 'plan') ?? '';
  }
  return ids;
}

export async function demoPlans(): Promise<readonly PlanFile[]> {
  const folder = join(TEMPLATES_FOLDER, 'plans');
  const names = (await readdir(folder)).filter((name) => name !== 'plan.schema.json').toSorted();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as PlanFile));
}

/** The number that certificates print of an account. */
export async function numberOf(world: World, of: Caller): Promise<string> {
  return (await world.get('/api/v1/sessions/current', { as: of })).body.number;
}

/** The body that publishes a plan file; the person of that number answers for its own limits. */
export function planBody(file: PlanFile, by: string): object {
  const { category, categoryVersion, adds, uncertaintyRule } = file;
  const limits = file.limits.map((own) => ({ ...own, by }));
  const sampling = (file.sampling ?? []).map((own) => ({ ...own, by }));
  return { categoryId: category, categoryVersion, adds, limits, sampling, uncertaintyRule, reason: '示例方案' };
}

/** Attributes with everything that each category asks for. */
export const ATTRIBUTES: Readonly<Record<CategoryId, RecordedAttributes>> = {
  'crystal-jewelry': {
    articleType: '手链/手串',
    gemName: '紫晶',
    naturalness: '天然',
    treatmentClass: '未见优化处理',
    metal: '无',
    totalMass: '25.60',
    color: '紫色',
    shape: '圆珠',
    isChild: false,
    giClaim: '无',
    hasMetalPart: false,
  },
  'dried-shrimp-skin': {
    species: '中国毛虾',
    processing: '生晒',
    packing: '预包装',
    prodDate: '2026-11-10',
    readyToEat: false,
    giClaim: '无',
    netContent: '250',
  },
  'frozen-shrimp': {
    species: '南美白对虾',
    form: '去头虾',
    frozenType: '单冻',
    packing: '预包装',
    countSize: '31/40',
    farmedWild: '养殖',
    harvestDate: '2026-11-01',
    expiryDate: '2028-11-01',
    area: '浙江舟山',
    vesselOrFarm: '示例养殖场',
    isCrustacean: true,
    giClaim: '无',
    readyToEat: false,
    netContent: '1000',
  },
  ginseng: {
    kind: '园参',
    form: '生晒参',
    years: '5',
    mass: '120.5',
    useClass: '食品',
    origin: '吉林抚松',
    giClaim: '无',
    herbalTea: false,
  },
  'large-yellow-croaker': {
    farmedWild: '养殖',
    state: '冻',
    spec: '500 g/条',
    area: '福建宁德',
    harvestDate: '2026-11-05',
    giClaim: '无',
    packing: '预包装',
    frozenType: '单冻',
    netContent: '1000',
  },
  'live-swimming-crab': {
    sex: '母',
    spec: '250 g/只',
    catchMethod: '捕捞',
    catchDate: '2026-11-20',
    area: '东海',
    tieMass: '10',
    giClaim: '无',
    state: '活',
    declaredMass: '250',
  },
};
