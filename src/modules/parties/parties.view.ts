import type { Actor } from '../../kernel/actor.js';
import type { LaboratoryView, PartyView } from './parties.dto.js';
import type { Party } from './parties.entity.js';
import { isKept } from './parties.rules.js';

export function partyView(viewer: Actor, party: Party): PartyView {
  const { id, kind, nameZh, nameEn, uscc, usccReason, address, phone, contactName, registeredAt } = party;
  return {
    id,
    kind,
    name: { zh: nameZh, en: nameEn },
    uscc,
    usccReason,
    address,
    phone,
    contactName,
    laboratory: laboratoryView(party),
    isKept: isKept(viewer, party),
    registeredAt,
  };
}

function laboratoryView({ cma, cmaScope, cmaValidUntil }: Party): LaboratoryView | null {
  if (cma === null || cmaValidUntil === null) return null;
  return { cma, scope: JSON.parse(cmaScope) as string[], validUntil: cmaValidUntil };
}
