import { type CommittedEvent, on, type Projection, subjectOf } from '../../ledger/index.js';
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
  ],
};

type Facts = Parameters<typeof partyChanged>[1];

function columnsOf(contents: CommittedEvent<Facts>['contents']): Omit<Party, 'id' | 'registeredBy' | 'registeredAt'> {
  const { kind, name, uscc, address = null, laboratory } = contents.public;
  const { usccReason = null, phone = null } = contents.party;
  return {
    kind,
    nameZh: name.zh,
    nameEn: name.en ?? null,
    uscc,
    usccReason,
    address,
    phone,
    contactName: contents.personal?.contactName ?? null,
    cma: laboratory?.cma ?? null,
    cmaScope: JSON.stringify(laboratory?.scope ?? []),
    cmaValidUntil: laboratory?.validUntil ?? null,
  };
}
