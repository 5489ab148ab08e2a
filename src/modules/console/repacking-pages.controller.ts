import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow } from '../../platform/http/access.js';
import { MayBeLeftOut } from '../../platform/http/fields.js';
import { REPACKED_AT } from '../repacking/index.js';
import { attributesOf, type Unit, UnitsQueries } from '../units/index.js';
import { ConsolePages } from './console-pages.js';
import { attributeField } from './goods-forms.view.js';
import { PageController } from './page-controller.js';
import { LookQuery } from './page-queries.dto.js';
import { repackingTexts as texts } from './repacking-pages.texts.js';
import { isRepackable } from './unit-detail.js';
import { UnitFacts } from './unit-facts.js';
import { unitRow } from './unit-pages.view.js';
import { type Visit, Visiting } from './visit.js';

const ROW_COUNTS = ['6', '12', '24', '40'] as const;
/** Lots that may be mixed with this one, as many as a form can show. */
const OTHERS = 8;

export class RepackingLook extends LookQuery {
  @MayBeLeftOut()
  @IsIn(ROW_COUNTS)
  rows?: (typeof ROW_COUNTS)[number];
}

/** Opening a lot and packing it anew. */
@PageController('console/repacking')
export class RepackingPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly units: UnitsQueries,
    private readonly facts: UnitFacts,
  ) {}

  @Get(':unitId')
  @Allow('receiver', 'packer', 'admin')
  async one(
    @Visiting() visit: Visit,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Query() { rows = '6' }: RepackingLook,
  ): Promise<string> {
    const unit = await this.units.unit(visit.actor, unitId);
    const isWorker = visit.actor.roles.some((role) => role === 'receiver' || role === 'packer');
    const view = {
      unit: await this.facts.of(visit, unit),
      isReady: isWorker && isRepackable(unit),
      isSealed: unit.stage === 'packed' || unit.stage === 'labelled',
      isCertified: unit.inspectionGateAt !== null,
      rows: Number(rows),
      moreRows: ROW_COUNTS.find((count) => Number(count) > Number(rows)) ?? '',
      others: (await this.mixable(visit, unit)).map((other) => ({ ...unitRow(other), lotNo: other.lotNo ?? '' })),
      packing: this.packingFields(visit, unit),
    };
    return this.pages.show(visit, { name: 'repacking', texts, view });
  }

  private async mixable({ actor }: Visit, unit: Unit): Promise<readonly Unit[]> {
    const { categoryId, merchantId, warehouseId, name } = unit;
    const alike = { kind: 'lot', flow: 'warehouse-tests', categoryId, merchantId, warehouseId, name } as const;
    const wanted = { ...alike, stage: REPACKED_AT, openHolds: 0 };
    const found = await this.units.units(actor, wanted, { direction: 'desc', limit: OTHERS + 1 });
    return found.filter(({ id, lotNo }) => id !== unit.id && lotNo !== null).slice(0, OTHERS);
  }

  /** How goods are sold, where their category records it. */
  private packingFields({ language }: Visit, unit: Unit) {
    const now = attributesOf(unit);
    const asked = this.facts.categoryOf(unit.categoryId)?.attributes ?? [];
    return asked
      .filter(({ code }) => code === 'packing' || code === 'netContent')
      .map((attribute) => ({ ...attributeField(attribute, language), value: now[attribute.code] }));
  }
}
