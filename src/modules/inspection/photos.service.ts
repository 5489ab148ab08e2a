import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { cleanPhoto } from '../../platform/blobs/photos.js';
import { takePhoto } from './inspection-flow.rules.js';
import { inspectionFor, InspectionQueries } from './inspection.queries.js';
import { refuse } from './inspection.refusals.js';
import { openOf } from './kept-inspection.js';

@Injectable()
export class PhotosService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: InspectionQueries,
    private readonly blobs: Blobs,
  ) {}

  /** Cleans and stores the photograph before the writer's turn: a file for which nothing is recorded harms nobody. */
  async take(actor: Actor, inspectionId: string, body: unknown): Promise<Receipt> {
    if (!Buffer.isBuffer(body) || body.length === 0) throw refuse.photoExpected();
    await this.queries.inspection(actor, inspectionId);
    const sha256 = await this.blobs.put(await cleanPhoto(body));
    return this.ledger.record(actor, async (tx) =>
      takePhoto(actor, openOf(await inspectionFor(tx, actor, inspectionId)), sha256),
    );
  }

  /** The bytes of a photograph (JPEG) that the viewer may see. */
  async photo(viewer: Actor, sha256: string): Promise<Uint8Array> {
    await this.queries.checkPhoto(viewer, sha256);
    const bytes = await this.blobs.get(sha256);
    if (!bytes) throw refuse.photoUnknown();
    return bytes;
  }
}
