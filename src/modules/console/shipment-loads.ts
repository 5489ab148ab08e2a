import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/ids.js';
import { type Unit, UnitsQueries } from '../units/index.js';
import type { LoadLook } from './page-queries.dto.js';
import { ScannedCodes } from './scanned-codes.js';
import { unitRow } from './unit-pages.view.js';
import type { Visit } from './visit.js';

/** What came of the last scan; empty when it was added, or when there was none. */
interface ScanNote {
  readonly key: 'unknown' | 'twice' | 'notReady' | 'full' | '';
  readonly name: string;
  readonly stage: string;
  readonly code: string;
}

const NO_NOTE: ScanNote = { key: '', name: '', stage: 'labelled', code: '' };

/** A hand-over takes at most so many. */
const MOST = 60;

/** The list that a shipper scans together. It stands in the address, so it is lost with nothing and shared with nobody. */
@Injectable()
export class ShipmentLoads {
  constructor(
    private readonly units: UnitsQueries,
    private readonly codes: ScannedCodes,
  ) {}

  async of(visit: Visit, { unit = '', add, remove }: LoadLook) {
    const wanted = unit
      .split(',')
      .filter((id) => isId(id) && id !== remove)
      .slice(0, MOST);
    const before = await this.shippable(visit, wanted);
    const scanned = add === undefined ? undefined : await this.codes.unitOf(visit, add);
    const note = add === undefined ? NO_NOTE : noteOf(add, scanned, before);
    const load = scanned && note.key === '' ? [...before, scanned] : before;
    const ready = await this.units.units(visit.actor, { stage: 'labelled' }, { limit: MOST });
    return {
      load: load.map(unitRow),
      ids: load.map(({ id }) => id).join(','),
      ready: ready.filter(({ id, openHolds }) => openHolds === 0 && !load.some((each) => each.id === id)).map(unitRow),
      note,
    };
  }

  /** Those of the wanted units that can leave, in the order in which they were scanned. */
  private async shippable({ actor }: Visit, wanted: readonly string[]): Promise<Unit[]> {
    const units = await this.units.units(actor, { id: wanted, stage: 'labelled' }, {});
    return wanted.flatMap((id) => units.find((each) => each.id === id) ?? []);
  }
}

function noteOf(code: string, unit: Unit | undefined, load: readonly Unit[]): ScanNote {
  if (!unit) return { ...NO_NOTE, key: 'unknown', code };
  const { name, stage } = unit;
  if (load.some(({ id }) => id === unit.id)) return { ...NO_NOTE, key: 'twice', name };
  if (stage !== 'labelled' || unit.openHolds > 0) return { ...NO_NOTE, key: 'notReady', name, stage };
  return load.length >= MOST ? { ...NO_NOTE, key: 'full' } : NO_NOTE;
}
