import { randomBytes } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, instantFromMillis } from '../../kernel/instant.js';
import { Ids, Random, UuidV7Ids } from '../../kernel/ids.js';

/** What the machine decides: time, randomness and ids. Tests and replay hand in their own. */
export interface SystemParts {
  readonly clock?: Clock;
  readonly random?: Random;
}

class MachineClock extends Clock {
  now = () => instantFromMillis(Date.now());
}

const POOL_BYTES = 4_096;

/** Asks the system for many bytes at a time: a call for each salt took a tenth of a commit. Each byte is given once. */
class MachineRandom extends Random {
  private pool = new Uint8Array();

  bytes = (count: number): Uint8Array => {
    if (count > this.pool.length) this.pool = randomBytes(Math.max(count, POOL_BYTES));
    const given = this.pool.slice(0, count);
    this.pool = this.pool.subarray(count);
    return given;
  };
}

@Module({})
export class SystemModule {
  static with(parts: SystemParts = {}): DynamicModule {
    const clock = parts.clock ?? new MachineClock();
    const random = parts.random ?? new MachineRandom();
    return {
      module: SystemModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Random, useValue: random },
        { provide: Ids, useValue: new UuidV7Ids(clock, random) },
      ],
      exports: [Clock, Random, Ids],
    };
  }
}
