import { canonicalJson } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf, subjectsOf } from '../../ledger/index.js';
import type { WriteTx } from '../../platform/database/sql.js';
import { Consignment, ConsignmentLine, IntakeException } from './intake.entity.js';
import {
  type AnnouncedLine,
  consignmentAnnounced,
  consignmentCancelled,
  differenceAccepted,
  exceptionFound,
  lineReceived,
} from './intake.events.js';

export const intakeProjection: Projection = {
  tables: [Consignment, ConsignmentLine, IntakeException],
  rules: [
    on(consignmentAnnounced, async (tx, event) => {
      const id = subjectOf(event, 'consignment');
      const { lines, reference = null, ...parties } = event.contents.party;
      const times = { announcedAt: event.at, changedAt: event.at };
      await tx.insert(Consignment, { id, ...parties, reference, state: 'announced', ...times, cancelReason: null });
      for (const [at, line] of lines.entries()) await tx.insert(ConsignmentLine, lineRow(id, at + 1, line));
    }),
    on(lineReceived, async (tx, event) => {
      const id = subjectOf(event, 'consignment');
      const { lineNo, received } = event.contents.party;
      const units = event.subjects.filter(({ type }) => type === 'unit').length;
      await tx.execute(
        `UPDATE consignment_line SET received_units = received_units + ?,
           received_value = CASE WHEN kind = 'lot' THEN ? ELSE NULL END WHERE consignment_id = ? AND line_no = ?`,
        [units, received.value, id, lineNo],
      );
      await moveOn(tx, id, event.at);
    }),
    on(consignmentCancelled, async (tx, event) => {
      const cancelled = { state: 'cancelled', changedAt: event.at, cancelReason: event.contents.party.reason };
      await tx.update(Consignment, { id: subjectOf(event, 'consignment') }, cancelled);
    }),
    on(exceptionFound, async (tx, event) => {
      const { differs, found, accountId } = event.contents.party;
      const row = { differs: JSON.stringify(differs), found, foundBy: accountId, foundAt: event.at };
      for (const unitId of subjectsOf(event, 'unit')) {
        await tx.delete(IntakeException, { unitId });
        await tx.insert(IntakeException, { unitId, ...row, acceptedAt: null, acceptance: null });
      }
    }),
    on(differenceAccepted, async (tx, event) => {
      const { acceptance } = event.contents.party;
      const accepted = { acceptedAt: event.at, acceptance };
      await tx.update(IntakeException, { unitId: subjectOf(event, 'unit') }, accepted);
    }),
  ],
};

// Canonical, since after a replay the keys come in another order.
function lineRow(consignmentId: string, lineNo: number, line: AnnouncedLine): ConsignmentLine {
  const { quantity, attributes, declared, productId = null, lotNo = null, productionDay = null, ...open } = line;
  return {
    consignmentId,
    lineNo,
    ...open,
    productId,
    lotNo,
    productionDay,
    quantityValue: quantity.value,
    quantityUnit: quantity.unit,
    attributes: canonicalJson(attributes),
    declared: canonicalJson(declared),
    expectedUnits: line.kind === 'piece' ? Number(quantity.value) : 1,
    receivedUnits: 0,
    receivedValue: null,
  };
}

async function moveOn(tx: WriteTx, consignmentId: string, at: string): Promise<void> {
  const lines = await tx.find(ConsignmentLine, { consignmentId });
  const isComplete = lines.every(({ expectedUnits, receivedUnits }) => receivedUnits >= expectedUnits);
  const state = isComplete ? 'received' : 'receiving';
  await tx.update(Consignment, { id: consignmentId }, { state, changedAt: at });
}
