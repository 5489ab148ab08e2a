import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.js';
import { ProblemFilter } from '../../platform/http/problem.filter.js';

/** Sends who is not signed in to the sign-in page, and back afterwards. Every other error is the problem filter's. */
@Catch()
@Injectable()
export class SignInRedirect implements ExceptionFilter {
  constructor(private readonly problems: ProblemFilter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const isStranger = error instanceof Refusal && error.kind === 'unauthenticated' && request.method === 'GET';
    if (isStranger) void reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 302);
    else this.problems.answer(error, request, reply);
  }
}
