import { idOf } from './client.js';
import type { DemoGoods } from './goods.js';
import type { People } from './people.js';

/** What a journey leaves: the ids of the unit and of its certificate. */
export interface Journey {
  readonly unitId: string;
  readonly certificateId: string;
}

interface Parcel {
  readonly goods: DemoGoods;
  readonly merchantId: string;
  readonly photo: Uint8Array;
  readonly sealNo: string;
  readonly waybill: string;
}

/** One unit from its announcement to the carrier, each step by the person whose work it is. */
export async function walkJourney(people: People, parcel: Parcel): Promise<Journey> {
  const unitId = await receive(people, parcel);
  await inspect(people, unitId, parcel);
  const issued = await people.reviewer.post(`/api/v1/units/${unitId}/certificates`, {});
  await people.packer.post(`/api/v1/units/${unitId}/packing`, { sealNo: parcel.sealNo, mass: parcel.goods.mass });
  await people.packer.post(`/api/v1/units/${unitId}/labels`, { copies: parcel.goods.copies });
  await people.packer.post(`/api/v1/units/${unitId}/labelling`, {});
  await people.shipper.post('/api/v1/shipments', {
    carrierName: '示例冷链物流',
    waybill: parcel.waybill,
    unitIds: [unitId],
  });
  return { unitId, certificateId: idOf(issued, 'certificate') };
}

async function receive({ receiver }: People, { goods, merchantId }: Parcel): Promise<string> {
  const lines = [goods.line];
  const announced = await receiver.post('/api/v1/consignments', { merchantId, reference: '演示送检单', lines });
  const consignment = idOf(announced, 'consignment');
  return idOf(await receiver.post(`/api/v1/consignments/${consignment}/lines/1/receipt`, goods.receipt), 'unit');
}

async function inspect({ inspector, reviewer }: People, unitId: string, { goods, photo }: Parcel): Promise<void> {
  const started = await inspector.post(`/api/v1/units/${unitId}/inspections`, {});
  const inspection = `/api/v1/inspections/${idOf(started, 'inspection')}`;
  await inspector.post(`${inspection}/readings`, { readings: goods.readings });
  await inspector.postPhoto(`${inspection}/photos`, photo);
  await inspector.post(`${inspection}/submission`, {});
  await reviewer.post(`${inspection}/reviews`, { decision: 'sign' });
}
