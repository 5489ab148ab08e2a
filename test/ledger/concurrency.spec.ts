import { LedgerCheckpoint, LedgerSubject } from '../../src/ledger/ledger.entity.js';
import { UnitHold } from '../../src/modules/units/index.js';
import { registerUnit, WAREHOUSE } from '../support/commands.js';
import { type Answer, type Caller, describeOnBoth, type World } from '../support/world.js';

const COMMANDS = 200;

/** Two hundred at once; every fourth is about a unit that is not there and must be refused. */
function holdAtOnce(world: World, inspector: Caller, units: readonly string[]): Promise<Answer[]> {
  return Promise.all(
    Array.from({ length: COMMANDS }, (_, i) => {
      const unit = i % 4 === 3 ? '00000000-0000-7000-8000-00000000dead' : units[i % units.length];
      return world.post(`/api/v1/units/${unit}/holds`, { as: inspector, body: { reason: `理由 ${i}` } });
    }),
  );
}

describeOnBoth('two hundred commands at once', (world) => {
  let answers: Answer[];
  let acknowledged: Answer[];

  beforeAll(async () => {
    const inspector = await world().account(WAREHOUSE, 'warehouse', 'inspector');
    const units = await Promise.all(Array.from({ length: 10 }, () => registerUnit(world())));
    answers = await holdAtOnce(world(), inspector, units);
    acknowledged = answers.filter(({ status }) => status === 201);
  });

  it('acknowledges three quarters and refuses the others by code', () => {
    expect(acknowledged).toHaveLength(150);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['units.unknown']));
  });

  it('has every acknowledged command in the log and in the tables, and no refused one', async () => {
    const holds = await world().database.reader.find(UnitHold, {});
    const inLog = await world().database.reader.find(LedgerSubject, { type: 'hold' });
    const told = acknowledged.map(({ body }) => body.entries[0].subjects[1].id).toSorted();
    expect(holds.map(({ id }) => id).toSorted()).toEqual(told);
    expect(inLog.map(({ id }) => id).toSorted()).toEqual(told);
    const reasons = holds.map(({ reason }) => Number(reason.split(' ')[1]));
    expect(reasons.filter((i) => i % 4 === 3)).toEqual([]);
  });

  it('puts several commands into one commit, refusals among them', async () => {
    const checkpoints = await world().database.reader.find(LedgerCheckpoint, {}, { orderBy: 'size' });
    const sizes = checkpoints.map(({ size }, i) => size - (checkpoints[i - 1]?.size ?? 0));
    expect(Math.max(...sizes)).toBeGreaterThan(2);
    const admin = await world().account(WAREHOUSE, 'warehouse', 'admin');
    const metrics = await world().get('/metrics', { as: admin });
    const mixed = /yanzhen_commit_commands_count\{refusals="some"\} (\d+)/.exec(metrics.text)?.[1];
    expect(Number(mixed)).toBeGreaterThan(0);
  });

  it('numbers the entries of each receipt as they stand in the log', async () => {
    for (const { body } of acknowledged.slice(0, 20)) {
      const [entry] = body.entries;
      const bundle = await world().get(`/log/tile/entries/000.p/${Math.min(256, entry.index + 1)}`);
      expect(bundle.status).toBe(200);
      expect(bundle.text).toContain(entry.subjects[1].id);
    }
  });
});
