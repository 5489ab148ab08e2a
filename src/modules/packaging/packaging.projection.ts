import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { gatesReopened } from '../units/index.js';
import { Packing, PackingOpened } from './packaging.entity.js';
import { packed } from './packaging.events.js';

export const packagingProjection: Projection = {
  tables: [Packing, PackingOpened],
  rules: [
    on(packed, async (tx, event) => {
      const { sealNo, mass, packer } = event.contents.public;
      await tx.insert(Packing, {
        unitId: subjectOf(event, 'unit'),
        sealNo,
        massValue: mass.value,
        massUnit: mass.unit,
        packerNumber: packer,
        packedAt: event.at,
      });
    }),
    on(gatesReopened, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const packing = await tx.findOne(Packing, { unitId });
      if (!packing || !event.contents.public.gates.includes('packaging')) return;
      const { sealNo, packedAt } = packing;
      await tx.delete(Packing, { unitId });
      await tx.insert(PackingOpened, { sealNo, unitId, packedAt, openedAt: event.at });
    }),
  ],
};
