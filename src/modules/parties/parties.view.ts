import type { Actor } from '../../kernel/actor.js';
import type { LaboratoryView, PartyView } from './parties.dto.js';
import type { Party } from './parties.entity.js';
import { mayKnowContact } from './parties.rules.js';

export function partyView(viewer: Actor, party: Party): PartyView {
  const { id, kind, nameZh, nameEn, uscc, address, phone, registeredAt } = party;
  const isKept = mayKnowContact(viewer, party);
  return {
    id,
    kind,
    name: { zh: nameZh, en: nameEn },
    uscc,
    usccReason: isKept ? party.usccReason : null,
    address,
    phone,
    contactName: isKept ? party.contactName : null,
    laboratory: laboratoryView(party),
    registeredAt,
  };
}

function laboratoryView({ cma, cmaScope, cmaValidUntil }: Party): LaboratoryView | null {
  if (cma === null || cmaValidUntil === null) return null;
  return { cma, scope: JSON.parse(cmaScope) as string[], validUntil: cmaValidUntil };
}
