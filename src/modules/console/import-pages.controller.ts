import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { Allow } from '../../platform/http/access.js';
import { EXPORTERS, IMPORT_KINDS, IMPORTERS, ImportsQueries } from '../exchange/index.js';
import { ConsolePages } from './console-pages.js';
import { importTexts as texts } from './import-pages.texts.js';
import { ImportsLook } from './imports-look.dto.js';
import { PageController } from './page-controller.js';
import { type Visit, Visiting } from './visit.js';

const MOVING = ['checking', 'recording', 'undoing'];
const UNDOABLE = ['recording', 'recorded', 'stopped'];

/** Many at once: sheets in, and what became of them; sheets out. */
@PageController('console/imports')
export class ImportPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly imports: ImportsQueries,
  ) {}

  @Get()
  @Allow('merchant', 'receiver', 'inspector', 'reviewer', 'admin', 'regulator')
  async list(@Visiting() visit: Visit, @Query() { kind }: ImportsLook): Promise<string> {
    const { roles } = visit.actor;
    const importable = IMPORT_KINDS.filter((each) => mayOneOf(roles, IMPORTERS[each]));
    const exportable = IMPORT_KINDS.filter((each) => mayOneOf(roles, EXPORTERS[each]));
    const chosen = importable.find((each) => each === kind) ?? importable[0];
    const view = { importable, exportable, chosen, imports: await this.imports.imports(visit.actor) };
    return this.pages.show(visit, { name: 'imports', texts, view });
  }

  @Get(':id')
  @Allow('merchant', 'receiver', 'inspector', 'admin')
  async one(@Visiting() visit: Visit, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    const found = await this.imports.one(visit.actor, id);
    const { state } = found;
    const view = { import: found, isMoving: MOVING.includes(state), mayUndo: UNDOABLE.includes(state) };
    return this.pages.show(visit, { name: 'import', texts, view });
  }
}

function mayOneOf(roles: readonly Role[], allowed: readonly Role[]): boolean {
  return allowed.some((role) => roles.includes(role));
}
