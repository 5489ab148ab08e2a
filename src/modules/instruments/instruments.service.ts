import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Clock, dayOf, isDay } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { Config } from '../../platform/config/config.module.js';
import type { CalibrationBody, CalibrationNeedBody } from './instruments.dto.js';
import { calibrationsOf, instrumentByCode, instrumentFor } from './instruments.queries.js';
import {
  type CalibrationWish,
  type InstrumentWish,
  recordCalibration,
  registerInstrument,
  retireInstrument,
  setCalibrationNeed,
} from './instruments.rules.js';

@Injectable()
export class InstrumentsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  register(actor: Actor, wish: InstrumentWish): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => {
      const sameCode = await instrumentByCode(tx, actor.partyId, wish.code);
      return registerInstrument(actor, this.ids.next(), wish, sameCode);
    });
  }

  calibrate(actor: Actor, id: string, body: CalibrationBody): Promise<Receipt> {
    const wish = calibrationWish(body);
    return this.ledger.record(actor, async (tx) => {
      const instrument = await instrumentFor(tx, actor, id);
      const known = await calibrationsOf(tx, id);
      const today = dayOf(this.clock.now(), this.config.zone);
      return recordCalibration(actor, this.ids.next(), { instrument, known, today }, wish);
    });
  }

  setCalibrationNeed(actor: Actor, id: string, wish: CalibrationNeedBody): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => setCalibrationNeed(actor, await instrumentFor(tx, actor, id), wish));
  }

  retire(actor: Actor, id: string, reason: string): Promise<Receipt> {
    return this.ledger.record(actor, async (tx) => retireInstrument(actor, await instrumentFor(tx, actor, id), reason));
  }
}

function calibrationWish({ day, due, ...rest }: CalibrationBody): CalibrationWish {
  invariant(isDay(day) && (due === undefined || isDay(due)), 'the edge has checked that the days exist');
  return { ...rest, day, due };
}
