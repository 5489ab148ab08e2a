import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayOf } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.module.js';

/** Which day it is where the instruments are. */
@Injectable()
export class InstrumentCalendar {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  today(): Day {
    return dayOf(this.clock.now(), this.config.zone);
  }
}
