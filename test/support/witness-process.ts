import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../src/app/folders.js';

const COMMAND = join(ROOT, 'dist/scripts/witness.js');

export interface WitnessPlace {
  readonly folder: string;
  readonly name: string;
  readonly logs: readonly string[];
  /** The port of an earlier life; any free one when left out. */
  readonly port?: number;
}

/** The built witness as a process of its own, as an auditor runs it. */
export class WitnessProcess {
  private constructor(
    readonly place: WitnessPlace,
    readonly url: string,
    readonly vkey: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts it and waits until it listens; throws with its words when it ends instead. */
  static async start(place: WitnessPlace): Promise<WitnessProcess> {
    if (!existsSync(COMMAND)) throw new Error('build first: npm run build');
    const { folder, name, logs, port = 0 } = place;
    const files = ['--file', join(folder, `${name}.state`), '--key', join(folder, `${name}.pem`)];
    const words = ['--name', name, ...logs.flatMap((log) => ['--log', log]), '--listen', `127.0.0.1:${port}`, ...files];
    const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        const address = /^监听 Listening: (http:\S+)/.exec(line)?.[1];
        if (address) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`the witness ended with status ${code}: ${lines.join('\n')}`)));
    });
    const vkey = lines.map((line) => /^公钥 Key: (\S+)/.exec(line)?.[1]).find(Boolean) ?? '';
    return new WitnessProcess(place, url, vkey, child);
  }

  /** The same witness again, on its old address, after `stop`. */
  again(change: Partial<WitnessPlace> = {}): Promise<WitnessProcess> {
    return WitnessProcess.start({ ...this.place, port: Number(new URL(this.url).port), ...change });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  /** Lets it hang, as a machine does that swaps, until it is `resume`d. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }
}

/** A C2SP tlog-policy that names the witnesses and asks for some of them. */
export async function writePolicy(
  file: string,
  witnesses: readonly Pick<WitnessProcess, 'url' | 'vkey' | 'place'>[],
  quorum: number,
): Promise<void> {
  const names = witnesses.map(({ place }) => place.name);
  const lines = [
    '# 见证方 witnesses',
    ...witnesses.map(({ place, vkey, url }) => `witness ${place.name} ${vkey} ${url}/`),
    `group all-of-them ${quorum} ${names.join(' ')}`,
    'quorum all-of-them',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
}
