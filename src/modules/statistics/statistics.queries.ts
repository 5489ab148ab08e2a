import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { addDays, Clock, type Day, dayOf, instantAt } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { SqlValue } from '../../platform/database/sql.js';
import { unitScopeSql } from '../units/index.js';
import type { TrendPoint } from './trend-chart.rules.js';
import { type PassRate, passRates } from './statistics.rules.js';
import { inOneUnit, trendPoint } from './trend-point.rules.js';

/** What is counted: inspections signed in these days, both included, and of which goods. */
export interface StatisticsWhere {
  readonly from?: Day;
  readonly to?: Day;
  readonly categoryId?: string;
  readonly merchantId?: string;
}

const USUAL_DAYS = 30;

/** How the columns are called by which inspections are grouped. */
const GROUPS = {
  category: 'u.category_id',
  merchant: 'i.merchant_id',
  supplier: 's.supplier',
} as const;
export type GroupedBy = keyof typeof GROUPS;
export const GROUPED_BY = ['category', 'merchant', 'supplier'] as const satisfies readonly GroupedBy[];

const OF_UNITS = 'JOIN unit u ON u.id = i.unit_id';
const SIGNED = "i.state = 'signed' AND i.reviewed_at >= ? AND i.reviewed_at < ?";
/** A reading that another of the same item replaced does not count. */
const COUNTS = `r.entry = (SELECT max(later.entry) FROM inspection_reading later
  WHERE later.inspection_id = r.inspection_id AND later.item = r.item)`;

/** A chart of more points is not read any better. */
const MOST_POINTS = 200;

/** Counts over signed inspections, as far as the viewer may see them. */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The days that are counted when nobody says which: the last thirty, with today. */
  period({ from, to }: StatisticsWhere): { readonly from: Day; readonly to: Day } {
    const last = to ?? dayOf(this.clock.now(), this.config.zone);
    return { from: from ?? addDays(last, 1 - USUAL_DAYS), to: last };
  }

  async passRates(viewer: Actor, by: GroupedBy, where: StatisticsWhere): Promise<PassRate[]> {
    const [conditions, params] = this.conditions(viewer, where);
    const suppliers = by === 'supplier' ? 'JOIN statistic_supplier s ON s.unit_id = u.id' : '';
    const rows = await this.database.reader.query<{ of: string; verdict: string; count: number }>(
      `SELECT ${GROUPS[by]} AS "of", i.verdict AS "verdict", count(*) AS "count" FROM inspection i ${OF_UNITS} ${suppliers}
        WHERE ${SIGNED}${conditions} GROUP BY ${GROUPS[by]}, i.verdict`,
      params,
    );
    return passRates(rows);
  }

  /** How often each item of each category failed. */
  async failures(
    viewer: Actor,
    where: StatisticsWhere,
  ): Promise<{ categoryId: string; item: string; count: number }[]> {
    const [conditions, params] = this.conditions(viewer, where);
    return this.database.reader.query(
      `SELECT u.category_id AS "categoryId", f.item AS "item", count(*) AS "count"
        FROM statistic_finding f JOIN inspection i ON i.id = f.inspection_id ${OF_UNITS}
        WHERE ${SIGNED}${conditions} AND f.verdict = 'fail' GROUP BY u.category_id, f.item`,
      params,
    );
  }

  /** The latest measured values of one item, oldest first; values that are not numbers are left out. */
  async trend(
    viewer: Actor,
    item: string,
    where: StatisticsWhere & { readonly categoryId: string },
  ): Promise<TrendPoint[]> {
    const [conditions, params] = this.conditions(viewer, where);
    const rows = await this.database.reader.query<{ at: string; value: string }>(
      `SELECT r.at AS "at", r.value AS "value" FROM inspection_reading r
        JOIN inspection i ON i.id = r.inspection_id ${OF_UNITS}
        WHERE ${SIGNED}${conditions} AND r.item = ? AND ${COUNTS} ORDER BY r.entry DESC LIMIT ?`,
      [...params, item, MOST_POINTS],
    );
    return inOneUnit(rows.toReversed().flatMap(({ at, value }) => trendPoint(at, JSON.parse(value)) ?? []));
  }

  private conditions(viewer: Actor, where: StatisticsWhere): [conditions: string, params: SqlValue[]] {
    const { zone } = this.config;
    const { from, to } = this.period(where);
    const { categoryId, merchantId } = where;
    const wanted: (readonly [condition: string, params: readonly SqlValue[]])[] = [unitScopeSql(viewer, 'i')];
    if (categoryId) wanted.push(['u.category_id = ?', [categoryId]]);
    if (merchantId) wanted.push(['i.merchant_id = ?', [merchantId]]);
    const days = [instantAt(from, '00:00', zone), instantAt(to, '24:00', zone)];
    return [
      wanted.map(([condition]) => ` AND ${condition}`).join(''),
      [...days, ...wanted.flatMap(([, params]) => params)],
    ];
  }
}
