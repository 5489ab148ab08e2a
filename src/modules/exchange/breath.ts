import { setImmediate as nextTick } from 'node:timers/promises';

const MILLIS = 2;

/** Long work beside other requests: every few milliseconds they get their turn. */
export class Breath {
  private since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.since < MILLIS) return;
    await nextTick();
    this.since = performance.now();
  }
}
