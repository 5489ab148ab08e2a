import type { Instant } from '../../kernel/instant.js';
import { ENDED_STAGES, WAITING_STAGES } from '../units/index.js';
import { type ClockState, TEST_STAGES } from './deadline-clock.js';

/** A row of `clocked`: a unit that the warehouse still has, and does not wait for somebody else with. */
export interface ClockedRow {
  readonly id: string;
  readonly name: string;
  readonly merchantId: string;
  readonly stage: string;
  readonly holds: number;
  /** Number of the person who read last, while the unit is in test; null before the first reading. */
  readonly inspector: string | null;
  readonly state: ClockState;
  readonly receivedAt: Instant;
  readonly clockFrom: Instant;
}

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/**
 * The units of one warehouse with their states. Parameters: the latest moments of setting out that are overdue, late for
 * the hand-over and late in test; the warehouse; false. What is compared is text: instants sort as they happened.
 */
export const OPEN_UNITS = `WITH clocked AS (
  SELECT u.id, u.name, u.merchant_id, u.stage, u.open_holds AS holds, u.received_at, u.clock_from,
    CASE
      WHEN u.clock_from <= ? THEN 'overdue'
      WHEN u.clock_from <= ? THEN 'late-handover'
      WHEN u.clock_from <= ? AND u.stage IN (${listed(TEST_STAGES)}) THEN 'late-test'
      ELSE 'in-time'
    END AS state,
    CASE WHEN u.stage IN (${listed(TEST_STAGES)}) THEN (
      SELECT r.inspector_number FROM inspection i JOIN inspection_reading r ON r.inspection_id = i.id
      WHERE i.unit_id = u.id AND i.state IN ('inspecting', 'awaiting-review') ORDER BY r.entry DESC LIMIT 1
    ) END AS inspector
  FROM unit u
  WHERE u.warehouse_id = ? AND u.is_sample = ? AND u.flow = 'warehouse-tests' AND u.stage NOT IN (${listed([...ENDED_STAGES, ...WAITING_STAGES])}))`;

/** Where a list goes on: the moment of setting out and the id of the last row. */
export function cursorFor({ clockFrom, id }: Pick<ClockedRow, 'clockFrom' | 'id'>): string {
  return `${clockFrom}~${id}`;
}

export function cursorOf(cursor: string): [clockFrom: string, id: string] {
  const [clockFrom = '', id = ''] = cursor.split('~');
  return [clockFrom, id];
}
