import type { Reader } from '../../platform/database/sql.js';
import { Calibration, type DoubtfulTime, Instrument } from '../instruments/index.js';
import { InspectionOverride, InspectionReading } from './inspection.entity.js';
import {
  type GivenOverride,
  type InstrumentGap,
  instrumentGaps,
  type InstrumentReading,
  isCovered,
} from './instrument-gaps.rules.js';
import { type ItemReading, type KeptInspection, latestReadings } from './kept-inspection.js';

/** What is known of instruments that were out of calibration. */
export interface DoubtfulInstruments {
  readonly gaps: readonly InstrumentGap[];
  readonly overrides: readonly InspectionOverride[];
}

/** Which instruments of the readings that count were out of calibration; days are those of the zone. */
export async function gapsOf(
  reader: Reader,
  latest: ReadonlyMap<string, ItemReading>,
  zone: string,
): Promise<InstrumentGap[]> {
  const readings = [...latest.values()].flatMap(namedInstrument);
  const ids = [...new Set(readings.map(({ instrumentId }) => instrumentId))].toSorted();
  const instruments = await reader.find(Instrument, { id: ids }, { orderBy: 'code' });
  const calibrations = await reader.find(Calibration, { instrumentId: ids });
  const calibrated = instruments.map((instrument) => ({
    ...instrument,
    calibrations: calibrations.filter(({ instrumentId }) => instrumentId === instrument.id),
  }));
  return instrumentGaps(readings, calibrated, zone);
}

/** What is known of the instruments of an inspection: where they were out of calibration, and what was asked for them. */
export async function instrumentsOf(
  reader: Reader,
  { inspection, latest }: Pick<KeptInspection, 'inspection' | 'latest'>,
  zone: string,
): Promise<DoubtfulInstruments> {
  return { gaps: await gapsOf(reader, latest, zone), overrides: await overridesOf(reader, inspection.id) };
}

/** Every override that was asked for, oldest first. */
export function overridesOf(reader: Reader, inspectionId: string): Promise<InspectionOverride[]> {
  return reader.find(InspectionOverride, { inspectionId }, { orderBy: 'id' });
}

/** Those that a second person gave. */
export function givenOverrides(overrides: readonly InspectionOverride[]): readonly GivenOverride[] {
  return overrides.filter(({ decision }) => decision === 'approve');
}

/** Codes of instruments whose readings count in an inspection and are in doubt as things are known now. */
export async function doubtfulInstrumentsOf(
  reader: Reader,
  inspectionId: string,
  zone: string,
): Promise<readonly string[]> {
  const rows = await reader.find(InspectionReading, { inspectionId }, { orderBy: 'entry' });
  const gaps = await gapsOf(reader, latestReadings(rows), zone);
  return uncovered(gaps, await overridesOf(reader, inspectionId));
}

/** Codes of the instruments that nobody has let through. */
export function uncovered(gaps: readonly InstrumentGap[], overrides: readonly InspectionOverride[]): readonly string[] {
  return gaps.filter((gap) => !isCovered(gap, givenOverrides(overrides))).map(({ code }) => code);
}

/** The inspections in which a reading that counts was taken with an instrument during a time. */
export async function inspectionsReadWith(
  reader: Reader,
  instrumentId: string,
  { from, until }: DoubtfulTime,
): Promise<readonly string[]> {
  const bounds = [
    ['r.instrument_id = ?', instrumentId],
    ['r.at >= ?', from],
    ['r.at < ?', until],
  ].filter((bound): bound is [string, string] => bound[1] !== null);
  const rows = await reader.query<{ id: string }>(
    `SELECT DISTINCT r.inspection_id AS "id" FROM inspection_reading r
     WHERE ${bounds.map(([condition]) => condition).join(' AND ')} AND NOT EXISTS (
       SELECT 1 FROM inspection_reading later
       WHERE later.inspection_id = r.inspection_id AND later.item = r.item AND later.entry > r.entry)
     ORDER BY r.inspection_id`,
    bounds.map(([, value]) => value),
  );
  return rows.map(({ id }) => id);
}

function namedInstrument({ item, instrumentId, at }: ItemReading): InstrumentReading[] {
  return instrumentId === null ? [] : [{ item, instrumentId, at }];
}
