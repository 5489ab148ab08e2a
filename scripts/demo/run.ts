import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ROOT, TEMPLATES_FOLDER } from '../../src/app/folders.js';
import { createApp } from '../../src/app/start.js';
import { randomCode } from '../../src/kernel/base32.js';
import { ShellAdministration } from '../../src/modules/parties/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Client, idOf } from './client.js';
import { BRACELET, SHRIMP } from './goods.js';
import { registerInstruments } from './instruments.js';
import { walkJourney } from './journey.js';
import { openPeople, type People, type SignIn } from './people.js';
import { drawnBracelet, drawnShrimp } from './photos.js';
import { type Result, writeResults } from './results.js';
import { summaryOf } from './summary.js';

const OUT = resolve(process.env['DEMO_OUT'] ?? join(ROOT, 'demo-out'));
const ADMIN = { login: 'guanli', name: '钱管理' };
/** Made up for the demo; the check character is right. */
const WAREHOUSE = {
  name: { zh: '东海水晶城质检仓(示例)', en: 'Donghai Inspection Warehouse (sample)' },
  uscc: '91320700MAXNYD000R',
};

/** The whole demo. Ends the process's server itself unless it is to stay up. */
export async function runDemo({ port, staysUp }: { port: string; staysUp: boolean }): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const url = `http://localhost:${port}`;
  const app = await createApp(
    readConfig({
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      ...process.env,
      PORT: port,
      DATA_DIR: join(OUT, 'data'),
      KEYS_DIR: join(OUT, 'keys'),
      DATABASE_URL: undefined,
      BLOBS_DIR: undefined,
    }),
  );
  await app.listen(port, 'localhost');
  const password = randomCode({ bytes: randomBytes }, 12).toLowerCase();
  await app.get(ShellAdministration).foundWarehouse(WAREHOUSE, { ...ADMIN, password }, false);
  const summary = await fillWarehouse(url, password);
  await writeFile(join(OUT, 'summary.md'), summary);
  process.stdout.write(`\n${summary}\nAll files: demo-out/\n`);
  if (staysUp) process.stdout.write('Ctrl-C 结束 ends the demo.\n');
  else await app.close();
}

async function fillWarehouse(url: string, password: string): Promise<string> {
  const admin = await Client.signIn(url, ADMIN.login, password);
  await publishPlans(admin);
  await registerInstruments(admin);
  const [people, signIns] = await openPeople(url, admin, password);
  const results = await walkBoth(url, people);
  const overlayUrl = await showOnStream(people, results);
  const vkey = await (await fetch(`${url}/log/key`)).text();
  const everyone: SignIn[] = [{ login: ADMIN.login, role: 'admin' }, ...signIns];
  return summaryOf({ url, password, signIns: everyone, results, overlayUrl, vkey });
}

/** The shipped plans: what such a warehouse really tests. Their own limits are the demo warehouse's own rule. */
async function publishPlans(admin: Client): Promise<void> {
  const { number } = (await (await admin.get('/api/v1/sessions/current')).json()) as { number: string };
  const folder = join(TEMPLATES_FOLDER, 'plans');
  for (const name of (await readdir(folder)).filter((file) => file !== 'plan.schema.json').toSorted()) {
    const plan = JSON.parse(await readFile(join(folder, name), 'utf8')) as PlanFile;
    const limits = plan.limits.map((limit) => ({ ...limit, by: number }));
    const sampling = (plan.sampling ?? []).map((own) => ({ ...own, by: number }));
    const { category, categoryVersion, adds, uncertaintyRule } = plan;
    await admin.post('/api/v1/plans', {
      categoryId: category,
      categoryVersion,
      adds,
      limits,
      sampling,
      uncertaintyRule,
      reason: '演示方案',
    });
  }
}

interface PlanFile {
  readonly category: string;
  readonly categoryVersion: string;
  readonly adds: readonly string[];
  readonly limits: readonly object[];
  readonly sampling?: readonly object[];
  readonly uncertaintyRule: string;
}

async function walkBoth(url: string, people: People): Promise<Result[]> {
  const { crystal, seafood } = people.merchantIds;
  const bracelet = {
    goods: BRACELET,
    merchantId: crystal,
    photo: await drawnBracelet(),
    sealNo: 'FQ-26-000101',
    waybill: 'SF1000000001',
  };
  const shrimp = {
    goods: SHRIMP,
    merchantId: seafood,
    photo: await drawnShrimp(),
    sealNo: 'FQ-26-000102',
    waybill: 'SF1000000002',
  };
  const server = { url, folder: OUT };
  return [
    await writeResults(server, people, await walkJourney(people, bracelet), 'bracelet'),
    await writeResults(server, people, await walkJourney(people, shrimp), 'shrimp'),
  ];
}

/** A host puts the bracelet's certificate on the overlay. */
async function showOnStream({ host }: People, [bracelet]: readonly Result[]): Promise<string> {
  const opened = await host.post('/api/v1/live-sessions', {
    title: '水晶专场(演示)',
    layout: 'portrait',
    codeStyle: 'short',
  });
  const session = idOf(opened, 'live-session');
  await host.post(`/api/v1/live-sessions/${session}/pick`, { number: bracelet?.number });
  return opened.overlayUrl ?? '';
}
