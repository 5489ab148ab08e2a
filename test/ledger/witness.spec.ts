import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import { cosignatureTime, cosignatureVerifier, openNote, parseVkey } from '../../src/tlog/index.js';
import { SmallLog } from '../support/small-log.js';
import { WitnessProcess } from '../support/witness-process.js';

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

describe('our own witness', () => {
  let folder: string;
  let log: SmallLog;
  let other: SmallLog;
  let witness: WitnessProcess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-witness-'));
    log = new SmallLog('log.example/one');
    other = new SmallLog('log.example/two');
    log.append('a', 'b', 'c');
    witness = await WitnessProcess.start({ folder, name: 'witness.example', logs: [log.vkey, other.vkey] });
  });

  afterEach(async () => {
    await witness.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function add(body: string): Promise<Answer> {
    const response = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  }

  it('cosigns what extends the last checkpoint, and says when', async () => {
    const before = Math.floor(Date.now() / 1_000);
    const first = await add(await log.request(0));
    log.append('d', 'e');
    const second = await add(await log.request(3));
    expect([first.status, second.status]).toEqual([200, 200]);
    const verifier = cosignatureVerifier(parseVkey(sha256, witness.vkey), verifyEd25519);
    const { signatures } = openNote(log.checkpoint() + second.body, [verifier]);
    const time = cosignatureTime(signatures[0]?.signature ?? new Uint8Array());
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThan(before + 60);
    expect(second.body.split('\n')).toHaveLength(2);
  });

  it('cosigns the same checkpoint again, with the old size it has', async () => {
    await add(await log.request(0));
    expect(await add(await log.request(3))).toMatchObject({ status: 200 });
  });

  it('keeps the logs that it knows apart', async () => {
    await add(await log.request(0));
    other.append('x');
    expect(await add(await other.request(0))).toMatchObject({ status: 200 });
    expect(await add(await log.request(3))).toMatchObject({ status: 200 });
  });

  it('answers 400 to what is no request, and to an old size beyond the checkpoint', async () => {
    const good = await log.request(0);
    for (const body of ['', 'old 0\n', good.replace('old 0', 'old 00'), good.replace('old 0', 'old 4')]) {
      expect(await add(body)).toMatchObject({ status: 400 });
    }
  });

  it('answers 404 for a log that it does not know', async () => {
    const stranger = new SmallLog('log.example/three');
    stranger.append('a');
    expect(await add(await stranger.request(0))).toMatchObject({ status: 404 });
  });

  it('answers 403 when no known key signed, whoever else did', async () => {
    const thief = new SmallLog(log.origin);
    thief.append('a', 'b', 'c');
    expect(await add(await thief.request(0))).toMatchObject({ status: 403 });
    const broken = (await log.request(0)).replace(/.{8}\n$/, 'AAAAAAA=\n');
    expect((await add(broken)).status).toBe(403);
  });

  it('answers 409 with its size when the old size is another', async () => {
    await add(await log.request(0));
    log.append('d');
    for (const old of [0, 2, 4]) {
      expect(await add(await log.request(old))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '3\n' });
    }
    expect(await add(await log.request(3))).toMatchObject({ status: 200 });
  });

  it('answers 409 to an older checkpoint and to another root at its size, and goes on as before', async () => {
    await add(await log.request(0));
    expect(await add(await log.request(2, 2))).toMatchObject({ status: 409, body: '3\n' });
    const zero = (await log.request(3)).replace(/\n3\n[^\n]+\n/, `\n3\n${Buffer.alloc(32).toString('base64')}\n`);
    expect(await add(zero)).toMatchObject({ status: 403 });
    const forked = log.fork();
    forked.append('a', 'b', 'C');
    expect(await add(await forked.request(3))).toMatchObject({ status: 409, type: 'text/x.tlog.size', body: '3\n' });
    expect(await add(await log.request(3))).toMatchObject({ status: 200 });
  });

  it('answers 422 when the proof does not hold, is missing, or is given where none is due', async () => {
    const first = await log.request(0);
    const line = `${Buffer.alloc(32, 7).toString('base64')}\n`;
    expect(await add(first.replace('old 0\n', `old 0\n${line}`))).toMatchObject({ status: 422 });
    await add(first);
    expect(await add((await log.request(3)).replace('old 3\n', `old 3\n${line}`))).toMatchObject({ status: 422 });
    log.append('d', 'e');
    const good = await log.request(3);
    expect(await add(good.replace(/old 3\n[^\n]+\n/, 'old 3\n'))).toMatchObject({ status: 422 });
    expect(await add(good.replace(/old 3\n[^\n]+\n/, `old 3\n${line}`))).toMatchObject({ status: 422 });
    const forked = log.fork();
    forked.append('a', 'b', 'C', 'd', 'e');
    expect(await add(await forked.request(3))).toMatchObject({ status: 422 });
    expect(await add(good)).toMatchObject({ status: 200 });
  });

  it('remembers through kill -9 what it had answered', async () => {
    await add(await log.request(0));
    await witness.stop('SIGKILL');
    witness = await witness.again();
    log.append('d');
    expect(await add(await log.request(0))).toMatchObject({ status: 409, body: '3\n' });
    expect(await add(await log.request(3))).toMatchObject({ status: 200 });
  });

  it('lets one of many that come at once win, and never goes back', async () => {
    log.append(...Array.from({ length: 20 }, (_, i) => `entry ${i}`));
    const sizes = Array.from({ length: 20 }, (_, i) => i + 4);
    const answers = await Promise.all(sizes.map(async (size) => add(await log.request(0, size))));
    const won = sizes.filter((_, i) => answers[i]?.status === 200);
    expect(won).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await add(await log.request(0))).toMatchObject({ status: 409, body: `${won[0]}\n` });
  });

  it('accepts any key of a log that it was told, as after a rotation', async () => {
    await witness.stop();
    const renewed = new SmallLog(log.origin);
    renewed.append('a', 'b', 'c');
    witness = await witness.again({ logs: [log.vkey, renewed.vkey] });
    expect(await add(await log.request(0))).toMatchObject({ status: 200 });
    expect(await add(await renewed.request(3))).toMatchObject({ status: 200 });
  });

  it('does not start without its key, nor with a damaged memory', async () => {
    await add(await log.request(0));
    await witness.stop();
    const key = join(folder, 'witness.example.pem');
    const kept = await readFile(key, 'utf8');
    await rm(key);
    await expect(witness.again()).rejects.toThrow('private key is missing');
    await writeFile(key, kept);
    await writeFile(join(folder, 'witness.example.state'), '3 torn');
    await expect(witness.again()).rejects.toThrow('is damaged');
  });

  it('tells its key at its address, and knows no other path', async () => {
    expect(await (await fetch(`${witness.url}/`)).text()).toBe(`${witness.vkey}\n`);
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${witness.url}/checkpoint`)).status).toBe(404);
  });
});
