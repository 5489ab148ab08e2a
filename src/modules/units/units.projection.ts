import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Repacking, RepackingLot } from './genealogy.entity.js';
import { genealogyRule } from './genealogy.projection.js';
import { Unit, UnitHold } from './units.entity.js';
import { gateClosed, holdReleased, stageReached, unitHeld, unitRegistered } from './units.events.js';

const GATE_COLUMNS = {
  inspection: 'inspectionGateAt',
  packaging: 'packagingGateAt',
  labelling: 'labellingGateAt',
} as const;

export const unitsProjection: Projection = {
  tables: [Unit, UnitHold, Repacking, RepackingLot],
  rules: [
    genealogyRule,
    on(unitRegistered, async (tx, event) => {
      const { quantity, attributes, lotNo = null, productionDay = null, ...open } = event.contents.public;
      const { declared, productId = null, ...ids } = event.contents.party;
      await tx.insert(Unit, {
        id: subjectOf(event, 'unit'),
        ...open,
        ...ids,
        productId,
        lotNo,
        productionDay,
        quantityValue: quantity.value,
        quantityUnit: quantity.unit,
        attributes: JSON.stringify(attributes),
        declared: JSON.stringify(declared),
        stage: 'received',
        inspectionGateAt: null,
        packagingGateAt: null,
        labellingGateAt: null,
        openHolds: 0,
        receivedAt: event.at,
        changedAt: event.at,
      });
    }),
    on(stageReached, async (tx, event) => {
      const { stage } = event.contents.public;
      await tx.update(Unit, { id: subjectOf(event, 'unit') }, { stage, changedAt: event.at });
    }),
    on(gateClosed, async (tx, event) => {
      const column = GATE_COLUMNS[event.contents.public.gate];
      await tx.update(Unit, { id: subjectOf(event, 'unit') }, { [column]: event.at, changedAt: event.at });
    }),
    on(unitHeld, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const { reason } = event.contents.party;
      const opened = { openedBy: event.actor, openedAt: event.at };
      const hold = { id: subjectOf(event, 'hold'), unitId, reason, ...opened, releasedAt: null, releaseReason: null };
      await tx.insert(UnitHold, hold);
      await tx.execute('UPDATE unit SET open_holds = open_holds + 1, changed_at = ? WHERE id = ?', [event.at, unitId]);
    }),
    on(holdReleased, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const released = { releasedAt: event.at, releaseReason: event.contents.party.reason };
      await tx.update(UnitHold, { id: subjectOf(event, 'hold') }, released);
      await tx.execute('UPDATE unit SET open_holds = open_holds - 1, changed_at = ? WHERE id = ?', [event.at, unitId]);
    }),
  ],
};
