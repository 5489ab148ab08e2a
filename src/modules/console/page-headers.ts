import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { languageOf } from '../../platform/http/request-language.js';
import { isSecureAddress } from '../../platform/http/secure-address.js';

const YEAR_SECONDS = 31_536_000;

/** Says that the answer is a page in one language, kept by nobody, and remembers a language that was asked for. */
@Injectable()
export class PageHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const language = languageOf(request);
    void reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', language);
    const { lang } = request.query as Readonly<Record<string, unknown>>;
    if (lang !== undefined) {
      const secure = isSecureAddress(request);
      void reply.setCookie('lang', language, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure });
    }
    return next.handle();
  }
}
