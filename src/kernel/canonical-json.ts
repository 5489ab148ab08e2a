/** Any value that may stand in an entry or a disclosure: no fractions, no undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * RFC 8785 (JCS) for our subset: every number is a safe integer, every string is well-formed UTF-16.
 * Keys are sorted by UTF-16 code units; properties that are `undefined` are left out.
 * Throws on a fraction, an unsafe integer or a lone surrogate: those have no one spelling.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integerText(value);
  if (typeof value === 'string') return stringText(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return objectText(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON holds integers only, not ${value}`);
  return String(value === 0 ? 0 : value);
}

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON holds well-formed strings only');
  return JSON.stringify(value);
}

function objectText(value: { readonly [key: string]: Json | undefined }): string {
  const parts: string[] = [];
  // The default sort compares UTF-16 code units, which is RFC 8785 §3.2.3.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member !== undefined) parts.push(`${stringText(key)}:${canonicalJson(member)}`);
  }
  return `{${parts.join(',')}}`;
}
