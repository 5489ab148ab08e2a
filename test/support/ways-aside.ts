import { newId } from '../../src/ledger/index.js';
import { ATTRIBUTES, type DemoWarehouse } from './catalog.js';
import { certifiedBracelet, labelledUnit } from './certificates.js';
import { photoBytes } from './inspection.js';
import { announced, receivedBracelet } from './intake.js';
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
  await plantFilms(world, people);
  const other = await receivedBracelet(world, people);
  await post(other, 'intake-exception', receiver, { differs: ['count'], found: '少一件' });
  await post(other, 'intake-exception/acceptance', merchant, { acceptance: '接受' });
  await post(other, 'return', receiver, { reason: '不检了', carrierName: '示例速运', waybill: 'SF-7' });
}

/** Two of the four files of goods that stay with their merchant. */
async function plantFilms(world: World, { merchant, receiver }: DemoWarehouse): Promise<void> {
  const attributes = ATTRIBUTES['live-swimming-crab'];
  const quantity = { value: '2', unit: 'KGM' };
  const line = { name: '活梭子蟹', categoryId: 'live-swimming-crab', kind: 'lot', quantity, attributes, declared: {} };
  const id = await announced(world, { merchant, receiver }, [{ ...line, lotNo: 'X1' }]);
  const path = `/api/v1/consignments/${id}/lines/1/filming`;
  const { body } = await world.post(path, { as: merchant, body: { quantity } });
  const unitId = newId(body, 'unit');
  const headers = { 'content-type': 'image/jpeg' };
  const picture = { as: merchant, body: await photoBytes(20), headers };
  await done(world.post(`/api/v1/units/${unitId}/packing-files/product-express-pic`, picture));
  const film = { as: merchant, body: Buffer.from('\0\0\0\x10ftypisom'), headers: { 'content-type': 'video/mp4' } };
  await done(world.post(`/api/v1/units/${unitId}/packing-files/unboxing-panoramic-video`, film));
}

/** A record of each table: goods destroyed before witnesses and a camera, and regraded goods. */
export async function plantNonconformities(world: World, people: DemoWarehouse): Promise<void> {
  const { admin, inspector, packer, reviewer, receiver } = people;
  const root = '/api/v1/nonconformities';
  const instruction = '按规程';
  for (const decision of [
    { disposition: 'destroy', instruction },
    { disposition: 'regrade', instruction, regrade: { name: '紫晶手链', attributes: {} } },
  ]) {
    const unitIds = [await receivedBracelet(world, people)];
    const body = { unitIds, severity: 'MA', found: '绳结松脱' };
    const opened = await world.post(root, { as: receiver, body });
    const path = `${root}/${newId(opened.body, 'nonconformity')}`;
    await done(world.post(`${path}/disposition`, { as: reviewer, body: decision }));
    const headers = { 'content-type': 'image/jpeg' };
    await done(world.post(`${path}/photos`, { as: packer, body: await photoBytes(60), headers }));
    if (decision.disposition !== 'destroy') continue;
    for (const as of [admin, inspector]) await done(world.post(`${path}/witness`, { as }));
    await done(world.post(`${path}/closing`, { as: reviewer, body: { note: '已粉碎' } }));
  }
}

async function done(calling: Promise<Answer>): Promise<void> {
  const { status, text } = await calling;
  if (status >= 300) throw new Error(text);
}
