import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Streams } from '../../platform/http/streams.js';
import type { ImportView } from './imports.dto.js';
import { ImportsQueries } from './imports.queries.js';

const LOOK_MILLIS = 500;
const MOVING = ['checking', 'recording', 'undoing'];

/** Tells who follows an import how far it is. It looks at the rows, so it does not matter which process does the work. */
@Injectable()
export class ImportNews {
  private readonly logger = new Logger('exchange');

  constructor(
    private readonly queries: ImportsQueries,
    private readonly streams: Streams,
  ) {}

  follow(viewer: Actor, id: string, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): void {
    let told = '';
    let isLooking = false;
    const stream = this.streams.start(request, reply, () => clearInterval(timer));
    const look = async (): Promise<void> => {
      const view = await this.queries.one(viewer, id);
      const news = JSON.stringify(newsOf(view));
      if (news !== told) stream.send('progress', news);
      told = news;
      if (!MOVING.includes(view.state)) stream.end();
    };
    const timer = setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      look()
        .catch((error: unknown) => {
          this.logger.warn({ event: 'import-not-told', id, error });
          stream.end();
        })
        .finally(() => (isLooking = false));
    }, LOOK_MILLIS);
  }
}

function newsOf({ state, progress, rows, records, problemCount, recorded, refused, undone, kept }: ImportView): object {
  return { state, progress, rows, records, problemCount, recorded, refused, undone, kept };
}
