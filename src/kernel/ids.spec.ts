import { isId, madeAt, UuidV7Ids } from './ids.js';
import type { Instant } from './instant.js';

const AT = '2026-11-22T08:30:00.000Z' as Instant;

function idsAt(...times: Instant[]): UuidV7Ids {
  let calls = 0;
  return new UuidV7Ids(
    { now: () => times[Math.min(calls++, times.length - 1)] ?? AT },
    { bytes: (count) => new Uint8Array(count).fill(0xff) },
  );
}

describe('ids', () => {
  it('are UUIDv7 with the variant and version of RFC 9562', () => {
    expect(idsAt(AT).next()).toBe(`${timePart()}-7000-bfff-ffffffffffff`);
    expect(isId(idsAt(AT).next())).toBe(true);
  });

  it('keep their order within one millisecond and when the clock steps back', () => {
    const ids = idsAt(AT, AT, '2026-11-22T08:29:00.000Z' as Instant);
    const made = Array.from({ length: 5_000 }, () => ids.next());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('tell when they were made', () => {
    expect(madeAt(idsAt(AT).next())).toBe(AT);
  });

  it('are recognised by their spelling', () => {
    expect(isId('019AAA8F-1640-7000-BFFF-FFFFFFFFFFFF')).toBe(false);
    expect(isId("1' OR 1=1")).toBe(false);
  });
});

/** The 48 bits of the time, worked out by hand from the milliseconds. */
function timePart(): string {
  const hex = BigInt(Date.parse(AT)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
