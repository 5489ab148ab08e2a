import type { DemoWarehouse } from './catalog.js';
import { certifiedBracelet, labelledUnit } from './certificates.js';
import { receivedBracelet } from './intake.js';
import type { Answer, Caller, World } from './world.js';

/** Goods that left another way: an exception at receipt, a pack that was opened, a pick-up, a return. */
export async function plantWaysAside(world: World, people: DemoWarehouse): Promise<void> {
  const { admin, receiver, reviewer, merchant, shipper } = people;
  const post = (unitId: string, way: string, as: Caller, body: object) =>
    done(world.post(`/api/v1/units/${unitId}/${way}`, { as, body }));
  const rule = { resubmissionLimit: 2, reason: '本仓规定' };
  await done(world.put('/api/v1/flow-rule', { as: admin, body: rule }));
  const { unitId } = await certifiedBracelet(world, people);
  await labelledUnit(world, people, unitId);
  await post(unitId, 'reinspection', reviewer, { reason: { zh: '抽查' } });
  await post(unitId, 'pick-up-order', merchant, { by: 'merchant' });
  const { body } = await world.get(`/api/v1/units/${unitId}/pick-up`, { as: merchant });
  const collector = { name: '李某', phone: '13800000000' };
  await post(unitId, 'pick-up', shipper, { code: body.code, collector, proof: '核对姓名' });
  const other = await receivedBracelet(world, people);
  await post(other, 'intake-exception', receiver, { differs: ['count'], found: '少一件' });
  await post(other, 'intake-exception/acceptance', merchant, { acceptance: '接受' });
  await post(other, 'return', receiver, { reason: '不检了', carrierName: '示例速运', waybill: 'SF-7' });
}

async function done(calling: Promise<Answer>): Promise<void> {
  const { status, text } = await calling;
  if (status >= 300) throw new Error(text);
}
