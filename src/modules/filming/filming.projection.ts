import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { PackingFile } from './filming.entity.js';
import { packingFileSent } from './filming.events.js';

export const filmingProjection: Projection = {
  tables: [PackingFile],
  rules: [
    on(packingFileSent, async (tx, event) => {
      const unitId = subjectOf(event, 'unit');
      const { file: kind, sha256 } = event.contents.public;
      const { mediaType, bytes } = event.contents.party;
      await tx.delete(PackingFile, { unitId, kind });
      await tx.insert(PackingFile, { unitId, kind, sha256, mediaType, bytes, sentAt: event.at });
    }),
  ],
};
