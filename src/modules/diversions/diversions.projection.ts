import { on, personalErased, type Projection, subjectOf, subjectsOf } from '../../ledger/index.js';
import { Departure, PickUp } from './diversions.entity.js';
import { departed, pickUpOrdered } from './diversions.events.js';

export const diversionsProjection: Projection = {
  tables: [PickUp, Departure],
  rules: [
    on(pickUpOrdered, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      await tx.delete(PickUp, { unitId });
      const { code } = event.contents.party;
      await tx.insert(PickUp, { unitId, byWhom: event.contents.public.by, code, orderedAt: event.at });
    }),
    on(departed, async (tx, event) => {
      const { way, by, carrierName = null } = event.contents.public;
      const { reason = null, waybill = null } = event.contents.party;
      const { collector, proof = null } = event.contents.personal ?? {};
      await tx.insert(Departure, {
        id: subjectOf(event, 'departure'),
        unitId: subjectOf(event, 'unit'),
        ...{ way, reason, carrierName, waybill, proof },
        personName: collector?.name ?? null,
        personPhone: collector?.phone ?? null,
        handedOverBy: by,
        at: event.at,
      });
    }),
    on(personalErased, async (tx, event) => {
      const nobody = { personName: null, personPhone: null, proof: null };
      for (const id of subjectsOf(event, 'departure')) await tx.update(Departure, { id }, nobody);
    }),
  ],
};
