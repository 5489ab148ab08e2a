import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { cleanPhoto } from '../../platform/blobs/photos.js';
import { Database } from '../../platform/database/database.js';
import { unitFor } from '../units/index.js';
import { FILM_KINDS, type FilmKind, isFilmKind } from './film-items.js';
import type { PackingFilesView } from './filming.dto.js';
import { packingFilesOf } from './filming.queries.js';
import { refuse } from './filming.refusals.js';
import { sendFile } from './filming.rules.js';

@Injectable()
export class FilmingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly blobs: Blobs,
  ) {}

  /** Checks and stores the file before the writer's turn: a file for which nothing is recorded harms nobody. */
  async send(actor: Actor, unitId: string, kind: string, body: unknown): Promise<Receipt> {
    if (!isFilmKind(kind)) throw refuse.fileUnknown();
    await unitFor(this.database.reader, actor, unitId);
    const { content, mediaType } = await checked(kind, body);
    const sha256 = await this.blobs.put(content);
    return this.ledger.record(actor, async (tx) => {
      const unit = await unitFor(tx, actor, unitId);
      const file = { kind, sha256, mediaType, bytes: content.length };
      return sendFile(actor, unit, file, await packingFilesOf(tx, unit.id));
    });
  }

  async files(viewer: Actor, unitId: string): Promise<PackingFilesView> {
    const { reader } = this.database;
    const kept = await packingFilesOf(reader, (await unitFor(reader, viewer, unitId)).id);
    const files = kept.map(({ kind, sha256, mediaType, bytes, sentAt }) => ({
      kind,
      sha256,
      mediaType,
      bytes,
      sentAt,
    }));
    return { files, missing: FILM_KINDS.filter((kind) => !files.some((file) => file.kind === kind)) };
  }

  /** The bytes of a file of a unit that the viewer may see. */
  async file(viewer: Actor, unitId: string, kind: string): Promise<{ content: Uint8Array; mediaType: string }> {
    const { files } = await this.files(viewer, unitId);
    const found = files.find((file) => file.kind === kind);
    const content = found && (await this.blobs.get(found.sha256));
    if (!content) throw refuse.fileUnknown();
    return { content, mediaType: found.mediaType };
  }
}

/** A picture without what the camera wrote into it; of a film only that it is an MP4 (ISO/IEC 14496-12: `ftyp` first). */
async function checked(kind: FilmKind, body: unknown): Promise<{ content: Uint8Array; mediaType: string }> {
  const isPicture = kind === 'product-express-pic';
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const isFilm = bytes.subarray(4, 8).toString('latin1') === 'ftyp';
  if (isPicture) {
    if (bytes.length === 0 || isFilm) throw refuse.pictureExpected();
    return { content: await cleanPhoto(bytes), mediaType: 'image/jpeg' };
  }
  if (!isFilm) throw refuse.filmExpected();
  return { content: bytes, mediaType: 'video/mp4' };
}
