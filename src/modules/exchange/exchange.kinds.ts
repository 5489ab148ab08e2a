import type { Role } from '../../kernel/actor.js';

/** What can be imported and exported. */
export const IMPORT_KINDS = ['products', 'consignments', 'readings'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Who may record one of a kind may import many; who may see them, may export them. */
export const IMPORTERS: Readonly<Record<ImportKind, readonly Role[]>> = {
  products: ['merchant', 'receiver', 'admin'],
  consignments: ['merchant', 'receiver'],
  readings: ['inspector'],
};

export function asKind(text: string): ImportKind {
  const kind = IMPORT_KINDS.find((each) => each === text);
  if (!kind) throw new Error(`no kind of import: ${text}`);
  return kind;
}

/** Who may see the lists of a kind: what they see is exported. */
export const EXPORTERS: Readonly<Record<ImportKind, readonly Role[]>> = {
  products: ['merchant', 'receiver', 'admin'],
  consignments: ['merchant', 'receiver', 'admin', 'regulator'],
  readings: ['inspector', 'reviewer', 'merchant', 'admin', 'regulator'],
};

export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
