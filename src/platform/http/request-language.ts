import type { FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/language.js';
import { chooseLanguage } from '../pages/language.js';

/** The language that this request wants its answer in. */
export function languageOf(request: FastifyRequest): Language {
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  const { lang } = request.cookies ?? {};
  const accept = request.headers['accept-language'];
  return chooseLanguage({ query: query?.['lang'], ...(lang ? { cookie: lang } : {}), ...(accept ? { accept } : {}) });
}
