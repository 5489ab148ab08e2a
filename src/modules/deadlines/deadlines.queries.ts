import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock, type Instant } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { SqlValue } from '../../platform/database/sql.js';
import { type ClockState, type DeadlineRule, USUAL_RULE } from './deadline-clock.js';
import type { ClockQuery } from './deadlines.dto.js';
import { DeadlineRuleRow } from './deadlines.entity.js';
import { clockOf, type Cutoffs, cutoffsOf, type UnitClock } from './deadlines.rules.js';
import { type ClockTallies, talliesOf, type TallyRow } from './clock-tallies.rules.js';
import { type ClockedRow, cursorOf, OPEN_UNITS } from './deadline-units.sql.js';
import type { Calendar } from './working-time.rules.js';

/** A unit that is still in the warehouse, with its clock. */
export interface ClockedUnit extends Omit<ClockedRow, 'holds'>, UnitClock {
  readonly isOnHold: boolean;
}

interface Reckoning {
  readonly rule: DeadlineRule;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly cutoffs: Cutoffs;
}

/** Reads of the clocks in one warehouse: the caller's own. */
@Injectable()
export class DeadlineQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The warehouse's own rule; undefined while the usual one holds. */
  ownRule({ partyId: warehouseId }: Actor): Promise<DeadlineRuleRow | undefined> {
    return this.database.reader.findOne(DeadlineRuleRow, { warehouseId });
  }

  async rule(viewer: Actor): Promise<DeadlineRule> {
    const own = await this.ownRule(viewer);
    if (!own) return USUAL_RULE;
    const { totalMinutes, testMinutes, handOverMinutes, working } = own;
    return { totalMinutes, testMinutes, handOverMinutes, working: working === null ? null : JSON.parse(working) };
  }

  /** Units that the warehouse still has, the longest on their way first; samples are not handed over and have no clock. */
  async units(viewer: Actor, where: ClockQuery & { readonly limit: number }): Promise<ClockedUnit[]> {
    const reckoning = await this.reckoning(viewer);
    const [conditions, params] = conditionsOf(where);
    const rows = await this.database.reader.query<ClockedRow>(
      `${OPEN_UNITS} SELECT id AS "id", name AS "name", merchant_id AS "merchantId", stage AS "stage", holds AS "holds",
        inspector AS "inspector", state AS "state", received_at AS "receivedAt", clock_from AS "clockFrom" FROM clocked
        WHERE ${conditions} ORDER BY clock_from, id LIMIT ?`,
      [...paramsOf(viewer, reckoning.cutoffs), ...params, where.limit],
    );
    return rows.map((row) => clocked(row, reckoning));
  }

  /** How many units are in each state, at each stage, of each merchant, with each inspector. */
  async tallies(viewer: Actor): Promise<ClockTallies> {
    const { cutoffs, now } = await this.reckoning(viewer);
    const rows = await this.database.reader.query<TallyRow>(
      `${OPEN_UNITS} SELECT stage AS "stage", merchant_id AS "merchantId", inspector AS "inspector", state AS "state",
        count(*) AS "count" FROM clocked GROUP BY stage, merchant_id, inspector, state`,
      paramsOf(viewer, cutoffs),
    );
    return { at: now, ...talliesOf(rows) };
  }

  private async reckoning(viewer: Actor): Promise<Reckoning> {
    const rule = await this.rule(viewer);
    const calendar = { zone: this.config.zone, working: rule.working };
    const now = this.clock.now();
    return { rule, calendar, now, cutoffs: cutoffsOf(rule, calendar, now) };
  }
}

function clocked({ holds, ...row }: ClockedRow, { rule, calendar, now }: Reckoning): ClockedUnit {
  return { ...row, isOnHold: holds > 0, ...clockOf(row.clockFrom, rule, calendar, now) };
}

// Nothing set out before the year 0, so an empty text stands for a moment that nothing has reached.
function paramsOf(viewer: Actor, cutoffs: Cutoffs): SqlValue[] {
  const states: readonly Exclude<ClockState, 'in-time'>[] = ['overdue', 'late-handover', 'late-test'];
  return [...states.map((state) => cutoffs[state] ?? ''), viewer.partyId, false];
}

function conditionsOf({ state, stage, merchantId, inspector, after }: ClockQuery): [string, SqlValue[]] {
  const wanted: (readonly [condition: string, params: readonly SqlValue[]])[] = [];
  if (state) wanted.push(['state = ?', [state]]);
  if (stage) wanted.push(['stage = ?', [stage]]);
  if (merchantId) wanted.push(['merchant_id = ?', [merchantId]]);
  if (inspector) wanted.push(['inspector = ?', [inspector]]);
  if (after) wanted.push(['(clock_from, id) > (?, ?)', cursorOf(after)]);
  const text = wanted.map(([condition]) => condition).join(' AND ');
  return [text || '1 = 1', wanted.flatMap(([, params]) => params)];
}
