import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SYSTEM_ACTOR } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import { Ledger } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Database } from '../../platform/database/database.js';
import { renderCertificate } from './certificate-pdf.js';
import { Certificate } from './certificates.entity.js';
import { contentOf } from './certificates.queries.js';
import { recordFile } from './certificates.rules.js';

/**
 * Makes the files of certificates after they were issued, since the content must be in the log before anything is
 * printed from it. A stop between the two is mended at the next start.
 */
@Injectable()
export class CertificateRenderer implements OnApplicationBootstrap {
  private readonly logger = new Logger('certificates');

  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly blobs: Blobs,
    private readonly server: HttpAdapterHost,
  ) {}

  /** Only where there is a server: a command of the shell does its own work and ends. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.server.httpAdapter) await this.renderMissing();
  }

  /** Renders every certificate that has no file yet, oldest first. */
  async renderMissing(): Promise<void> {
    const missing = await this.database.reader.find(Certificate, { pdfSha256: null }, { orderBy: 'id' });
    for (const { id } of missing) await this.render(id);
  }

  /** Renders one certificate unless it has its file. What goes wrong is logged: the certificate stands, and the next start tries again. */
  async render(id: string): Promise<void> {
    try {
      await this.renderOnce(id);
    } catch (error) {
      this.logger.error({ event: 'certificate-not-rendered', certificate: id, error });
    }
  }

  private async renderOnce(id: string): Promise<void> {
    const certificate = await this.database.reader.findOne(Certificate, { id });
    if (!certificate || certificate.pdfSha256 !== null) return;
    const content = contentOf(certificate);
    const pdf = await renderCertificate(content, await this.photo(content.photos[0]));
    const file = { sha256: await this.blobs.put(pdf), bytes: pdf.length };
    await this.ledger.record(SYSTEM_ACTOR, async (tx) => {
      const current = await tx.findOne(Certificate, { id });
      return current ? recordFile(current, file) : [];
    });
  }

  private async photo(sha256: string | undefined): Promise<Uint8Array> {
    const photo = sha256 === undefined ? undefined : await this.blobs.get(sha256);
    invariant(photo, `the photograph of a certificate is among the blobs: ${sha256}`);
    return photo;
  }
}
