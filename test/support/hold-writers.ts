import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt, ReceiptEntry } from '../../src/ledger/receipt.dto.js';
import { type Checkpoint, parseCheckpoint, parseNote } from '../../src/tlog/index.js';
import { registerUnit, WAREHOUSE } from './commands.js';
import type { World } from './world.js';

/** A checkpoint that a caller was given. */
export interface SeenCheckpoint extends Checkpoint {
  readonly note: string;
}

/**
 * Callers over HTTP, each with one command at a time, who keep book of what they were told. A command puts a hold with
 * a reason of its own on a unit; the reason is its Idempotency-Key too.
 */
export class HoldWriters {
  readonly acknowledged = new Map<string, ReceiptEntry>();
  /** Sent, and never answered by yes. */
  readonly unanswered = new Set<string>();
  newest: SeenCheckpoint | undefined;

  private constructor(
    private readonly cookie: string,
    private readonly units: readonly string[],
  ) {}

  /** Plants what they need into an empty database: an account and units. */
  static async plant(world: World): Promise<HoldWriters> {
    const units: string[] = [];
    for (let i = 0; i < 10; i++) units.push(await registerUnit(world));
    const { cookie } = await world.account(WAREHOUSE, 'warehouse', 'inspector');
    return new HoldWriters(cookie, units);
  }

  /** So many callers at once, each until it is over or nobody answers any more. */
  async writeTo(url: string, callers: number, isOver: () => boolean = () => false): Promise<void> {
    const caller = async (): Promise<void> => {
      while (!isOver() && (await this.send(url, randomUUID())));
    };
    await Promise.all(Array.from({ length: callers }, caller));
  }

  /**
   * Sends again what was never answered, each once, and throws unless it is answered by yes now. Answers how many of
   * them stood in the tree of `size` already.
   */
  async retry(url: string, size: number): Promise<number> {
    let standing = 0;
    for (const key of this.unanswered) {
      await this.send(url, key);
      const entry = this.acknowledged.get(key);
      if (!entry) throw new Error(`${key} is refused again and again`);
      if (entry.index < size) standing++;
    }
    return standing;
  }

  /** False when nobody answered. */
  private async send(url: string, key: string): Promise<boolean> {
    this.unanswered.add(key);
    const answer = await this.post(url, key);
    if (!answer) return false;
    if (answer.status === 503) {
      // Which promises nothing: the command may stand or not.
      await sleep(100);
      return true;
    }
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    this.believe(key, JSON.parse(answer.text));
    return true;
  }

  private believe(key: string, { entries, checkpoint }: Receipt): void {
    const [entry] = entries;
    if (!entry || entries.length !== 1) throw new Error(`${entries.length} entries for one hold`);
    this.acknowledged.set(key, entry);
    this.unanswered.delete(key);
    const seen = parseCheckpoint(parseNote(checkpoint).text);
    if (!this.newest || seen.size > this.newest.size) this.newest = { ...seen, note: checkpoint };
  }

  private async post(url: string, key: string): Promise<{ status: number; text: string } | undefined> {
    // The same command goes to the same unit.
    const unit = this.units[Number.parseInt(key.slice(0, 8), 16) % this.units.length];
    try {
      const response = await fetch(`${url}/api/v1/units/${unit}/holds`, {
        method: 'POST',
        headers: { cookie: this.cookie, origin: url, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ reason: key }),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined;
    }
  }
}
