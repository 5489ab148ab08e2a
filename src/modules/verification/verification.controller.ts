import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/http/access.js';
import { languageOf } from '../../platform/http/request-language.js';
import { LookupPages } from './lookup-pages.js';
import { isDataWanted, rememberLanguage } from './public-request.js';
import { VerificationService } from './verification.service.js';
import { limitedVisitor } from './visitor-network.rules.js';
import { type Wanted, wantedCode } from './wanted-code.rules.js';

/** A number is short enough to be guessed, given time: typing is slow, so this is no limit for people. */
const TYPED = {
  rateLimit: {
    max: 60,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => limitedVisitor(request.ip),
  },
};

/** The page behind a code: for anybody, without signing in. A QR code spells the address in upper case. */
@ApiExcludeController()
@Controller(['v', 'V'])
export class VerificationController {
  constructor(
    private readonly service: VerificationService,
    private readonly lookup: LookupPages,
  ) {}

  /** Typing a code, and the answer to one that was typed. */
  @Get()
  @RouteConfig(TYPED)
  @Allow('anyone')
  async typed(@Query('code') code: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(request, reply);
    if (typeof code !== 'string' || code.trim() === '') this.lookup.sendForm(request, reply);
    else await this.send(wantedCode(code), code, { request, reply });
  }

  @Get(':code')
  @Allow('anyone')
  async scanned(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    rememberLanguage(request, reply);
    const wanted = wantedCode(code);
    // A number is answered where the attempts are limited.
    if (wanted.kind === 'number') void reply.redirect(`/v?code=${wanted.text}`, 302);
    else await this.send(wanted, code, { request, reply });
  }

  private async send(
    wanted: Wanted,
    typed: string,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<void> {
    const isData = isDataWanted(request);
    const language = languageOf(request);
    const look = { address: request.ip, isScan: request.method === 'GET' };
    const answer = await this.service.answer(wanted, isData ? 'json' : language, look);
    if (!answer) return this.lookup.sendUnknown({ typed, wanted, isData }, request, reply);
    void reply.header('vary', 'accept, accept-language, cookie').header('content-language', language);
    void reply.header('cache-control', answer.etag ? 'no-cache' : 'no-store');
    if (answer.etag) void reply.header('etag', answer.etag);
    if (isData) void reply.header('access-control-allow-origin', '*');
    if (answer.etag && request.headers['if-none-match'] === answer.etag) return void reply.status(304).send();
    void reply.type(isData ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8').send(answer.bytes);
  }
}
