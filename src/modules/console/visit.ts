import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import type { Language } from '../../kernel/language.js';
import { languageOf } from '../../platform/http/request-language.js';

/** One look at a console page: who looks, in which language, at which address. */
export interface Visit {
  readonly actor: Actor;
  readonly language: Language;
  readonly path: string;
  /** The path with its query, but for the language: where the language switch leads. */
  readonly here: string;
}

/** The visit that a page answers; only on pages for people who are signed in. */
export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { actor } = request;
  invariant(actor, 'a console page is not open to anyone');
  return { actor, language: languageOf(request), path: pathOf(request), here: addressWithoutLanguage(request) };
});

/** The path of the request, without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/';
}

/** The address of the request without `lang`, so that the other language can be asked for. */
export function addressWithoutLanguage(request: FastifyRequest): string {
  const query = new URLSearchParams(request.url.split('?').slice(1).join('?'));
  query.delete('lang');
  return query.size > 0 ? `${pathOf(request)}?${query.toString()}` : pathOf(request);
}
