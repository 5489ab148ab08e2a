import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../platform/http/request-language.js';
import { isSecureAddress } from '../../platform/http/secure-address.js';

const YEAR_SECONDS = 31_536_000;

// Messengers add parameters of their own to a link, so a public address takes any and reads two.
function queryOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const { query } = request;
  return typeof query === 'object' && query !== null ? Object.fromEntries(Object.entries(query)) : {};
}

/** Data is for programs that ask for JSON, and for people who follow the link with `?format=json`. */
export function isDataWanted(request: FastifyRequest): boolean {
  if (queryOf(request)['format'] === 'json') return true;
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** A language that was asked for outright is remembered. */
export function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  if (queryOf(request)['lang'] === undefined) return;
  const secure = isSecureAddress(request);
  void reply.setCookie('lang', languageOf(request), { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure });
}
