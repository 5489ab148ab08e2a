import { PARTY_KINDS, type PartyKind } from '../../kernel/actor.js';
import { invariant } from '../../kernel/invariant.js';
import type { Language } from '../../kernel/language.js';
import type { Account } from '../identity/index.js';
import type { Party } from '../parties/index.js';
import { partyName } from './console-pages.js';

/** A party as its pages show and change it; what is not known is empty, since a page prints no gaps. */
export function partyFacts(party: Party, language: Language) {
  const { id, nameZh, uscc, registeredAt, cma } = party;
  return {
    id,
    kind: kindOf(party),
    name: partyName(party, language),
    nameZh,
    nameEn: party.nameEn ?? '',
    uscc,
    usccReason: party.usccReason ?? '',
    address: party.address ?? '',
    phone: party.phone ?? '',
    contactName: party.contactName ?? '',
    cma: cma ?? '',
    scope: scopeOf(party),
    validUntil: party.cmaValidUntil ?? '',
    registeredAt,
  };
}

/** An account as a row of a list. */
export function accountRow({ id, number, name, login, roles, openedAt, closedAt }: Account) {
  return { id, number, name: name ?? '', login: login ?? '', roles: roles.split(' '), openedAt, closedAt };
}

function kindOf({ kind }: Party): PartyKind {
  const known = PARTY_KINDS.find((each) => each === kind);
  invariant(known, `${kind} is no kind of party`);
  return known;
}

function scopeOf({ cmaScope }: Party): string[] {
  const scope: unknown = JSON.parse(cmaScope);
  return Array.isArray(scope) ? scope.map(String) : [];
}
