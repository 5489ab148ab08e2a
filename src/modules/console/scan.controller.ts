import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/http/access.js';
import { ConsolePages } from './console-pages.js';
import { homeTexts as texts } from './home.texts.js';
import { PageController } from './page-controller.js';
import { ScanLook } from './page-queries.dto.js';
import { ScannedCodes } from './scanned-codes.js';
import { type Visit, Visiting } from './visit.js';

/** The box at the top of every page: anything by its number. */
@PageController('console/scan')
export class ScanPages {
  constructor(
    private readonly pages: ConsolePages,
    private readonly codes: ScannedCodes,
  ) {}

  @Get()
  @Allow('signed-in')
  async scan(@Visiting() visit: Visit, @Query() { code = '' }: ScanLook, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.codes.pageOf(visit, code);
    if (found) return void reply.redirect(found, 302);
    void reply.status(404).send(await this.pages.show(visit, { name: 'not-found', texts, view: { code } }));
  }
}
