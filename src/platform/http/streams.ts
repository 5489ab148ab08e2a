import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from '../metrics/metrics.js';
import { refuse } from './http.refusals.js';

const HEARTBEAT_MILLIS = 15_000;
const MAX_PER_ADDRESS = 20;
/** A reader that leaves this much unread is too slow and is cut; it reconnects by itself. */
const MAX_UNREAD_BYTES = 256 * 1_024;
/** Who has not read the rest of an ended stream by then is cut. */
const READ_UP_MILLIS = 5_000;

/** One open stream of server-sent events. */
export interface EventStream {
  /** Sends nothing when the stream has ended. */
  send(event: string, json: string): void;
  /** Ends it; what was sent before may be read for some seconds. */
  end(): void;
}

/** Every open stream of the process, so that a shutdown can say goodbye and end them. */
@Injectable()
export class Streams {
  private readonly open = new Set<EventStream>();
  private readonly perAddress = new Map<string, number>();

  constructor(private readonly metrics: Metrics) {}

  /** Takes over the reply. Throws when one address holds too many streams. */
  start(request: FastifyRequest, reply: FastifyReply, onEnd: () => void): EventStream {
    const count = (this.perAddress.get(request.ip) ?? 0) + 1;
    if (count > MAX_PER_ADDRESS) throw refuse.tooManyRequests({ seconds: 60 });
    this.perAddress.set(request.ip, count);
    reply.hijack();
    const socket = reply.raw;
    socket.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    socket.on('error', () => undefined);
    socket.write('retry: 2000\n\n');
    const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MILLIS);
    const write = (text: string): void => {
      // A write after the end is an `error`, and one that nobody hears ends the process.
      if (socket.writableEnded) return;
      socket.write(text);
      if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
    };
    const stream: EventStream = {
      send: (event, json) => write(`event: ${event}\ndata: ${json}\n\n`),
      end: () => end(socket),
    };
    this.open.add(stream);
    this.metrics.openStreams.inc();
    socket.once('close', () => {
      clearInterval(heartbeat);
      this.forget(stream, request.ip);
      onEnd();
    });
    return stream;
  }

  /** Says goodbye to every reader and ends its stream; otherwise an open one would keep the process alive. */
  endAll(): void {
    for (const stream of this.open) {
      stream.send('goodbye', '{}');
      stream.end();
    }
  }

  private forget(stream: EventStream, address: string): void {
    if (!this.open.delete(stream)) return;
    this.metrics.openStreams.dec();
    const left = (this.perAddress.get(address) ?? 1) - 1;
    if (left > 0) this.perAddress.set(address, left);
    else this.perAddress.delete(address);
  }
}

function end(socket: ServerResponse): void {
  if (socket.writableEnded) return;
  socket.end();
  const patience = setTimeout(() => socket.destroy(), READ_UP_MILLIS);
  socket.once('close', () => clearTimeout(patience));
}
