import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Ledger, type LedgerEvent, type Receipt } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import { Catalog, offeredProduct } from '../catalog/index.js';
import { partyOfKind } from '../parties/index.js';
import { announceConsignment, sidesOf, type WishedLine } from './announcement.rules.js';
import type { ConsignmentBody, ConsignmentLineBody, FilmingBody, ReceiptBody } from './intake.dto.js';
import { ConsignmentLine } from './intake.entity.js';
import { isFilmingRefused } from '../units/index.js';
import { consignmentFor } from './intake.queries.js';
import { refuse } from './intake.refusals.js';
import { cancelConsignment, filmLine, receiveLine } from './receipt.rules.js';
import { WarehouseDays } from './warehouse-days.js';

@Injectable()
export class IntakeService {
  constructor(
    private readonly ledger: Ledger,
    private readonly catalog: Catalog,
    private readonly ids: Ids,
    private readonly days: WarehouseDays,
  ) {}

  announce(actor: Actor, body: ConsignmentBody): Promise<Receipt> {
    return this.ledger.record(actor, (tx) => this.announcement(tx, actor, body));
  }

  /** What announcing a consignment records, for a command of many; throws what a single one would be refused with. */
  async announcement(reader: Reader, actor: Actor, body: ConsignmentBody): Promise<LedgerEvent[]> {
    const { merchantId, warehouseId } = sidesOf(actor, body);
    await partyOfKind(reader, actor, { id: merchantId, kind: 'merchant' });
    await partyOfKind(reader, actor, { id: warehouseId, kind: 'warehouse' });
    const lines: WishedLine[] = [];
    for (const line of body.lines) lines.push(await this.wishedLine(reader, actor, line));
    const { reference } = body;
    const today = this.days.today();
    return announceConsignment({ id: this.ids.next(), warehouseId, merchantId, reference, lines, today });
  }

  receive(actor: Actor, id: string, lineNo: number, body: ReceiptBody): Promise<Receipt> {
    const { count = 1, isSample = false } = body;
    return this.ledger.record(actor, async (tx) => {
      const consignment = await consignmentFor(tx, actor, id);
      const lines = await tx.find(ConsignmentLine, { consignmentId: id });
      const line = lines.find((each) => each.lineNo === lineNo);
      if (!line) throw refuse.lineUnknown({ lineNo });
      const unitIds = Array.from({ length: count }, () => this.ids.next());
      return receiveLine(consignment, line, { ...body, isSample, unitIds });
    });
  }

  /** The merchant keeps the goods and will film their packing. */
  film(actor: Actor, id: string, lineNo: number, body: FilmingBody): Promise<Receipt> {
    const { count = 1 } = body;
    return this.ledger.record(actor, async (tx) => {
      const consignment = await consignmentFor(tx, actor, id);
      const line = await tx.findOne(ConsignmentLine, { consignmentId: id, lineNo });
      if (!line) throw refuse.lineUnknown({ lineNo });
      const unitIds = Array.from({ length: count }, () => this.ids.next());
      const mayFilm = this.catalog.category(line.categoryId).category.flow === 'merchant-films';
      const isRefused = await isFilmingRefused(tx, consignment.warehouseId);
      return filmLine(consignment, line, { ...body, unitIds }, { mayFilm, isRefused });
    });
  }

  cancel(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, (tx) => this.cancellation(tx, actor, id, reason));
  }

  /** What calling off a consignment records; throws what a single command would be refused with. */
  async cancellation(reader: Reader, actor: Actor, id: string, reason: string): Promise<LedgerEvent[]> {
    return cancelConsignment(await consignmentFor(reader, actor, id), reason);
  }

  private async wishedLine(reader: Reader, actor: Actor, body: ConsignmentLineBody): Promise<WishedLine> {
    const { productId, categoryId, declared = {}, ...line } = body;
    const { category } = this.catalog.category(categoryId);
    const product = productId === undefined ? undefined : await offeredProduct(reader, actor, productId);
    return { ...line, category, product, declared };
  }
}
