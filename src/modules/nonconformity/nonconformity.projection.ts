import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { Nonconformity, NonconformityPhoto, NonconformityUnit, NonconformityWitness } from './nonconformity.entity.js';
import {
  destructionWitnessed,
  evidenceAdded,
  nonconformityClosed,
  nonconformityDisposed,
  nonconformityOpened,
} from './nonconformity.events.js';

const NOT_DISPOSED = {
  ...{ disposition: null, instruction: null, regrade: null },
  ...{ disposedBy: null, disposerNumber: null, disposedAt: null },
};
const NOT_CLOSED = { note: null, closerNumber: null, closedAt: null };

export const nonconformityProjection: Projection = {
  tables: [Nonconformity, NonconformityUnit, NonconformityPhoto, NonconformityWitness],
  rules: [
    on(nonconformityOpened, async (tx, event) => {
      const id = subjectOf(event, 'nonconformity');
      const { units, items, inspectionId = null, number, accountId, ...party } = event.contents.party;
      await tx.insert(Nonconformity, {
        ...{ id, ...party, inspectionId },
        state: 'open',
        severity: event.contents.public.severity,
        items: JSON.stringify(items),
        openedBy: accountId,
        openerNumber: number,
        openedAt: event.at,
        ...NOT_DISPOSED,
        ...NOT_CLOSED,
      });
      for (const unit of units) await tx.insert(NonconformityUnit, { nonconformityId: id, ...unit });
    }),
    on(evidenceAdded, async (tx, event) => {
      const nonconformityId = subjectOf(event, 'nonconformity');
      const { sha256 } = event.contents.party;
      await tx.insert(NonconformityPhoto, { entry: event.index, nonconformityId, sha256, at: event.at });
    }),
    on(nonconformityDisposed, async (tx, event) => {
      const { instruction, regrade, number, accountId } = event.contents.party;
      const { disposition } = event.contents.public;
      const decided = { disposedBy: accountId, disposerNumber: number, disposedAt: event.at };
      const changes = regrade ? canonicalJson(regrade as unknown as Json) : null;
      const id = subjectOf(event, 'nonconformity');
      await tx.update(
        Nonconformity,
        { id },
        { state: 'disposed', disposition, instruction, regrade: changes, ...decided },
      );
    }),
    on(destructionWitnessed, async (tx, event) => {
      const nonconformityId = subjectOf(event, 'nonconformity');
      await tx.insert(NonconformityWitness, { nonconformityId, ...event.contents.party, at: event.at });
    }),
    on(nonconformityClosed, async (tx, event) => {
      const { note, number } = event.contents.party;
      const closed = { state: 'closed', note, closerNumber: number, closedAt: event.at } as const;
      await tx.update(Nonconformity, { id: subjectOf(event, 'nonconformity') }, closed);
    }),
  ],
};
