import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ledger, LogQueries } from '../../src/ledger/index.js';
import { registerUnit } from '../support/commands.js';
import { secondApp } from '../support/second-app.js';
import { describeOnBoth } from '../support/world.js';

describeOnBoth('the receipt of a command that records nothing', (world) => {
  it('has the newest signed checkpoint, also after a restart', async () => {
    await registerUnit(world());
    const restarted = await secondApp(world());
    const { note } = await world().app.get(LogQueries).signedCheckpoint();
    const receipt = await restarted.get(Ledger).record(SYSTEM_ACTOR, () => []);
    await restarted.close();
    expect(receipt).toEqual({ entries: [], checkpoint: note });
  });
});
