import { refuse } from './http.refusals.js';

/** Far beyond any form of ours; what is larger costs minutes to check field by field, or overflows the stack. */
const MAX_DEPTH = 32;
const MAX_MEMBERS = 1_000;
const MAX_VALUES = 20_000;

/**
 * Throws `http.body-too-complex` for a body or query that is nested too deep, too wide, or has too many values
 * altogether, and `http.bad-request` for a field named as what every object has (it would be lost unseen) or that is no text.
 */
export function checkShape(body: unknown): void {
  const open: { readonly value: object; readonly depth: number }[] = [];
  const take = (value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) open.push({ value, depth });
  };
  take(body, 1);
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const members: [string, unknown][] = Object.entries(next.value);
    values += members.length;
    if (next.depth > MAX_DEPTH || members.length > MAX_MEMBERS || values > MAX_VALUES) throw refuse.bodyTooComplex();
    for (const [name, member] of members) {
      if (name in Object.prototype || !name.isWellFormed()) throw refuse.badRequest();
      take(member, next.depth + 1);
    }
  }
}
