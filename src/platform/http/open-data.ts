import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';

/** Lets any site's script read what the log proves to everybody, refusals too, and has it asked for anew each time. */
@Injectable()
export class OpenData implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'no-cache');
    return next.handle();
  }
}
