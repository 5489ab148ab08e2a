import { on, type Projection, subjectOf } from '../../ledger/index.js';
import { SamplingLot, SamplingStream } from './sampling.entity.js';
import { lotJudged, streamResumed } from './sampling.events.js';

export const samplingProjection: Projection = {
  tables: [SamplingStream, SamplingLot],
  rules: [
    on(lotJudged, async (tx, event) => {
      const id = subjectOf(event, 'sampling-stream');
      const { before: _, after, ...parties } = event.contents.party;
      const known = await tx.findOne(SamplingStream, { id });
      const standing = { ...after, lots: (known?.lots ?? 0) + 1, changedAt: event.at };
      if (known) await tx.update(SamplingStream, { id }, standing);
      else await tx.insert(SamplingStream, { id, ...parties, ...standing });
      const { isAccepted } = event.contents.public;
      await tx.insert(SamplingLot, { unitId: subjectOf(event, 'unit'), streamId: id, isAccepted, at: event.at });
    }),
    on(streamResumed, async (tx, event) => {
      const { after } = event.contents.party;
      await tx.update(SamplingStream, { id: subjectOf(event, 'sampling-stream') }, { ...after, changedAt: event.at });
    }),
  ],
};
