import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader } from '../../platform/database/sql.js';
import { unitFor } from '../units/index.js';
import { LabelCopy } from './labelling.entity.js';
import { refuse } from './labelling.refusals.js';

/** Which copies to print, by their numbers; both ends count. */
export interface CopyRange {
  readonly from: number;
  readonly to: number;
}

/** So many labels in one file take about a second to draw. */
export const MOST_COPIES = 120;

/** How many copies of a unit are in each state. */
export interface LabelCounts {
  readonly printed: number;
  readonly applied: number;
  readonly spoiled: number;
}

/** Reads of labels. Whoever sees the unit sees its copies; their codes are for the warehouse's own people only. */
@Injectable()
export class LabellingQueries {
  constructor(private readonly database: Database) {}

  async labels(viewer: Actor, unitId: string, options: FindOptions<LabelCopy>): Promise<LabelCopy[]> {
    const { reader } = this.database;
    const unit = await unitFor(reader, viewer, unitId);
    return reader.find(LabelCopy, { unitId: unit.id }, { orderBy: 'id', ...options });
  }

  /** Which copies are to be printed: those on no goods yet, in ranges that one file holds. */
  async sheets(unitId: string): Promise<CopyRange[]> {
    const rows = await this.database.reader.query<{ number: number }>(
      "SELECT number FROM label_copy WHERE unit_id = ? AND state = 'printed' ORDER BY number",
      [unitId],
    );
    return rangesOf(rows.map(({ number }) => number));
  }

  async counts(unitId: string): Promise<LabelCounts> {
    const rows = await this.database.reader.query<{ state: keyof LabelCounts; count: number }>(
      'SELECT state, count(*) AS "count" FROM label_copy WHERE unit_id = ? GROUP BY state',
      [unitId],
    );
    return {
      printed: 0,
      applied: 0,
      spoiled: 0,
      ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    };
  }
}

function rangesOf(numbers: readonly number[]): CopyRange[] {
  const runs = Array.from({ length: Math.ceil(numbers.length / MOST_COPIES) }, (_, i) =>
    numbers.slice(i * MOST_COPIES, (i + 1) * MOST_COPIES),
  );
  return runs.flatMap((run) => {
    const [from, to] = [run[0], run.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** The copies of a unit in the order of their numbers, spoiled ones too. */
export function labelsOf(reader: Reader, unitId: string): Promise<LabelCopy[]> {
  return reader.find(LabelCopy, { unitId }, { orderBy: 'number' });
}

/** By its item code, spelled exactly. */
export function labelByCode(reader: Reader, code: string): Promise<LabelCopy | undefined> {
  return reader.findOne(LabelCopy, { code });
}

/** Number of the last copy that was printed of a unit; 0 when none was. */
export async function lastNumberOf(reader: Reader, unitId: string): Promise<number> {
  const last = await reader.findOne(LabelCopy, { unitId }, { orderBy: 'number', direction: 'desc' });
  return last?.number ?? 0;
}

/** A copy of the actor's own warehouse; otherwise it is as unknown as one that does not exist. */
export async function labelFor(reader: Reader, actor: Actor, id: string): Promise<LabelCopy> {
  const copy = await reader.findOne(LabelCopy, { id, warehouseId: actor.partyId });
  if (!copy) throw refuse.unknown();
  return copy;
}
