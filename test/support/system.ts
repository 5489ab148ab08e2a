import { createHash } from 'node:crypto';
import { Random } from '../../src/kernel/ids.js';
import { addMillis, Clock, type Instant } from '../../src/kernel/instant.js';

/** A clock that stands still but for one millisecond per look, and that a test can move. */
export class TestClock extends Clock {
  private current: Instant;

  constructor(start = '2026-11-22T01:00:00.000Z') {
    super();
    this.current = start as Instant;
  }

  now(): Instant {
    this.current = addMillis(this.current, 1);
    return this.current;
  }

  advanceHours(hours: number): void {
    this.current = addMillis(this.current, hours * 3_600_000);
  }
}

/** Bytes that look random and are the same for the same seed. */
export class TestRandom extends Random {
  private count = 0;

  constructor(private readonly seed: string) {
    super();
  }

  bytes(count: number): Uint8Array {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () =>
      createHash('sha256').update(`${this.seed} ${this.count++}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, count);
  }
}
