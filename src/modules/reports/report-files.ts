import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import type { UploadedReportView } from './reports.dto.js';
import { type ReportFileType, reportFileType } from './report-file.rules.js';
import { isUploadedFor, ReportsQueries, sampleFor } from './reports.queries.js';
import { refuse } from './reports.refusals.js';
import { uploadReport } from './reports.rules.js';
import { photosOfSample } from './reports.view.js';

/** The files of reports, as they were issued: nothing is changed in them, since their hash is what tells them apart. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly blobs: Blobs,
    private readonly queries: ReportsQueries,
    private readonly ledger: Ledger,
  ) {}

  /** Stores a file, and that it came for this sample, before its report is filed. */
  async store(actor: Actor, sampleId: string, body: unknown): Promise<UploadedReportView> {
    await this.queries.sample(actor, sampleId);
    const type = Buffer.isBuffer(body) ? reportFileType(body) : undefined;
    if (!Buffer.isBuffer(body) || type === undefined) throw refuse.fileUnreadable();
    const file = { sha256: await this.blobs.put(body), type, bytes: body.length };
    await this.ledger.record(actor, async (tx) => {
      const sample = await sampleFor(tx, actor, sampleId);
      return uploadReport(actor, sample, file, await isUploadedFor(tx, sampleId, file.sha256));
    });
    return file;
  }

  /** The file of a report that the viewer may see. */
  async ofReport(viewer: Actor, id: string): Promise<{ readonly bytes: Uint8Array; readonly type: ReportFileType }> {
    const { fileSha256 } = await this.queries.report(viewer, id);
    const bytes = await this.blobs.get(fileSha256);
    const type = bytes && reportFileType(bytes);
    if (!bytes || !type) throw refuse.fileUnknown();
    return { bytes, type };
  }

  /** A photograph (JPEG) that went with a sample; laboratories see no others of the unit. */
  async ofSample(viewer: Actor, id: string, sha256: string): Promise<Uint8Array> {
    const sample = await this.queries.sample(viewer, id);
    const bytes = photosOfSample(sample).includes(sha256) ? await this.blobs.get(sha256) : undefined;
    if (!bytes) throw refuse.fileUnknown();
    return bytes;
  }
}
