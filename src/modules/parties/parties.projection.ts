import { type CommittedEvent, on, personalErased, type Projection, subjectOf, subjectsOf } from '../../ledger/index.js';
import { Party } from './parties.entity.js';
import { partyChanged, partyRegistered } from './parties.events.js';

export const partiesProjection: Projection = {
  tables: [Party],
  rules: [
    on(partyRegistered, async (tx, event) => {
      const { registeredBy = null } = event.contents.party;
      const registered = { registeredBy, registeredAt: event.at };
      await tx.insert(Party, { id: subjectOf(event, 'party'), ...columnsOf(event.contents), ...registered });
    }),
    on(partyChanged, async (tx, event) => {
      await tx.update(Party, { id: subjectOf(event, 'party') }, columnsOf(event.contents));
    }),
    on(personalErased, async (tx, event) => {
      for (const id of subjectsOf(event, 'party')) await tx.update(Party, { id }, { contactName: null, phone: null });
    }),
  ],
};

type Facts = Parameters<typeof partyChanged>[1];

function columnsOf(contents: CommittedEvent<Facts>['contents']): Omit<Party, 'id' | 'registeredBy' | 'registeredAt'> {
  const { kind, name, uscc, address = null, laboratory } = contents.public;
  const { contactName = null, phone = contents.party.phone ?? null } = contents.personal ?? {};
  return {
    kind,
    nameZh: name.zh,
    nameEn: name.en ?? null,
    uscc,
    usccReason: contents.party.usccReason ?? null,
    address,
    phone,
    contactName,
    cma: laboratory?.cma ?? null,
    cmaScope: JSON.stringify(laboratory?.scope ?? []),
    cmaValidUntil: laboratory?.validUntil ?? null,
  };
}
