import type { Instant } from '../../kernel/instant.js';
import type { Reader } from '../../platform/database/sql.js';
import { Unit } from '../units/index.js';
import { Inspection, InspectionPlan, InspectionReading } from './inspection.entity.js';
import { planOfInspection } from './inspection-flow.rules.js';
import { gapsOf } from './instrument-gaps.queries.js';
import { objectionsTo } from './instrument-gaps.rules.js';
import type { Verdict } from './judge.js';
import { contextOf } from './judge-context.rules.js';
import { latestReadings, valuesOf } from './kept-inspection.js';
import type { PlanItem } from '../catalog/index.js';
import { verdictOf } from './verdict.rules.js';

/** What one side found of an item, judged by the plan of its inspection. */
export interface RetestedReading {
  readonly unitId: string;
  readonly item: string;
  /** Null for the warehouse itself. */
  readonly laboratoryId: string | null;
  readonly verdict: Verdict;
}

/** So many units at most are judged: the last ones. */
const MOST_UNITS = 500;

/** Whose results, and since when a laboratory has one. */
export interface RetestScope {
  /** Left out for regulators, who see all. */
  readonly warehouseId?: string;
  readonly since: Instant;
  readonly zone: string;
}

/**
 * Everything that was found of units of which a laboratory and another side have read the same item, oldest first. A
 * reading by an instrument out of calibration is undecided, and so is a withdrawn one, which is left out.
 */
export async function judgedRetests(reader: Reader, scope: RetestScope): Promise<readonly RetestedReading[]> {
  const unitIds = await retestedUnits(reader, scope);
  const units = new Map((await reader.find(Unit, { id: unitIds })).map((unit) => [unit.id, unit]));
  const inspections = await reader.find(Inspection, { unitId: unitIds }, { orderBy: 'id' });
  const found: RetestedReading[] = [];
  for (const inspection of inspections) {
    const unit = units.get(inspection.unitId);
    if (unit) found.push(...(await judgedSides(reader, { inspection, unit }, scope.zone)));
  }
  return found;
}

/** The inspections in which a reading that counts, or did before it was withdrawn, is of a report. */
export async function inspectionsReportedBy(reader: Reader, reportId: string): Promise<readonly string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT DISTINCT r.inspection_id AS "id" FROM inspection_reading r
     WHERE r.report_id = ? AND NOT EXISTS (
       SELECT 1 FROM inspection_reading later
       WHERE later.inspection_id = r.inspection_id AND later.item = r.item AND later.entry > r.entry)`,
    [reportId],
  );
  return rows.map(({ id }) => id);
}

/** Each side's readings are judged by themselves: what the warehouse read as if there were no report, and so on. */
async function judgedSides(
  reader: Reader,
  { inspection, unit }: { readonly inspection: Inspection; readonly unit: Unit },
  zone: string,
): Promise<readonly RetestedReading[]> {
  const { id: inspectionId, unitId, startedAt } = inspection;
  const plan = await reader.findOne(InspectionPlan, { inspectionId });
  const items = plan ? (JSON.parse(plan.items) as readonly PlanItem[]) : [];
  const rows = await reader.find(InspectionReading, { inspectionId, withdrawnAt: null }, { orderBy: 'entry' });
  const found: RetestedReading[] = [];
  for (const [laboratoryId, own] of Map.groupBy(rows, (row) => row.laboratoryId)) {
    const latest = latestReadings(own);
    const objections = objectionsTo(await gapsOf(reader, latest, zone), []);
    const context = { ...contextOf(unit, { startedAt, zone }), objections };
    const { results } = verdictOf(planOfInspection({ inspection, unit, items }), valuesOf(latest), context);
    for (const { item, verdict } of results) {
      if (latest.has(item.code)) found.push({ unitId, item: item.code, laboratoryId, verdict });
    }
  }
  return found;
}

async function retestedUnits(reader: Reader, { warehouseId, since }: RetestScope): Promise<readonly string[]> {
  const [condition, params] = warehouseId === undefined ? ['', []] : ['AND i.warehouse_id = ?', [warehouseId]];
  const rows = await reader.query<{ unitId: string }>(
    `SELECT i.unit_id AS "unitId", max(r.entry) AS "latest"
     FROM inspection_reading r JOIN inspection i ON i.id = r.inspection_id
     WHERE r.laboratory_id IS NOT NULL AND r.withdrawn_at IS NULL AND r.at >= ? ${condition} AND EXISTS (
       SELECT 1 FROM inspection_reading o JOIN inspection oi ON oi.id = o.inspection_id
       WHERE oi.unit_id = i.unit_id AND o.item = r.item AND o.withdrawn_at IS NULL
         AND COALESCE(o.laboratory_id, '') <> r.laboratory_id)
     GROUP BY i.unit_id ORDER BY 2 DESC LIMIT ?`,
    [since, ...params, MOST_UNITS],
  );
  return rows.map(({ unitId }) => unitId);
}
