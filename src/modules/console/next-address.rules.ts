const HOME = '/console';

/** Where to go after signing in: an address of the console itself, never another site, whatever the link said. */
export function nextAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return HOME;
  return /^\/console(?:[/?][\x21-\x7e]*)?$/.test(wanted) && !wanted.includes('\\') ? wanted : HOME;
}
