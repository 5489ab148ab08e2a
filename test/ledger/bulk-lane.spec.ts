import { SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { describeOnBoth } from '../support/world.js';

describeOnBoth('bulk work', (world) => {
  it('lets single commands that wait go first, and takes one piece after each of their turns', async () => {
    const order: string[] = [];
    const { ledger } = world();
    const record = (name: string, lane: 'single' | 'bulk') => {
      const decide = () => {
        order.push(name);
        return [];
      };
      return ledger.record(SYSTEM_ACTOR, decide, lane);
    };
    const bulk = ['b1', 'b2', 'b3'].map((name) => record(name, 'bulk'));
    const singles = ['s1', 's2', 's3'].map((name) => record(name, 'single'));
    const late = bulk[0]?.then(() => record('s4', 'single'));
    await Promise.all([...bulk, ...singles, late]);
    expect(order).toEqual(['s1', 's2', 's3', 'b1', 's4', 'b2', 'b3']);
  });
});
