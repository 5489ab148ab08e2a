import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Packing } from './packaging.entity.js';
import { packed } from './packaging.events.js';

export const packagingProjection: Projection = {
  tables: [Packing],
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
  ],
};
