import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import type { WriteTx } from '../../platform/database/sql.js';
import { Repacking, RepackingLot } from './genealogy.entity.js';
import { genealogyRule } from './genealogy.projection.js';
import { releasingOf } from './hold.rules.js';
import { isInspectable, USUAL_RELEASE } from './holds.js';
import { RESTING_STAGES, ROUND_STAGES } from './stages.rules.js';
import { FlowRule, Unit, UnitHold } from './units.entity.js';
import {
  flowRuleSet,
  gateClosed,
  gatesReopened,
  holdConditionLapsed,
  holdConditionMet,
  holdReleased,
  stageReached,
  unitHeld,
  unitRegistered,
  unitRegraded,
} from './units.events.js';

const GATE_COLUMNS = {
  inspection: 'inspectionGateAt',
  packaging: 'packagingGateAt',
  labelling: 'labellingGateAt',
} as const;

export const unitsProjection: Projection = {
  tables: [Unit, UnitHold, Repacking, RepackingLot, FlowRule],
  rules: [
    genealogyRule,
    on(unitRegistered, async (tx, event) => {
      const {
        quantity,
        attributes,
        lotNo = null,
        productionDay = null,
        flow = 'warehouse-tests',
        ...open
      } = event.contents.public;
      const { declared, productId = null, ...ids } = event.contents.party;
      await tx.insert(Unit, {
        id: subjectOf(event, 'unit'),
        ...open,
        ...ids,
        flow,
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
        tries: 0,
        inspectableHolds: 0,
        receivedAt: event.at,
        clockFrom: event.at,
        changedAt: event.at,
      });
    }),
    on(stageReached, async (tx, event) => {
      const { stage } = event.contents.public;
      const id = subjectOf(event, 'unit');
      // An inspection that was broken off leaves the clock as it runs.
      const isRound = ROUND_STAGES.includes(stage);
      if (isRound) await tx.update(Unit, { id, stage: RESTING_STAGES }, { clockFrom: event.at });
      await tx.update(Unit, { id }, { stage, changedAt: event.at });
      if (stage === 'failed') await tx.execute('UPDATE unit SET tries = tries + 1 WHERE id = ?', [id]);
    }),
    on(unitRegraded, async (tx, event) => {
      const { name, attributes } = event.contents.public;
      const described = { ...(name === undefined ? {} : { name }), attributes: canonicalJson(attributes as Json) };
      await tx.update(Unit, { id: subjectOf(event, 'unit') }, { ...described, changedAt: event.at });
    }),
    on(gatesReopened, async (tx, event) => {
      const opened = event.contents.public.gates.map((gate) => [GATE_COLUMNS[gate], null] as const);
      await tx.update(Unit, { id: subjectOf(event, 'unit') }, { ...Object.fromEntries(opened), changedAt: event.at });
    }),
    on(flowRuleSet, async (tx, event) => {
      const { warehouseId, resubmissionLimit = null, isFilmingRefused = false, reason } = event.contents.party;
      await tx.delete(FlowRule, { warehouseId });
      await tx.insert(FlowRule, { warehouseId, resubmissionLimit, isFilmingRefused, reason, setAt: event.at });
    }),
    on(gateClosed, async (tx, event) => {
      const column = GATE_COLUMNS[event.contents.public.gate];
      await tx.update(Unit, { id: subjectOf(event, 'unit') }, { [column]: event.at, changedAt: event.at });
    }),
    on(unitHeld, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const { reason, code = 'other', releasing } = event.contents.party;
      await tx.insert(UnitHold, {
        id: subjectOf(event, 'hold'),
        ...{ unitId, code, reason },
        releasing: releasing ? canonicalJson(releasing as unknown as Json) : null,
        conditionMetAt: null,
        openedBy: event.actor,
        openedAt: event.at,
        releasedAt: null,
        releaseReason: null,
      });
      await countHolds(tx, unitId, { by: 1, at: event.at, isInspectable: isInspectable(releasing ?? USUAL_RELEASE) });
    }),
    on(holdConditionMet, async (tx, event) => {
      await tx.update(UnitHold, { id: subjectOf(event, 'hold') }, { conditionMetAt: event.at });
    }),
    on(holdConditionLapsed, async (tx, event) => {
      await tx.update(UnitHold, { id: subjectOf(event, 'hold') }, { conditionMetAt: null });
    }),
    on(holdReleased, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const id = subjectOf(event, 'hold');
      const hold = await tx.findOne(UnitHold, { id });
      await tx.update(UnitHold, { id }, { releasedAt: event.at, releaseReason: event.contents.party.reason });
      const wasInspectable = hold !== undefined && isInspectable(releasingOf(hold));
      await countHolds(tx, unitId, { by: -1, at: event.at, isInspectable: wasInspectable });
    }),
  ],
};

async function countHolds(
  tx: WriteTx,
  unitId: string,
  { by, at, isInspectable: isOne }: { readonly by: 1 | -1; readonly at: string; readonly isInspectable: boolean },
): Promise<void> {
  await tx.execute(
    `UPDATE unit SET open_holds = open_holds + ?, inspectable_holds = inspectable_holds + ?, changed_at = ?
       WHERE id = ?`,
    [by, isOne ? by : 0, at, unitId],
  );
}
