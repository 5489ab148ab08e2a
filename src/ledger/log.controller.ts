import { gzipSync } from 'node:zlib';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.module.js';
import { Allow } from '../platform/http/access.js';
import { parseEntriesPath, parseTilePath, TlogError } from '../tlog/index.js';
import { refuse } from './ledger.refusals.js';
import { LogPolicy } from './log-policy.js';
import { LogQueries } from './log.queries.js';
import { Signer } from './signer.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The public log as C2SP tlog-tiles. Anyone may read it: it holds commitments, not contents. */
@Controller('log')
export class LogController {
  constructor(
    private readonly log: LogQueries,
    private readonly signer: Signer,
    private readonly policy: LogPolicy,
    private readonly config: Config,
  ) {}

  @Get('checkpoint')
  @Header('cache-control', 'no-cache')
  @Allow('anyone')
  async checkpoint(@Res() reply: FastifyReply): Promise<void> {
    const { note } = await this.log.checkpoint();
    this.sendText(reply, note);
  }

  /** The verifier keys of this log, one a line (C2SP signed-note): two while a new one takes over, the older first. */
  @Get('key')
  @Allow('anyone')
  key(@Res() reply: FastifyReply): void {
    this.sendText(reply, this.signer.vkeys.map((vkey) => `${vkey}\n`).join(''));
  }

  /** Whom this log asks to witness it, and how many must (C2SP tlog-policy); `quorum none` when it asks nobody. */
  @Get('policy')
  @Header('cache-control', 'no-cache')
  @Allow('anyone')
  tellPolicy(@Res() reply: FastifyReply): void {
    const { publicUrl } = this.config;
    this.sendText(reply, this.policy.textFor(this.signer.vkeys, publicUrl && `${publicUrl}/log`));
  }

  @Get('tile/*')
  @Allow('anyone')
  async tile(@Param('*') rest: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = `tile/${rest}`;
    const bytes = rest.startsWith('entries/') ? await this.bundle(path) : await this.hashes(path);
    if (!bytes) throw refuse.tileUnknown();
    void reply.header('access-control-allow-origin', '*').header('cache-control', IMMUTABLE);
    void reply.type('application/octet-stream').header('vary', 'accept-encoding');
    // @fastify/compress takes bytes that begin like a zlib stream for compressed already, and says so in a header: one
    // tile of hashes in some 20,000 begins so, and nobody could read it. This is the plugin's own way to be left alone.
    request.headers['x-no-compression'] = '1';
    const isGzip = rest.startsWith('entries/') && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isGzip) void reply.header('content-encoding', 'gzip').send(gzipSync(bytes));
    else void reply.send(Buffer.from(bytes));
  }

  private sendText(reply: FastifyReply, text: string): void {
    void reply.header('access-control-allow-origin', '*').type('text/plain; charset=utf-8').send(text);
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
