import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayOf } from '../../kernel/instant.js';
import { Config } from '../../platform/config/config.js';

/** The calendar of the warehouse: days are its own, not UTC's. */
@Injectable()
export class WarehouseDays {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  today(): Day {
    return dayOf(this.clock.now(), this.config.zone);
  }
}
