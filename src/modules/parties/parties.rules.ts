import type { Actor, PartyKind } from '../../kernel/actor.js';
import { checkCmaNumber, checkUscc } from '../../kernel/identifiers.js';
import { normalizeText } from '../../kernel/text.js';
import type { EventContents, LedgerEvent } from '../../ledger/index.js';
import type { Party } from './parties.entity.js';
import * as events from './parties.events.js';
import { refuse } from './parties.refusals.js';

/** What is said of a party, as it came in. */
export interface PartyFactsWish {
  readonly name: { readonly zh: string; readonly en?: string | undefined };
  readonly uscc: string;
  readonly usccReason?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly contactName?: string | undefined;
  readonly laboratory?: events.Accreditation | undefined;
}

export interface PartyWish extends PartyFactsWish {
  readonly kind: PartyKind;
  /** The warehouse that keeps it; left out for what a person at the shell registers. */
  readonly registeredBy?: string;
}

/** A company is registered once per kind, with a credit code that is right or explained. */
export function registerParty(id: string, wish: PartyWish, sameCode?: Party): LedgerEvent[] {
  const { public: facts, party, ...personal } = contentsOf(id, wish, sameCode);
  const { registeredBy } = wish;
  const kept = registeredBy === undefined ? party : { ...party, registeredBy };
  return [events.partyRegistered([events.party(id)], { public: facts, party: kept, ...personal })];
}

/** Replaces all facts of a party but its kind. */
export function changeParty(current: Party, wish: PartyFactsWish, sameCode?: Party): LedgerEvent[] {
  const contents = contentsOf(current.id, { ...wish, kind: kindOf(current) }, sameCode);
  return [events.partyChanged([events.party(current.id)], contents)];
}

/** Throws when another laboratory has this CMA number: its reports could be filed twice, once under each. */
export function requireOwnCma(sameCma: Party | undefined): void {
  if (sameCma) throw refuse.cmaTaken({ cma: sameCma.cma ?? '', name: sameCma.nameZh });
}

/** Throws unless the actor's party is this one, or the warehouse that registered it. */
export function requireKept(actor: Actor, party: Party): void {
  if (!isKept(actor, party)) throw refuse.keptByAnother({ name: party.nameZh });
}

/** Tells whether the viewer's party looks after this one: changes it, and opens its accounts. */
export function isKept(viewer: Actor, { id, registeredBy }: Pick<Party, 'id' | 'registeredBy'>): boolean {
  return id === viewer.partyId || registeredBy === viewer.partyId;
}

/** Warehouses see everyone they may work with, regulators see all, and the others themselves and the warehouses. */
export function isVisible(viewer: Actor, { id, kind }: Pick<Party, 'id' | 'kind'>): boolean {
  return id === viewer.partyId || visibleKinds(viewer).some((visible) => visible === kind);
}

/** Kinds of which a viewer sees every party, beside its own. */
export function visibleKinds(viewer: Actor): readonly PartyKind[] {
  switch (viewer.partyKind) {
    case 'warehouse':
      return ['merchant', 'laboratory', 'studio', 'carrier', 'regulator'];
    case 'regulator':
      return ['warehouse', 'merchant', 'laboratory', 'studio', 'carrier', 'regulator'];
    default:
      return ['warehouse'];
  }
}

/** The one spelling in which a credit code is kept and compared. */
export function usccOf(text: string): string {
  return normalizeText(text).replaceAll(' ', '').toUpperCase();
}

/** Who keeps a party may know whom to call there. */
export function mayKnowContact(viewer: Actor, party: Pick<Party, 'id' | 'registeredBy'>): boolean {
  return isKept(viewer, party) || viewer.partyKind === 'regulator';
}

export function kindOf({ kind }: Pick<Party, 'kind'>): PartyKind {
  return kind as PartyKind;
}

function contentsOf(
  id: string,
  wish: PartyWish,
  sameCode: Party | undefined,
): Parameters<typeof events.partyChanged>[1] & EventContents {
  const uscc = usccOf(wish.uscc);
  const usccReason = reasonFor(uscc, wish.usccReason);
  if (sameCode && sameCode.id !== id) throw refuse.usccTaken({ uscc, kind: wish.kind, name: sameCode.nameZh });
  const { kind, contactName, address, phone } = wish;
  const { zh, en } = wish.name;
  const laboratory = accreditationOf(wish);
  return {
    public: {
      kind,
      name: { zh: normalizeText(zh), ...given('en', en) },
      uscc,
      ...given('address', address),
      ...(laboratory ? { laboratory } : {}),
    },
    party: given('usccReason', usccReason),
    ...(contactName || phone ? { personal: { ...given('contactName', contactName), ...given('phone', phone) } } : {}),
  };
}

function given<K extends string>(key: K, text: string | undefined): { [P in K]?: string } {
  const values: { [P in K]?: string } = {};
  if (text) values[key] = normalizeText(text);
  return values;
}

/** The reason is kept only where there is something to explain. */
function reasonFor(uscc: string, reason: string | undefined): string | undefined {
  const result = checkUscc(uscc);
  if (result === 'malformed') throw refuse.usccMalformed({ uscc });
  if (result === 'ok') return undefined;
  if (!reason) throw refuse.usccBadCheck({ uscc });
  return reason;
}

function accreditationOf({ kind, laboratory }: PartyWish): events.Accreditation | undefined {
  if (kind !== 'laboratory') {
    if (laboratory) throw refuse.laboratoryOnly();
    return undefined;
  }
  if (!laboratory || laboratory.scope.length === 0) throw refuse.laboratoryIncomplete();
  const { cma, scope, validUntil } = laboratory;
  if (checkCmaNumber(cma) !== 'ok') throw refuse.cmaMalformed({ cma });
  return { cma, scope: scope.map(normalizeText), validUntil };
}
