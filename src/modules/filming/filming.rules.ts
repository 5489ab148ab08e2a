import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { PlanItem } from '../catalog/index.js';
import { requireFree, requireStage, type Stage, unit as unitSubject, type Unit } from '../units/index.js';
import { FILM_ITEMS, FILM_KINDS, type FilmKind, filmName } from './film-items.js';
import type { PackingFile } from './filming.entity.js';
import { packingFileSent } from './filming.events.js';
import { refuse } from './filming.refusals.js';

/** Never while somebody audits, and never once it passed: what was looked at stays what it is. */
export const SENT_AT: readonly Stage[] = ['received', 'failed', 'awaiting-resubmission', 'reinspection'];

export interface SentFile {
  readonly kind: FilmKind;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** The merchant sends a file of its packing. The same file again changes nothing. */
export function sendFile(actor: Actor, unit: Unit, file: SentFile, kept: readonly PackingFile[]): LedgerEvent[] {
  requireFilmed(unit);
  requireFree(unit);
  requireStage(unit, SENT_AT);
  const { kind, sha256, mediaType, bytes } = file;
  if (kept.some((each) => each.kind === kind && each.sha256 === sha256)) return [];
  const party = { mediaType, bytes, accountId: actor.accountId };
  return [packingFileSent([unitSubject(unit.id)], { public: { file: kind, sha256 }, party })];
}

/** What is looked at of a unit: the warehouse's plan, or of one that its merchant filmed the four files. */
export function auditedPlan<P extends { readonly items: readonly PlanItem[] }>(
  unit: Unit,
  plan: P | undefined,
  files: readonly PackingFile[],
): P | undefined {
  if (unit.flow !== 'merchant-films' || !plan) return plan;
  const missing = FILM_KINDS.filter((kind) => !files.some((file) => file.kind === kind));
  if (missing.length > 0) throw refuse.filesMissing({ files: missing.map((kind) => filmName(kind).zh).join('、') });
  return { ...plan, items: FILM_ITEMS };
}

function requireFilmed({ flow }: Unit): void {
  if (flow !== 'merchant-films') throw refuse.notFilmed();
}
