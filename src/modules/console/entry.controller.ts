import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/http/access.js';
import { languageOf } from '../../platform/http/request-language.js';
import { isSecureAddress } from '../../platform/http/secure-address.js';
import { Pages } from '../../platform/pages/pages.js';
import { IdentityQueries } from '../identity/index.js';
import { entryTexts } from './entry.texts.js';
import { PageController } from './page-controller.js';
import { nextAddress } from './next-address.rules.js';
import { addressWithoutLanguage } from './visit.js';

/** The doors: the start page for everybody, and the way in for those who work here. */
@PageController()
export class EntryPages {
  constructor(
    private readonly pages: Pages,
    private readonly identity: IdentityQueries,
  ) {}

  @Get()
  @Allow('anyone')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.actor) return void reply.redirect('/console', 302);
    const view = { here: addressWithoutLanguage(request), isEmpty: await this.isEmpty() };
    void reply.send(this.pages.render('start', { language: languageOf(request), texts: entryTexts, view }));
  }

  @Get('sign-in')
  @Allow('anyone')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = nextAddress((request.query as Readonly<Record<string, unknown>>)['next']);
    if (request.actor) return void reply.redirect(next, 302);
    const view = {
      next,
      here: addressWithoutLanguage(request),
      address: `${request.protocol}://${request.host}`,
      isSecure: isSecureAddress(request),
      isEmpty: await this.isEmpty(),
    };
    void reply.send(this.pages.render('sign-in', { language: languageOf(request), texts: entryTexts, view }));
  }

  private async isEmpty(): Promise<boolean> {
    return (await this.identity.accountCount()) === 0;
  }
}
