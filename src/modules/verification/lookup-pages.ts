import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../platform/http/request-language.js';
import { Pages } from '../../platform/pages/pages.js';
import { VerificationQueries } from './verification.queries.js';
import { refuse } from './verification.refusals.js';
import { lookupTexts } from './verification.texts.js';
import type { VerifyLookupView, VerifyUnknownView } from './verification.view.js';
import { shownAsTyped, type Wanted } from './wanted-code.rules.js';

const REFUSALS: Readonly<Record<VerifyUnknownView['why'], () => Error>> = {
  unknown: refuse.codeUnknown,
  mistyped: refuse.codeMistyped,
  incomplete: refuse.codeIncomplete,
};

interface Missed {
  readonly typed: string;
  readonly wanted: Wanted;
  readonly isData: boolean;
}

/** The pages around a code: typing one, and being told that it is not in the register. */
@Injectable()
export class LookupPages {
  constructor(
    private readonly pages: Pages,
    private readonly queries: VerificationQueries,
  ) {}

  sendForm(request: FastifyRequest, reply: FastifyReply): void {
    this.send('verify-lookup', this.queries.contact(), request, reply);
  }

  /** Says that there is no record, never that goods are false. Throws the refusal where data was asked for. */
  sendUnknown({ typed, wanted, isData }: Missed, request: FastifyRequest, reply: FastifyReply): void {
    const why = wanted.kind === 'none' ? wanted.why : 'unknown';
    if (isData) throw REFUSALS[why]();
    const view = { typed: shownAsTyped(typed), why, ...this.queries.contact() };
    this.send('verify-unknown', view, request, reply.status(404));
  }

  private send(
    name: string,
    view: VerifyLookupView | VerifyUnknownView,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const language = languageOf(request);
    void reply.header('cache-control', 'no-store').header('content-language', language);
    void reply.type('text/html; charset=utf-8').send(this.pages.render(name, { language, texts: lookupTexts, view }));
  }
}
