import type { Role } from '../../kernel/actor.js';

/** What can be imported and exported. */
export const IMPORT_KINDS = ['products'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Who may record one of a kind may import many; who may see them, may export them. */
export const IMPORTERS: Readonly<Record<ImportKind, readonly Role[]>> = {
  products: ['merchant', 'receiver', 'admin'],
};

/** `recording` and `undoing` go on by themselves, also after a restart; `stopped` went as far as it says. */
export const RUN_STATES = ['recording', 'recorded', 'stopped', 'undoing', 'undone'] as const;
export type RunState = (typeof RUN_STATES)[number];

export function asKind(text: string): ImportKind {
  const kind = IMPORT_KINDS.find((each) => each === text);
  if (!kind) throw new Error(`no kind of import: ${text}`);
  return kind;
}
