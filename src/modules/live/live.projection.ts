import type { WriteTx } from '../../platform/database/sql.js';
import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { LivePick, LiveSession } from './live.entity.js';
import { certificatePicked, screenCleared, sessionEnded, sessionOpened } from './live.events.js';

export const liveProjection: Projection = {
  tables: [LiveSession, LivePick],
  rules: [
    on(sessionOpened, async (tx, event) => {
      const { partyId, title, layout, codeStyle } = event.contents.party;
      const id = subjectOf(event, 'live-session');
      const open = { state: 'open', certificateId: null, openedAt: event.at, endedAt: null };
      await tx.insert(LiveSession, { id, partyId, title, layout, codeStyle, ...open });
    }),
    on(certificatePicked, async (tx, event) => {
      const id = subjectOf(event, 'live-session');
      const certificateId = subjectOf(event, 'certificate');
      const { certificateNumber } = event.contents.public;
      await takeDown(tx, id, event.at);
      const shown = { sessionId: id, certificateId, certificateNumber, shownAt: event.at, takenDownAt: null };
      await tx.insert(LivePick, { entry: event.index, ...shown });
      await tx.update(LiveSession, { id }, { certificateId });
    }),
    on(screenCleared, async (tx, event) => {
      const id = subjectOf(event, 'live-session');
      await takeDown(tx, id, event.at);
      await tx.update(LiveSession, { id }, { certificateId: null });
    }),
    on(sessionEnded, async (tx, event) => {
      const id = subjectOf(event, 'live-session');
      await takeDown(tx, id, event.at);
      await tx.update(LiveSession, { id }, { state: 'ended', certificateId: null, endedAt: event.at });
    }),
  ],
};

async function takeDown(tx: WriteTx, sessionId: string, takenDownAt: string): Promise<void> {
  await tx.update(LivePick, { sessionId, takenDownAt: null }, { takenDownAt });
}
