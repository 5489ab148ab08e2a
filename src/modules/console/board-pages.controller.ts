import { Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { paged } from '../../platform/http/paging.js';
import { cursorFor, DeadlineQueries } from '../deadlines/index.js';
import { Board } from './board.js';
import { BoardLook } from './board-look.dto.js';
import { boardTexts as texts } from './board-pages.texts.js';
import { ConsolePages } from './console-pages.js';
import { PageController } from './page-controller.js';
import { ROWS } from './page-queries.dto.js';
import { type Visit, Visiting } from './visit.js';

/** The clock of everything in the warehouse, and the rule that it runs by. */
@PageController('console/board')
export class BoardPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly deadlines: DeadlineQueries,
    private readonly board: Board,
  ) {}

  @Get()
  @Allow('receiver', 'inspector', 'reviewer', 'packer', 'shipper', 'admin')
  async show(@Visiting() visit: Visit, @Query() { lang: _lang, ...where }: BoardLook): Promise<string> {
    const { actor } = visit;
    const rows = await this.deadlines.units(actor, { ...where, limit: ROWS + 1 });
    const { items, next } = paged(rows, ROWS, cursorFor);
    const view = {
      ...(await this.board.of(visit, items)),
      rule: await this.deadlines.rule(actor),
      next,
      where,
      isAdmin: actor.roles.includes('admin'),
    };
    return this.pages.show(visit, { name: 'board', texts, view });
  }

  @Get('rule')
  @Allow('admin')
  async rule(@Visiting() visit: Visit): Promise<string> {
    const view = { rule: await this.deadlines.rule(visit.actor), own: await this.deadlines.ownRule(visit.actor) };
    return this.pages.show(visit, { name: 'board-rule', texts, view });
  }
}
