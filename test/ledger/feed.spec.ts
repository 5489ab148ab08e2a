import { Feed, type FeedEntry } from '../../src/ledger/index.js';
import { registerUnit } from '../support/commands.js';
import { describeOnBoth } from '../support/world.js';

describeOnBoth('the feed of committed entries', (world) => {
  it('answers the caller and tells the others although one subscriber fails', async () => {
    const told: FeedEntry[] = [];
    const feed = world().app.get(Feed);
    feed.subscribe(() => {
      throw new Error('a bug of the subscriber');
    });
    feed.subscribe((entry) => told.push(entry));
    const id = await registerUnit(world());
    expect(told.filter(({ subjects }) => subjects.some((subject) => subject.id === id))).toHaveLength(1);
  });
});
