import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
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

const AGAIN_MILLIS = 5 * 60_000;

/**
 * Makes the files of certificates after they were issued, since the content must be in the log before anything is
 * printed from it. What a stop or a fault leaves between the two is mended at the next start, and every few minutes.
 */
@Injectable()
export class CertificateRenderer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('certificates');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isEnding = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly blobs: Blobs,
    private readonly server: HttpAdapterHost,
  ) {}

  /** Only where there is a server: a command of the shell does its own work and ends. */
  onApplicationBootstrap(): void {
    if (!this.server.httpAdapter) return;
    this.timer = setInterval(() => void this.renderMissing(), AGAIN_MILLIS).unref();
    void this.renderMissing();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.isEnding = true;
    await this.running;
  }

  /** Renders every certificate that has no file yet, oldest first; joins those who are at it. Never throws. */
  renderMissing(): Promise<void> {
    this.running ??= this.renderAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Renders one certificate unless it has its file. What goes wrong is logged: the certificate stands, and it is tried again. */
  async render(id: string): Promise<void> {
    await this.logged(() => this.renderOnce(id), id);
  }

  private renderAll(): Promise<void> {
    return this.logged(async () => {
      const missing = await this.database.reader.query<{ id: string }>(
        'SELECT id FROM certificate WHERE pdf_sha256 IS NULL ORDER BY id',
      );
      for (const { id } of missing) if (!this.isEnding) await this.render(id);
    });
  }

  private async logged(work: () => Promise<void>, certificate?: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ event: 'certificate-not-rendered', certificate, error });
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
