import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { Catalog, type Category, type ConsistencyFinding, consistencyOf } from '../catalog/index.js';
import { InspectionQueries, type KeptInspection, resultsOf } from '../inspection/index.js';
import { isRepackedHere, type Unit, unitFor } from '../units/index.js';
import { type InspectedGoods, unitFacts } from './certificate-facts.rules.js';

/** How the texts of a unit agree with each other and with what was found, before anybody certifies them. */
@Injectable()
export class ConsistencyQueries {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly inspections: InspectionQueries,
    private readonly config: Config,
  ) {}

  /** By the unit's latest inspection, whatever became of it; before there is one, by what was declared. */
  async ofUnit(viewer: Actor, unitId: string): Promise<readonly ConsistencyFinding[]> {
    const unit = await unitFor(this.database.reader, viewer, unitId);
    const latest = { direction: 'desc', limit: 1 } as const;
    const [inspection] = await this.inspections.inspections(viewer, { unitId: unit.id }, latest);
    if (inspection) return this.ofInspection(await this.inspections.inspection(viewer, inspection.id));
    const loaded = this.catalog.categories().find(({ category }) => category.id === unit.categoryId);
    return loaded ? this.check(this.database.reader, unit, loaded.category, undefined) : [];
  }

  /** By the category that the inspection's plan was made of. */
  async ofInspection(kept: KeptInspection): Promise<readonly ConsistencyFinding[]> {
    const { category } = await this.catalog.categoryOf(kept.inspection.categoryHash);
    const { items, latest, inspection } = kept;
    return this.check(this.database.reader, kept.unit, category, {
      items,
      readings: [...latest.values()],
      results: resultsOf(inspection),
    });
  }

  /** The same inside the turn that issues a certificate. */
  async check(
    reader: Reader,
    unit: Unit,
    category: Category,
    inspected: InspectedGoods | undefined,
  ): Promise<readonly ConsistencyFinding[]> {
    const { zone } = this.config;
    const isHere = await isRepackedHere(reader, unit.id);
    return consistencyOf(category, unitFacts({ unit, category, inspected, zone, isRepackedHere: isHere }));
  }
}
