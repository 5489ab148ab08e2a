import type { Role } from '../../kernel/actor.js';

/** What the frame around every console page needs: who is signed in, where, and on which page. */
export interface ConsoleFrame {
  /** The page itself, without its query: marks the menu. */
  readonly path: string;
  /** The page with its query but for the language: where the language switch leads. */
  readonly here: string;
  /** Id of the account: what the page keeps belongs to it. */
  readonly account: string;
  /** The person's number, and the name where there is one. */
  readonly person: string;
  /** Name of the person's party. */
  readonly place: string;
  readonly roles: readonly Role[];
}

/** One entry of the main menu; its words are the text `nav.<key>`. */
export interface MenuEntry {
  readonly key: string;
  readonly path: string;
}

const EVERYONE: readonly Role[] = [];

const MENU: readonly (MenuEntry & { readonly roles: readonly Role[] })[] = [
  { key: 'home', path: '/console', roles: EVERYONE },
  { key: 'board', path: '/console/board', roles: ['receiver', 'inspector', 'reviewer', 'packer', 'shipper'] },
  { key: 'consignments', path: '/console/consignments', roles: ['receiver', 'merchant'] },
  { key: 'units', path: '/console/units', roles: EVERYONE },
  { key: 'inspections', path: '/console/inspections', roles: ['inspector'] },
  { key: 'samples', path: '/console/samples', roles: ['inspector', 'reviewer', 'laboratory', 'regulator'] },
  { key: 'reviews', path: '/console/reviews', roles: ['reviewer'] },
  {
    key: 'nonconformities',
    path: '/console/nonconformities',
    roles: ['receiver', 'reviewer', 'merchant', 'regulator'],
  },
  { key: 'certificates', path: '/console/certificates', roles: ['reviewer', 'merchant', 'host', 'regulator'] },
  { key: 'instruments', path: '/console/instruments', roles: ['inspector', 'reviewer', 'regulator'] },
  { key: 'laboratories', path: '/console/laboratories', roles: ['reviewer', 'regulator'] },
  { key: 'packing', path: '/console/packing', roles: ['packer'] },
  { key: 'labels', path: '/console/labels', roles: ['packer'] },
  { key: 'shipments', path: '/console/shipments', roles: ['shipper'] },
  { key: 'live', path: '/console/live', roles: ['host'] },
  { key: 'products', path: '/console/products', roles: ['merchant', 'receiver'] },
  {
    key: 'imports',
    path: '/console/imports',
    roles: ['merchant', 'receiver', 'inspector', 'reviewer', 'regulator'],
  },
  { key: 'parties', path: '/console/parties', roles: ['admin'] },
  { key: 'categories', path: '/console/categories', roles: ['reviewer', 'merchant', 'laboratory', 'regulator'] },
  { key: 'plans', path: '/console/plans', roles: ['admin', 'regulator'] },
  { key: 'accounts', path: '/console/accounts', roles: ['admin'] },
  { key: 'statistics', path: '/console/statistics', roles: ['reviewer', 'merchant', 'regulator'] },
  { key: 'log', path: '/console/log', roles: ['admin', 'regulator'] },
];

/** The menu of an account: what its roles use, in the order of a product's life. An administrator sees everything. */
export function menuOf(roles: readonly Role[]): MenuEntry[] {
  return MENU.filter(
    (entry) => entry.roles === EVERYONE || entry.roles.some((role) => roles.includes(role)) || roles.includes('admin'),
  );
}

/** The entry that a page belongs to: the one with the longest path that the page's path begins with. The first page has no pages under it. */
export function menuEntryOf(path: string): string | undefined {
  const fitting = MENU.filter(({ key, path: own }) => path === own || (key !== 'home' && path.startsWith(`${own}/`)));
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0]?.key;
}
