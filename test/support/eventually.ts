import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again until what is seen is as wished; fails with the last look after ten seconds. */
export async function eventually<T>(look: () => Promise<T>, isWished: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (isWished(seen)) return seen;
    if (performance.now() > end) throw new Error(`it did not come about; last seen: ${JSON.stringify(seen)}`);
    await sleep(25);
  }
}
