import { gzipSync } from 'node:zlib';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../platform/http/access.js';
import { parseEntriesPath, parseTilePath, TlogError } from '../tlog/index.js';
import { refuse } from './ledger.refusals.js';
import { LogQueries } from './log.queries.js';
import { Signer } from './signer.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The public log as C2SP tlog-tiles. Anyone may read it: it holds commitments, not contents. */
@Controller('log')
export class LogController {
  constructor(
    private readonly log: LogQueries,
    private readonly signer: Signer,
  ) {}

  @Get('checkpoint')
  @Header('cache-control', 'no-cache')
  @Allow('anyone')
  async checkpoint(@Res() reply: FastifyReply): Promise<void> {
    const { note } = await this.log.checkpoint();
    void reply.header('access-control-allow-origin', '*').type('text/plain; charset=utf-8').send(note);
  }

  /** The verifier key of this log (C2SP signed-note). */
  @Get('key')
  @Allow('anyone')
  key(@Res() reply: FastifyReply): void {
    void reply
      .header('access-control-allow-origin', '*')
      .type('text/plain; charset=utf-8')
      .send(`${this.signer.vkey}\n`);
  }

  @Get('tile/*')
  @Allow('anyone')
  async tile(@Param('*') rest: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = `tile/${rest}`;
    const bytes = rest.startsWith('entries/') ? await this.bundle(path) : await this.hashes(path);
    if (!bytes) throw refuse.tileUnknown();
    void reply.header('access-control-allow-origin', '*').header('cache-control', IMMUTABLE);
    void reply.type('application/octet-stream').header('vary', 'accept-encoding');
    const isGzip = rest.startsWith('entries/') && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isGzip) void reply.header('content-encoding', 'gzip').send(gzipSync(bytes));
    else void reply.send(Buffer.from(bytes));
  }

  private bundle(path: string): Promise<Uint8Array | undefined> {
    const { index, width } = parsed(() => parseEntriesPath(path));
    return this.log.bundle(index, width);
  }

  private hashes(path: string): Promise<Uint8Array | undefined> {
    const { level, index, width } = parsed(() => parseTilePath(path));
    return this.log.tile(level, index, width);
  }
}

/** A path that is no tile's is as unknown as a tile that is not there. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TlogError) throw refuse.tileUnknown();
    throw error;
  }
}
