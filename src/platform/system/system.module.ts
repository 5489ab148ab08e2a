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

class MachineRandom extends Random {
  bytes = (count: number): Uint8Array => randomBytes(count);
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
