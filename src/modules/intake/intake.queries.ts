import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { Catalog, type ConsistencyFinding } from '../catalog/index.js';
import { unitScope, unitScopeSql } from '../units/index.js';
import { Consignment, ConsignmentLine } from './intake.entity.js';
import { refuse } from './intake.refusals.js';
import { lineWarnings } from './line-warnings.rules.js';

/** Reads of consignments. Each is seen by its warehouse, its merchant and regulators; for others it does not exist. */
@Injectable()
export class IntakeQueries {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
  ) {}

  consignments(viewer: Actor, where: Where<Consignment>, options: FindOptions<Consignment>): Promise<Consignment[]> {
    return this.database.reader.find(Consignment, { ...where, ...unitScope(viewer) }, { orderBy: 'id', ...options });
  }

  consignment(viewer: Actor, id: string): Promise<Consignment> {
    return consignmentFor(this.database.reader, viewer, id);
  }

  /** What of a line contradicts itself by its category as it is now; nothing when its file is gone. */
  warnings(line: ConsignmentLine): readonly ConsistencyFinding[] {
    const loaded = this.catalog.categories().find(({ category }) => category.id === line.categoryId);
    return loaded ? lineWarnings(line, loaded.category) : [];
  }

  /** Lines of several consignments, in their order within each. */
  linesOf(consignmentIds: readonly string[]): Promise<ConsignmentLine[]> {
    return this.database.reader.find(ConsignmentLine, { consignmentId: consignmentIds }, { orderBy: 'lineNo' });
  }

  /** Ids of the categories of whatever the viewer's party sends or receives. */
  async usedCategories(viewer: Actor): Promise<readonly string[]> {
    const [condition, params] = unitScopeSql(viewer, 'c');
    const rows = await this.database.reader.query<{ id: string }>(
      `SELECT DISTINCT l.category_id AS "id" FROM consignment_line l JOIN consignment c ON c.id = l.consignment_id
       WHERE ${condition} ORDER BY l.category_id`,
      params,
    );
    return rows.map(({ id }) => id);
  }

  lines(consignmentId: string): Promise<ConsignmentLine[]> {
    return this.database.reader.find(ConsignmentLine, { consignmentId }, { orderBy: 'lineNo' });
  }
}

/** The consignment when the viewer's party may see it; otherwise it is as unknown as one that does not exist. */
export async function consignmentFor(reader: Reader, viewer: Actor, id: string): Promise<Consignment> {
  const consignment = await reader.findOne(Consignment, { id, ...unitScope(viewer) });
  if (!consignment) throw refuse.unknown();
  return consignment;
}
