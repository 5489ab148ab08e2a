import { setTimeout as pause } from 'node:timers/promises';

/** What a crowd of callers measured. */
export interface Measured {
  readonly commands: readonly number[];
  readonly reads: readonly number[];
}

export interface Calls {
  readonly command: () => Promise<void>;
  readonly read: () => Promise<void>;
}

const COMMAND_EVERY_MILLIS = 40;
const READ_EVERY_MILLIS = 20;

/** Calls as people do, at a fixed pace whatever the answers take, until `work` is done; answers how long each took. */
export async function measuredWhile(calls: Calls, work: () => Promise<unknown>): Promise<Measured> {
  const commands: number[] = [];
  const reads: number[] = [];
  const until = { isDone: false };
  const pacing = [
    paced(calls.command, COMMAND_EVERY_MILLIS, commands, until),
    paced(calls.read, READ_EVERY_MILLIS, reads, until),
  ];
  try {
    await work();
  } finally {
    until.isDone = true;
    await Promise.all(pacing);
  }
  return { commands, reads };
}

/** The next call is due by the clock, not by the last answer: a slow one must not hide others (coordinated omission). */
async function paced(
  call: () => Promise<void>,
  everyMillis: number,
  took: number[],
  until: { readonly isDone: boolean },
): Promise<void> {
  const open = new Set<Promise<void>>();
  let due = performance.now();
  while (!until.isDone) {
    const wanted = due;
    const going = call().then(() => void took.push(performance.now() - wanted));
    open.add(going);
    void going.finally(() => open.delete(going)).catch(() => undefined);
    due += everyMillis;
    await pause(Math.max(0, due - performance.now()));
  }
  await Promise.all(open);
}
