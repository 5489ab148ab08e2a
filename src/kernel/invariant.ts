/** States what cannot happen. A broken invariant is a bug, never an answer for people. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** For the end of an exhaustive `switch`: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Invariant broken: unexpected value ${JSON.stringify(value)}`);
}
