import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Allow } from '../../platform/http/access.js';
import { type Certificate, contentOf } from '../certificates/index.js';
import { BundleFiles } from './offline/bundle-files.js';
import { VerificationQueries } from './verification.queries.js';
import { refuse } from './verification.refusals.js';
import { wantedCode } from './wanted-code.rules.js';

/** The files that a page shows. Fetching one is no scan. */
@ApiExcludeController()
@Controller(['v/:code', 'V/:code'])
export class VerificationFilesController {
  constructor(
    private readonly queries: VerificationQueries,
    private readonly blobs: Blobs,
    private readonly bundles: BundleFiles,
  ) {}

  /** Only photographs of the certificate behind the code. */
  @Get('photos/:sha256')
  @Allow('anyone')
  async photo(@Param('code') code: string, @Param('sha256') sha256: string, @Res() reply: FastifyReply): Promise<void> {
    const { photos } = contentOf(await this.certificate(code));
    const bytes = photos.includes(sha256) ? await this.blobs.get(sha256) : undefined;
    if (!bytes) throw refuse.photoUnknown();
    void reply.header('cache-control', 'private, max-age=31536000, immutable');
    void reply.type('image/jpeg').send(Buffer.from(bytes));
  }

  @Get('certificate.pdf')
  @Allow('anyone')
  async pdf(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const { pdfSha256, number } = await this.certificate(code);
    const bytes = pdfSha256 === null ? undefined : await this.blobs.get(pdfSha256);
    if (!bytes) throw refuse.pdfPending();
    void reply.header('content-disposition', `inline; filename="${number}.pdf"`);
    void reply.header('cache-control', 'private, no-cache').type('application/pdf').send(Buffer.from(bytes));
  }

  /** One file that proves the certificate without asking anybody: under its own policy, which it also carries inside. */
  @Get('bundle')
  @Allow('anyone')
  async bundle(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, html, policy } = await this.bundles.file(await this.certificate(code));
    const named = `attachment; filename="${name}.html"; filename*=UTF-8''${encodeURIComponent(`验真-${name}.html`)}`;
    void reply.header('content-disposition', named).header('cache-control', 'private, no-cache');
    void reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(html);
  }

  private async certificate(code: string): Promise<Certificate> {
    const wanted = wantedCode(code);
    const found = wanted.kind === 'code' ? await this.queries.find(wanted) : undefined;
    if (!found) throw refuse.codeUnknown();
    return found.certificate;
  }
}
