const V4_BITS = 24;
const V6_BITS = 48;

/**
 * The network of an address: enough to see that scans come from far apart, too little to find a person.
 * IPv4 keeps 24 bits, IPv6 48; an IPv4 address inside IPv6 is IPv4. What is no address is `unknown`.
 */
export function visitorNetwork(address: string): string {
  return networkOf(address, V4_BITS, V6_BITS);
}

/** What counts as one visitor for a rate limit: an IPv4 address, or the /64 that an IPv6 subscriber gets. */
export function limitedVisitor(address: string): string {
  return networkOf(address, 32, 64);
}

function networkOf(address: string, bitsV4: number, bitsV6: number): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(plain);
  if (v4) return `${masked(v4.slice(1).map(Number), bitsV4, 8).join('.')}/${bitsV4}`;
  const groups = groupsOf(plain);
  if (!groups) return 'unknown';
  const shown = masked(groups, bitsV6, 16).slice(0, bitsV6 / 16);
  return `${shown.map((group) => group.toString(16)).join(':')}::/${bitsV6}`;
}

/** The eight groups of an IPv6 address; undefined when it is none. */
function groupsOf(address: string): number[] | undefined {
  if (!/^[0-9a-f:]+$/.test(address)) return undefined;
  const [head = '', tail, more] = address.split('::');
  if (more !== undefined) return undefined;
  const left = partsOf(head);
  const right = partsOf(tail ?? '');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right];
  return groups.every((group) => group >= 0 && group <= 0xffff) ? groups : undefined;
}

function partsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((part) => (part === '' ? -1 : Number.parseInt(part, 16)));
}

function masked(parts: readonly number[], bits: number, width: number): number[] {
  return parts.map((part, at) => {
    const kept = Math.min(Math.max(bits - at * width, 0), width);
    return part & (2 ** width - 2 ** (width - kept));
  });
}
