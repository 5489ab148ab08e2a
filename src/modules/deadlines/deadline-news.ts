import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Feed } from '../../ledger/index.js';
import { type EventStream, Streams } from '../../platform/http/streams.js';

/** Units move by the dozen; a board that is drawn more often is not read any better. */
const PAUSE_MILLIS = 1_000;

/** Tells the boards that are open that something moved. What it was, and whose, they read themselves. */
@Injectable()
export class DeadlineNews implements BeforeApplicationShutdown {
  private readonly boards = new Set<EventStream>();
  private pause: NodeJS.Timeout | undefined;

  constructor(
    private readonly streams: Streams,
    feed: Feed,
  ) {
    feed.subscribe(({ subjects }) => {
      if (this.boards.size > 0 && subjects.some(({ type }) => type === 'unit')) this.changed();
    });
  }

  /** Takes over the reply. */
  follow(request: FastifyRequest, reply: FastifyReply): void {
    const board = this.streams.start(request, reply, () => this.boards.delete(board));
    this.boards.add(board);
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.pause);
  }

  private changed(): void {
    this.pause ??= setTimeout(() => {
      this.pause = undefined;
      for (const board of this.boards) board.send('changed', '{}');
    }, PAUSE_MILLIS);
  }
}
