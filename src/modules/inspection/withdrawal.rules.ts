import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { unit as unitSubject } from '../units/index.js';
import type { InspectionReading, InspectionWithdrawal } from './inspection.entity.js';
import { inspection as inspectionSubject, readingWithdrawn } from './inspection.events.js';
import { type OpenInspection, requireOpen } from './inspection-flow.rules.js';
import { refuse } from './inspection.refusals.js';

/** Which reading: the first of its item is 1, those that were withdrawn counted. */
export interface NamedReading {
  readonly item: string;
  readonly reading: number;
}

/** What was recorded of an inspection: the readings that stand, and what was taken back. */
export interface RecordedReadings {
  readonly readings: readonly Pick<InspectionReading, 'entry' | 'item' | 'accountId' | 'reportId'>[];
  readonly withdrawn: readonly Pick<InspectionWithdrawal, 'readingEntry' | 'item'>[];
}

/**
 * Whoever recorded the reading of an item that counts takes it back, and the one before counts again. It stays in the
 * log; it must be the very reading that is meant, so a slip is never undone twice and nobody undoes another's.
 */
export function withdrawReading(
  actor: Actor,
  open: OpenInspection,
  { item, reading: number }: NamedReading,
  recorded: RecordedReadings,
): LedgerEvent[] {
  requireOpen(open);
  const entry = entriesOf(item, recorded)[number - 1];
  const reading = lastStanding(item, recorded);
  if (entry === undefined || reading?.entry !== entry) throw refuse.notLastReading({ item });
  if (reading.reportId !== null) throw refuse.readingOfReport({ item });
  if (reading.accountId !== actor.accountId) throw refuse.readingOfOther({ item });
  const { accountId } = actor;
  const { id, unitId } = open.inspection;
  return [
    readingWithdrawn([inspectionSubject(id), unitSubject(unitId)], {
      public: { item, entry, inspector: actor.number },
      party: { accountId },
    }),
  ];
}

/** A stretch of the log: from its first entry up to before its end. */
export interface Stretch {
  readonly firstEntry: number;
  readonly endEntry: number;
}

/** Whoever recorded several readings by one command takes back those that still count; throws when none does. */
export function withdrawStretch(
  actor: Actor,
  open: OpenInspection,
  { firstEntry, endEntry }: Stretch,
  recorded: RecordedReadings,
): LedgerEvent[] {
  requireOpen(open);
  const own = recorded.readings.filter(({ entry }) => entry >= firstEntry && entry < endEntry);
  const standing = own.filter(({ entry, item }) => lastStanding(item, recorded)?.entry === entry);
  if (standing.length === 0) throw refuse.readingsReplaced();
  return standing.flatMap(({ entry, item }) =>
    withdrawReading(actor, open, { item, reading: entriesOf(item, recorded).indexOf(entry) + 1 }, recorded),
  );
}

/** The last reading that an account may take back now: its newest, unless somebody read the same item since. */
export function withdrawable(accountId: string, recorded: RecordedReadings): NamedReading | undefined {
  const own = recorded.readings.filter((each) => each.accountId === accountId && each.reportId === null);
  const last = own.toSorted((a, b) => a.entry - b.entry).at(-1);
  if (!last || lastStanding(last.item, recorded)?.entry !== last.entry) return undefined;
  return { item: last.item, reading: entriesOf(last.item, recorded).indexOf(last.entry) + 1 };
}

function lastStanding(item: string, { readings }: RecordedReadings): RecordedReadings['readings'][number] | undefined {
  return readings
    .filter((each) => each.item === item)
    .toSorted((a, b) => a.entry - b.entry)
    .at(-1);
}

function entriesOf(item: string, { readings, withdrawn }: RecordedReadings): readonly number[] {
  const standing = readings.filter((each) => each.item === item).map(({ entry }) => entry);
  const gone = withdrawn.filter((each) => each.item === item).map(({ readingEntry }) => readingEntry);
  return [...standing, ...gone].toSorted((a, b) => a - b);
}
