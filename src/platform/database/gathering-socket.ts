import { Socket } from 'node:net';

/**
 * A socket that sends together whatever is written before the program waits for something. node-postgres would make a
 * system call, and wake the server, for every statement of a pipeline. TLS has a stream of its own: there it does nothing.
 */
export class GatheringSocket extends Socket {
  private isGathering = false;

  override cork(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    super.cork();
    process.nextTick(() => {
      this.isGathering = false;
      super.uncork();
    });
  }

  override uncork(): void {
    // The end of one statement is not yet the end of what is written.
  }
}
