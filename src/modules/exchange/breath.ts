import { setTimeout as pause } from 'node:timers/promises';

const MILLIS = 2;
const LONGEST_REST_MILLIS = 25;

/** Long work beside other requests: after every few milliseconds it rests as long as it worked, and they go on. */
export class Breath {
  private since = performance.now();

  /** Rests when it is time to. */
  async take(): Promise<void> {
    if (performance.now() - this.since >= MILLIS) await this.rest();
  }

  /** Rests as long as the work took that has just ended. */
  async rest(): Promise<void> {
    await pause(Math.min(LONGEST_REST_MILLIS, Math.ceil(performance.now() - this.since)));
    this.since = performance.now();
  }
}
