import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseKind, emptyDatabase } from './databases.js';
import { WitnessProcess, writePolicy } from './witness-process.js';
import { World } from './world.js';

/** A world whose log is published only as far as the witness `w1`, a process of its own, has cosigned it. */
export class WitnessedWorld {
  private constructor(
    readonly world: World,
    readonly folder: string,
    private witness: WitnessProcess,
  ) {}

  static async open(kind: DatabaseKind): Promise<WitnessedWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'yanzhen-witnessed-'));
    const plain = { DATABASE_URL: await emptyDatabase(kind, folder), KEYS_DIR: join(folder, 'keys') };
    // Once without a policy, for the log to be founded: the witness must know its key.
    const first = await World.open(kind, plain);
    const logs = [(await first.get('/log/key')).text.trim()];
    await first.close();
    const witness = await WitnessProcess.start({ folder, name: 'w1', logs });
    const LOG_POLICY = join(folder, 'policy');
    await writePolicy(LOG_POLICY, [witness], 1);
    const world = await World.open(kind, { ...plain, LOG_POLICY, LOG_PUBLISH_MILLIS: '25', LOG_LEVEL: 'error' });
    return new WitnessedWorld(world, folder, witness);
  }

  /** While the work runs no witness answers. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    await this.witness.stop();
    try {
      return await work();
    } finally {
      this.witness = await this.witness.again();
    }
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.witness.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
