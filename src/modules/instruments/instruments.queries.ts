import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock, type Instant } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { type CalibrationStanding, standingAt } from './calibration.rules.js';
import { Calibration, Instrument } from './instruments.entity.js';
import { refuse } from './instruments.refusals.js';
import { codeOf } from './instruments.rules.js';

/** An instrument and how it stands to its calibrations now. */
export interface StandingInstrument {
  readonly instrument: Instrument;
  readonly standing: CalibrationStanding;
}

/** Reads of the register. A warehouse sees its own, regulators see all; for others there is nothing. */
@Injectable()
export class InstrumentsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async instruments(
    viewer: Actor,
    where: Where<Instrument>,
    options: FindOptions<Instrument>,
  ): Promise<StandingInstrument[]> {
    const { reader } = this.database;
    const found = await reader.find(Instrument, { ...where, ...scopeOf(viewer) }, { orderBy: 'id', ...options });
    const standings = await standingsAt(reader, found, this.clock.now(), this.config.zone);
    return found.map((instrument) => ({ instrument, standing: standings(instrument.id) }));
  }

  async instrument(viewer: Actor, id: string): Promise<StandingInstrument & { readonly calibrations: Calibration[] }> {
    const { reader } = this.database;
    const instrument = await instrumentFor(reader, viewer, id);
    const calibrations = await calibrationsOf(reader, id);
    const standing = standingAt({ ...instrument, calibrations }, this.clock.now(), this.config.zone);
    return { instrument, standing, calibrations };
  }
}

/** The instrument when the viewer's party may see it; otherwise it is as unknown as one that does not exist. */
export async function instrumentFor(reader: Reader, viewer: Actor, id: string): Promise<Instrument> {
  const found = await reader.findOne(Instrument, { id, ...scopeOf(viewer) });
  if (!found) throw refuse.unknown();
  return found;
}

/** A calibration of an instrument that the viewer may see. */
export async function calibrationFor(reader: Reader, viewer: Actor, id: string): Promise<Calibration> {
  const found = await reader.findOne(Calibration, { id, ...scopeOf(viewer) });
  if (!found) throw refuse.calibrationUnknown();
  return found;
}

/** Calibrations of an instrument by their days, the latest first. */
export function calibrationsOf(reader: Reader, instrumentId: string): Promise<Calibration[]> {
  return reader
    .find(Calibration, { instrumentId }, { orderBy: 'entry' })
    .then((rows) => rows.toSorted((a, b) => (a.day === b.day ? b.entry - a.entry : a.day < b.day ? 1 : -1)));
}

/** The instrument that has this code in the warehouse's register, retired or not; typed in any case. */
export function instrumentByCode(reader: Reader, warehouseId: string, code: string): Promise<Instrument | undefined> {
  return reader.findOne(Instrument, { warehouseId, code: codeOf(code) });
}

async function standingsAt(
  reader: Reader,
  instruments: readonly Instrument[],
  at: Instant,
  zone: string,
): Promise<(id: string) => CalibrationStanding> {
  const all = await reader.find(Calibration, { instrumentId: instruments.map(({ id }) => id) });
  const byInstrument = Map.groupBy(all, ({ instrumentId }) => instrumentId);
  const standings = new Map(
    instruments.map(({ id, calibration }) => [
      id,
      standingAt({ calibration, calibrations: byInstrument.get(id) ?? [] }, at, zone),
    ]),
  );
  return (id) => standings.get(id) ?? { state: 'none', until: null, certificateNo: null };
}

interface InstrumentScope {
  readonly warehouseId?: string;
  readonly id?: readonly string[];
}

/** Spread it last in a `where`. */
function scopeOf({ partyKind, partyId }: Actor): InstrumentScope {
  if (partyKind === 'warehouse') return { warehouseId: partyId };
  return partyKind === 'regulator' ? {} : { id: [] };
}
