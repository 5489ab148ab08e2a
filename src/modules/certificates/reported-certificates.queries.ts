import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { inspectionsReportedBy } from '../inspection/index.js';
import { reportFor } from '../reports/index.js';
import { Certificate } from './certificates.entity.js';

/** The certificates of a unit of which a result is a report's. */
@Injectable()
export class ReportedCertificates {
  constructor(private readonly database: Database) {}

  /** Those of which a result that counted is the report's; the oldest first. */
  async of(viewer: Actor, reportId: string): Promise<Certificate[]> {
    const { reader } = this.database;
    const { id } = await reportFor(reader, viewer, reportId);
    return reader.find(Certificate, { inspectionId: await inspectionsReportedBy(reader, id) }, { orderBy: 'id' });
  }
}
