import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, say } from '../../kernel/language.js';
import { Refusal, type RefusalKind } from '../../kernel/refusal.js';
import { languageOf } from './request-language.js';
import { refuse } from './http.refusals.js';
import type { Problem } from './problem.js';
import { ProblemPage } from './problem-page.js';
import { type FieldFault, InvalidBody } from './validation.js';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  busy: 503,
  'too-many': 429,
};

const TITLES: Readonly<Record<RefusalKind | 'bug', Readonly<Record<Language, string>>>> = {
  invalid: { zh: '内容有误', en: 'Not valid' },
  unauthenticated: { zh: '需要登录', en: 'Sign in' },
  forbidden: { zh: '没有权限', en: 'Not allowed' },
  'not-found': { zh: '找不到', en: 'Not found' },
  conflict: { zh: '当前状态不允许', en: 'Not possible now' },
  busy: { zh: '暂时不可用', en: 'Not available now' },
  'too-many': { zh: '操作过于频繁', en: 'Too many requests' },
  bug: { zh: '系统出错', en: 'Something broke' },
};

const BUG = {
  zh: '系统内部出错，本次操作没有写入。请把编号 {requestId} 告诉管理员。',
  en: 'Something broke inside; nothing was written. Tell the administrator this number: {requestId}.',
};

const BY_FRAMEWORK_STATUS: Readonly<Record<number, (typeof refuse)[keyof typeof refuse]>> = {
  400: refuse.badRequest,
  404: refuse.notFound,
  413: refuse.bodyTooLarge,
  415: refuse.mediaType,
};

/** The one place where an error becomes an answer. What is no refusal is a bug: logged once, told as a number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly page: ProblemPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for errors that Fastify meets before a route is found. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request);
    const refusal = asRefusal(error);
    if (!refusal) this.logger.error({ event: 'bug', requestId: request.id, url: request.routeOptions?.url, error });
    const problem = refusal ? problemOf(refusal, language, request.id) : bugProblem(language, request.id);
    if (problem.status === 503) void reply.header('retry-after', '1');
    void reply.status(problem.status).header('cache-control', 'no-store').header('content-language', language);
    if (wantsPage(request)) void reply.type('text/html; charset=utf-8').send(this.page.render(problem, request));
    else void reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return refuse.bodyUnreadable();
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const known = status === undefined ? undefined : BY_FRAMEWORK_STATUS[status];
  if (known) return error instanceof SyntaxError ? refuse.bodyUnreadable() : known();
  return status !== undefined && status >= 400 && status < 500 ? refuse.badRequest() : undefined;
}

function problemOf(refusal: Refusal, language: Language, requestId: string): Problem {
  const status =
    refusal.code === 'http.body-too-large' ? 413 : refusal.code === 'http.media-type' ? 415 : STATUS[refusal.kind];
  return {
    type: `urn:yanzhen:problem:${refusal.code}`,
    title: TITLES[refusal.kind][language],
    status,
    detail: refusal.say(language),
    code: refusal.code,
    requestId,
    ...(refusal instanceof InvalidBody ? { errors: refusal.faults.map((fault) => fieldError(fault, language)) } : {}),
  };
}

function fieldError(
  { path, rule, text }: FieldFault,
  language: Language,
): { path: string; rule: string; message: string } {
  return { path, rule, message: say(text, language) };
}

function bugProblem(language: Language, requestId: string): Problem {
  return {
    type: 'urn:yanzhen:problem:internal',
    title: TITLES.bug[language],
    status: 500,
    detail: say(BUG, language, { requestId }),
    code: 'internal',
    requestId,
  };
}

function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('text/html') && !request.url.startsWith('/api/') && !request.url.startsWith('/log/');
}
