import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogQueries } from '../../src/ledger/index.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit } from '../support/certificates.js';
import { DATABASES, emptyDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { faultsOfAnswer } from '../support/stranger.js';
import { WitnessProcess, writePolicy } from '../support/witness-process.js';
import { World } from '../support/world.js';

describe.each(DATABASES)('the page of a certificate, where the log is witnessed (%s)', (kind) => {
  let folder: string;
  let witness: WitnessProcess;
  let world: World;
  let people: DemoWarehouse;
  let unit: CertifiedUnit;
  let vkey: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-pages-'));
    const plain = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'keys') };
    const first = await World.open(kind, plain);
    vkey = (await first.get('/log/key')).text.trim();
    await first.close();
    witness = await WitnessProcess.start({ folder, name: 'w1', logs: [vkey] });
    const LOG_POLICY = join(folder, 'policy');
    await writePolicy(LOG_POLICY, [witness], 1);
    world = await World.open(kind, { ...plain, LOG_POLICY, LOG_PUBLISH_MILLIS: '25', LOG_LEVEL: 'error' });
    people = await demoWarehouse(world);
    unit = await certifiedBracelet(world, people);
  });

  afterAll(async () => {
    await world.close();
    await witness.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function shown() {
    const { status, body } = await world.get(`/v/${unit.code}`, { headers: { accept: 'application/json' } });
    expect(status).toBe(200);
    expect(faultsOfAnswer(body, vkey, unit.unitId)).toEqual([]);
    return { isWitnessed: body.proofs.checkpoint.includes('— w1 '), state: body.certificate.state };
  }

  it('proves itself by the witnessed checkpoint as soon as there is one', async () => {
    expect((await shown()).state).toBe('valid');
    await eventually(shown, ({ isWitnessed }) => isWitnessed);
  });

  it('shows a revocation at once while no witness answers, and is witnessed later', async () => {
    await eventually(shown, ({ isWitnessed }) => isWitnessed);
    await witness.stop();
    const reason = { zh: '样品', en: 'sample' };
    const path = `/api/v1/certificates/${unit.certificateId}/revocation`;
    expect((await world.post(path, { as: people.reviewer, body: { reason } })).status).toBe(201);
    expect(await shown()).toEqual({ isWitnessed: false, state: 'revoked' });
    const log = world.app.get(LogQueries);
    expect((await log.checkpoint()).size).toBeLessThan((await log.signedCheckpoint()).size);
    witness = await witness.again();
    await eventually(shown, ({ isWitnessed, state }) => isWitnessed && state === 'revoked');
  });
});
