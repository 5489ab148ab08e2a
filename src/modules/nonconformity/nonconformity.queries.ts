import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { unitScope } from '../units/index.js';
import { Nonconformity, NonconformityPhoto, NonconformityUnit, NonconformityWitness } from './nonconformity.entity.js';
import { refuse } from './nonconformity.refusals.js';

/** A record with what hangs on it. */
export interface NonconformityDetail {
  readonly record: Nonconformity;
  readonly units: readonly NonconformityUnit[];
  readonly photos: readonly NonconformityPhoto[];
  readonly witnesses: readonly NonconformityWitness[];
}

/** Reads of non-conformance records. Each is seen by its warehouse, its merchant and regulators. */
@Injectable()
export class NonconformityQueries {
  constructor(
    private readonly database: Database,
    private readonly blobs: Blobs,
  ) {}

  records(viewer: Actor, where: Where<Nonconformity>, options: FindOptions<Nonconformity>): Promise<Nonconformity[]> {
    const scoped = { ...where, ...unitScope(viewer) };
    return this.database.reader.find(Nonconformity, scoped, { orderBy: 'id', ...options });
  }

  detail(viewer: Actor, id: string): Promise<NonconformityDetail> {
    return detailFor(this.database.reader, viewer, id);
  }

  /** The records of a unit that the viewer may see, oldest first. */
  async ofUnit(unitId: string): Promise<Nonconformity[]> {
    const { reader } = this.database;
    const ids = (await reader.find(NonconformityUnit, { unitId })).map(({ nonconformityId }) => nonconformityId);
    return reader.find(Nonconformity, { id: ids }, { orderBy: 'id' });
  }

  async photo(viewer: Actor, id: string, sha256: string): Promise<Uint8Array> {
    const { photos } = await this.detail(viewer, id);
    const bytes = photos.some((photo) => photo.sha256 === sha256) ? await this.blobs.get(sha256) : undefined;
    if (!bytes) throw refuse.unknown();
    return bytes;
  }
}

/** The record when the viewer's party may see it; otherwise it is as unknown as one that does not exist. */
export async function detailFor(reader: Reader, viewer: Actor, id: string): Promise<NonconformityDetail> {
  const record = await reader.findOne(Nonconformity, { id, ...unitScope(viewer) });
  if (!record) throw refuse.unknown();
  return {
    record,
    units: await reader.find(NonconformityUnit, { nonconformityId: id }, { orderBy: 'unitId' }),
    photos: await reader.find(NonconformityPhoto, { nonconformityId: id }, { orderBy: 'entry' }),
    witnesses: await reader.find(NonconformityWitness, { nonconformityId: id }, { orderBy: 'at' }),
  };
}

/** Tells whether a unit is on a record that is not closed. */
export async function isOnRecord(reader: Reader, unitId: string): Promise<boolean> {
  const rows = await reader.find(NonconformityUnit, { unitId });
  const ids = rows.map(({ nonconformityId }) => nonconformityId);
  return (await reader.findOne(Nonconformity, { id: ids, state: ['open', 'disposed'] })) !== undefined;
}
