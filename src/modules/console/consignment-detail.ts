import { Injectable } from '@nestjs/common';
import { unitSymbol } from '../../kernel/units.js';
import { Database } from '../../platform/database/database.js';
import { Catalog } from '../catalog/index.js';
import {
  type Consignment,
  type ConsignmentLine,
  IntakeQueries,
  lineAttributes,
  lineDeclared,
  lineView,
} from '../intake/index.js';
import { UnitsQueries } from '../units/index.js';
import { partyNames } from './party-names.js';
import { attributeLines, unitRow } from './unit-pages.view.js';
import type { Visit } from './visit.js';

/** Consignments with the names of both sides, their lines, and the units that came of them. */
@Injectable()
export class ConsignmentDetail {
  constructor(
    private readonly database: Database,
    private readonly intake: IntakeQueries,
    private readonly units: UnitsQueries,
    private readonly catalog: Catalog,
  ) {}

  async of(visit: Visit, id: string) {
    const { actor } = visit;
    const found = await this.intake.consignment(actor, id);
    const [consignment] = await this.rows(visit, [found]);
    const lines = await this.intake.lines(id);
    const units = await this.units.units(actor, { consignmentId: id }, { limit: 200 });
    const isOpen = found.state === 'announced' || found.state === 'receiving';
    return {
      consignment,
      lines: lines.map((line) => this.line(line)),
      units: units.map(unitRow),
      mayReceive: isOpen && actor.roles.includes('receiver'),
      mayFilm: isOpen && actor.roles.includes('merchant'),
      mayCancel: isOpen && actor.roles.some((role) => role === 'receiver' || role === 'merchant'),
    };
  }

  async rows(visit: Visit, consignments: readonly Consignment[]) {
    const ids = consignments.flatMap(({ merchantId, warehouseId }) => [merchantId, warehouseId]);
    const names = await partyNames(this.database.reader, visit, ids);
    return consignments.map(({ id, state, reference, announcedAt, merchantId, warehouseId, cancelReason }) => ({
      ...{ id, state, announcedAt },
      reference: reference ?? '',
      cancelReason: cancelReason ?? '',
      merchant: names.get(merchantId) ?? '',
      warehouse: names.get(warehouseId) ?? '',
    }));
  }

  private line(line: ConsignmentLine) {
    const facts = lineView(line, this.intake.warnings(line));
    const category = this.catalog.categories().find((loaded) => loaded.category.id === line.categoryId)?.category;
    return {
      ...facts,
      lotNo: facts.lotNo ?? '',
      productionDay: facts.productionDay ?? '',
      isFilmed: category?.flow === 'merchant-films',
      symbol: unitSymbol(line.quantityUnit),
      left: line.expectedUnits - line.receivedUnits,
      category: category?.name ?? { zh: line.categoryId, en: line.categoryId },
      attributes: attributeLines(lineAttributes(line), category),
      declared: Object.entries(lineDeclared(line)).map(([key, value]) => ({ key, value })),
    };
  }
}
