import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/app/folders.js';
import type { Environment } from '../../src/platform/config/config.js';

const MAIN = join(ROOT, 'dist/src/main.js');

/** The built server as a process of its own, as people run it; or under another program, such as strace. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly spoken: { words: string },
  ) {}

  /** Starts it on a free port and waits until it answers; throws with its words when it ends instead. */
  static async start(environment: Environment, under: readonly string[] = []): Promise<ServerProcess> {
    const child = spawned(environment, under);
    const spoken = { words: '' };
    child.stderr.on('data', (chunk: Buffer) => (spoken.words += chunk.toString('utf8')));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        spoken.words += `${line}\n`;
        const address = /^监听 Listening: (http:\S+)/.exec(line)?.[1];
        if (address) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with status ${code}: ${spoken.words}`)));
    });
    return new ServerProcess(url, child, spoken);
  }

  /** All that it has printed and logged. */
  get words(): string {
    return this.spoken.words;
  }

  /** Starts it and kills it after a while, whatever it is doing by then. */
  static async startAndKill(environment: Environment, afterMillis: number): Promise<void> {
    const child = spawned(environment);
    child.stdout.resume();
    child.stderr.resume();
    const ended = once(child, 'exit');
    await sleep(afterMillis);
    child.kill('SIGKILL');
    await ended;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isUp(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.isUp) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

function spawned(
  environment: Environment,
  under: readonly string[] = [],
): ChildProcessByStdio<null, Readable, Readable> {
  if (!existsSync(MAIN)) throw new Error('build first: npm run build');
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const [program = process.execPath, ...words] = [...under, process.execPath, MAIN];
  return spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}
