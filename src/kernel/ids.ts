import { instantFromMillis, type Clock } from './instant.js';

/** Random bytes; injected, so that replay can be shown not to depend on them. */
export abstract class Random {
  abstract bytes(count: number): Uint8Array;
}

/** Makes ids: UUIDv7 (RFC 9562 §5.7), so that they sort by time of making. */
export abstract class Ids {
  abstract next(): string;
}

/** UUIDv7 from a clock and random bytes; ids of one millisecond keep their order by a 12-bit counter. */
export class UuidV7Ids implements Ids {
  private lastMillis = 0;
  private counter = 0;

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  next(): string {
    const millis = Math.max(Date.parse(this.clock.now()), this.lastMillis);
    this.counter = millis === this.lastMillis ? this.counter + 1 : 0;
    this.lastMillis = this.counter > 0xfff ? millis + 1 : millis;
    if (this.counter > 0xfff) this.counter = 0;
    return format(this.lastMillis, this.counter, this.random.bytes(8));
  }
}

function format(millis: number, counter: number, random: Uint8Array): string {
  const time = millis.toString(16).padStart(12, '0');
  const high = (0x7000 | counter).toString(16);
  const tail = Buffer.from(random);
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const low = tail.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The moment that a UUIDv7 carries. */
export function madeAt(id: string): string {
  return instantFromMillis(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}
