import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { type Unit, unitScope } from '../units/index.js';
import { SamplingLot, SamplingStream } from './sampling.entity.js';
import { refuse } from './sampling.refusals.js';

/** Reads of streams of lots. Each is seen by its warehouse, its merchant and regulators. */
@Injectable()
export class SamplingQueries {
  constructor(private readonly database: Database) {}

  streams(
    viewer: Actor,
    where: Where<SamplingStream>,
    options: FindOptions<SamplingStream>,
  ): Promise<SamplingStream[]> {
    const scoped = { ...where, ...unitScope(viewer) };
    return this.database.reader.find(SamplingStream, scoped, { orderBy: 'id', ...options });
  }
}

export async function streamFor(reader: Reader, viewer: Actor, id: string): Promise<SamplingStream> {
  const stream = await reader.findOne(SamplingStream, { id, ...unitScope(viewer) });
  if (!stream) throw refuse.unknown();
  return stream;
}

/** The stream of a lot; undefined before its first lot was judged. */
export function streamOf(reader: Reader, unit: Unit): Promise<SamplingStream | undefined> {
  const { warehouseId, merchantId, categoryId } = unit;
  return reader.findOne(SamplingStream, { warehouseId, merchantId, categoryId });
}

/** Tells whether this lot was judged by a sample before: when it comes again, it is no original inspection. */
export async function wasJudged(reader: Reader, unitId: string): Promise<boolean> {
  return (await reader.findOne(SamplingLot, { unitId })) !== undefined;
}
