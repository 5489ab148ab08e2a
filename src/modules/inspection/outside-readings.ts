import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import type { PlanItem } from '../catalog/index.js';
import {
  type FiledReport,
  recordReadings,
  rejudgeInspection,
  requireOpen,
  wantedItem,
} from './inspection-flow.rules.js';
import { judgingContext, keptContext } from './inspection.queries.js';
import { type ItemReading, type KeptInspection, openOf, valuesOf } from './kept-inspection.js';
import { withdrawReadings } from './outside-readings.rules.js';

/** What a laboratory found of one item: a value as a reading has it, with its uncertainty where the report gives one. */
export interface OutsideResult {
  readonly item: string;
  readonly value: unknown;
}

/** The items of an open inspection by their codes; throws when it is not open, and when one takes no reading. */
export function openItems(kept: KeptInspection, codes: readonly string[], zone: string): readonly PlanItem[] {
  requireOpen(openOf(kept));
  return codes.map((code) => wantedItem(kept.items, code, keptContext(kept, zone)));
}

/** The results of a report as readings of an open inspection. No instrument of the warehouse stands behind them. */
export function recordOutsideReadings(
  actor: Actor,
  kept: KeptInspection,
  { report, results }: { readonly report: FiledReport; readonly results: readonly OutsideResult[] },
  zone: string,
): LedgerEvent[] {
  const wished = results.map(({ item, value }) => ({ item, value, report }));
  return recordReadings(actor, openOf(kept), wished, keptContext(kept, zone));
}

/** Takes the readings of a report back; an inspection that waits for its review is judged again without them. */
export async function withdrawOutsideReadings(
  reader: Reader,
  actor: Actor,
  { kept, report }: { readonly kept: KeptInspection; readonly report: FiledReport },
  zone: string,
): Promise<LedgerEvent[]> {
  const items = kept.readings.filter(({ reportId }) => reportId === report.id).map(({ item }) => item);
  const left = {
    ...kept,
    readings: kept.readings.filter(({ reportId }) => reportId !== report.id),
    latest: new Map([...kept.latest].map(([item, reading]) => [item, without(reading, report)])),
  };
  const context = await judgingContext(reader, left, zone);
  return [
    ...withdrawReadings(actor, kept, report, items),
    ...rejudgeInspection(openOf(left), valuesOf(left.latest), context),
  ];
}

function without(reading: ItemReading, { id }: FiledReport): ItemReading {
  const { report } = reading;
  return report?.id === id ? { ...reading, report: { ...report, isWithdrawn: true } } : reading;
}
