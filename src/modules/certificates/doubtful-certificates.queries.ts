import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { inspectionsReadWith } from '../inspection/index.js';
import { type Calibration, calibrationFor, calibrationsOf, doubtfulTime } from '../instruments/index.js';
import { Certificate } from './certificates.entity.js';

/** So many ids at most stand in one statement. */
const AT_ONCE = 500;

/** Which certificates a failed calibration puts in doubt. Seen by the warehouse and by regulators. */
@Injectable()
export class DoubtfulCertificates {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async of(viewer: Actor, calibrationId: string): Promise<DoubtfulSet> {
    const { reader } = this.database;
    const calibration = await calibrationFor(reader, viewer, calibrationId);
    return { calibration, certificates: await doubtfulCertificates(reader, calibration, this.config.zone) };
  }
}

export interface DoubtfulSet {
  readonly calibration: Calibration;
  /** The oldest first. */
  readonly certificates: readonly Certificate[];
}

/**
 * Every certificate with a reading that counts by the instrument, from its last good calibration before the failed one
 * to its first good one after; of a calibration that passed, none.
 */
export async function doubtfulCertificates(
  reader: Reader,
  calibration: Calibration,
  zone: string,
): Promise<readonly Certificate[]> {
  if (calibration.result === 'pass') return [];
  const { instrumentId } = calibration;
  const time = doubtfulTime(await calibrationsOf(reader, instrumentId), calibration, zone);
  const ids = await inspectionsReadWith(reader, instrumentId, time);
  const found: Certificate[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...(await reader.find(Certificate, { inspectionId: ids.slice(from, from + AT_ONCE) })));
  }
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
