import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { unitFor } from '../units/index.js';
import type { DepartureView, PickUpView } from './diversions.dto.js';
import { Departure, PickUp } from './diversions.entity.js';
import { refuse } from './diversions.refusals.js';

/** Reads of ways aside. Whoever sees the unit sees them; the code of a pick-up is for the merchant only. */
@Injectable()
export class DiversionQueries {
  constructor(private readonly database: Database) {}

  async pickUp(viewer: Actor, unitId: string): Promise<PickUpView> {
    const { reader } = this.database;
    const found = await pickUpOf(reader, viewer, (await unitFor(reader, viewer, unitId)).id);
    if (!found) throw refuse.noPickUp();
    return found;
  }

  async departure(viewer: Actor, unitId: string): Promise<DepartureView> {
    const { reader } = this.database;
    const found = await departureOf(reader, viewer, (await unitFor(reader, viewer, unitId)).id);
    if (!found) throw refuse.noDeparture();
    return found;
  }
}

/** The pick-up of a unit that the viewer may see. */
export async function pickUpOf(reader: Reader, viewer: Actor, unitId: string): Promise<PickUpView | undefined> {
  const row = await reader.findOne(PickUp, { unitId });
  if (!row) return undefined;
  const { byWhom, code, orderedAt } = row;
  return { by: byWhom, orderedAt, code: viewer.partyKind === 'merchant' ? code : null };
}

/** How a unit that the viewer may see left; the person, and how it was known, only for the warehouse that gave it out. */
export async function departureOf(reader: Reader, viewer: Actor, unitId: string): Promise<DepartureView | undefined> {
  const row = await reader.findOne(Departure, { unitId });
  if (!row) return undefined;
  const { personName, personPhone, proof, unitId: _, ...facts } = row;
  const isOwn = viewer.partyKind === 'warehouse' && personName !== null;
  const collector = isOwn ? { name: personName, ...(personPhone === null ? {} : { phone: personPhone }) } : null;
  return { ...facts, proof: isOwn ? proof : null, collector };
}
