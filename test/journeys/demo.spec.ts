import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/app/folders.js';
import { decodeQr } from '../support/qr-decoder.js';
import { rasterise, textOf, unspaced } from '../support/pdf.js';
import { type Answered, faultsOfAnswer } from '../support/stranger.js';
import { hasTool, runTool } from '../support/tools.js';

interface ShownReading {
  readonly value: string;
}

interface Page extends Answered {
  readonly unit: { readonly name: string };
  readonly code: { readonly class: string; readonly text: string };
  readonly certificate: { readonly number: string; readonly state: string };
  readonly readings: readonly ShownReading[];
  readonly timeline: readonly object[];
  readonly scans?: { readonly count: number };
}

const GOODS = [
  ['bracelet', 'crystal-jewelry', 1],
  ['shrimp', 'frozen-shrimp', 3],
] as const;
const START_MILLIS = 60_000;

/** The demo as a newcomer runs it, on the built program: `npm run demo`. */
describe('the demo', () => {
  let out: string;
  let url: string;
  let demo: ChildProcess;
  let said = '';

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'yanzhen-demo-'));
    const port = await freePort();
    url = `http://localhost:${port}`;
    const env = { ...process.env, PORT: String(port), DEMO_OUT: join(out, 'demo-out') };
    demo = spawn(process.execPath, [join(ROOT, 'dist/scripts/demo.js')], { env, cwd: out });
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString('utf8');
        if (said.includes('Ctrl-C')) resolve();
      };
      demo.stdout?.on('data', hear);
      demo.stderr?.on('data', hear);
      demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
    });
  }, START_MILLIS);

  afterAll(async () => {
    demo.kill('SIGKILL');
    await rm(out, { recursive: true, force: true });
  });

  const file = (name: string): Promise<Buffer> => readFile(join(out, 'demo-out', name));
  const pageOf = async (address: string): Promise<Page> => {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return (await response.json()) as Page;
  };

  it('prints addresses and sign-ins that work', async () => {
    const password = /password: (\S+)/.exec(said)?.[1] ?? '';
    const logins = [...said.matchAll(/^- (\w+) \((\w+)\)$/gm)].map(([, login]) => login);
    expect(logins.length).toBeGreaterThanOrEqual(8);
    for (const login of logins) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ login, password });
      expect((await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body })).status).toBe(201);
    }
  });

  describe.each(GOODS)('%s', (prefix, _category, copies) => {
    it('has a certificate whose QR leads to its page, by two decoders', async () => {
      const { verifyUrl } = JSON.parse((await file(`${prefix}-certificate.json`)).toString()) as { verifyUrl: string };
      const [code] = await decodeQr(await rasterise(await file(`${prefix}-certificate.pdf`), 1, 3));
      expect(code).toMatchObject({ text: verifyUrl, level: 'M' });
      expect((await pageOf(verifyUrl)).code.class).toBe('show');
      if (!hasTool('zbarimg') || !hasTool('pdftoppm')) return;
      runTool('pdftoppm', [
        '-r',
        '200',
        '-png',
        '-f',
        '1',
        '-l',
        '1',
        join(out, 'demo-out', `${prefix}-certificate.pdf`),
        join(out, prefix),
      ]);
      const picture = (await readdir(out)).find((name) => name.startsWith(prefix) && name.endsWith('.png')) ?? '';
      expect(runTool('zbarimg', ['--raw', '-q', join(out, picture)]).trim()).toBe(verifyUrl);
    });

    it('has numbered labels, each with a code of its own that leads to the same unit', async () => {
      const certificate = JSON.parse((await file(`${prefix}-certificate.json`)).toString()) as { number: string };
      const codes = new Set<string>();
      for (let copy = 1; copy <= copies; copy++) {
        const [code] = await decodeQr(await rasterise(await file(`${prefix}-labels.pdf`), copy, 4));
        expect(code).toMatchObject({ version: '3', level: 'M' });
        const page = await pageOf(code?.text ?? '');
        expect(page.code.class).toBe('item');
        expect(page.certificate.number).toBe(certificate.number);
        codes.add(code?.text ?? '');
      }
      expect(codes.size).toBe(copies);
    });

    it('shows the same readings on page, certificate and in the log', async () => {
      const { verifyUrl } = JSON.parse((await file(`${prefix}-certificate.json`)).toString()) as { verifyUrl: string };
      const page = await pageOf(verifyUrl);
      expect(page.readings.length).toBeGreaterThan(7);
      const printed = unspaced((await textOf(await file(`${prefix}-certificate.pdf`))).join(''));
      const inLog = page.proofs.entries
        .flatMap(({ disclosures }) => disclosures.map(({ content }) => content))
        .join('');
      const texts = [
        printed,
        unspaced(JSON.stringify(page)),
        ...pdftotext(join(out, 'demo-out', `${prefix}-certificate.pdf`)),
      ];
      for (const { value } of page.readings) {
        for (const text of texts) expect(text).toContain(unspaced(value));
      }
      const recorded = page.readings.map(({ value }) => value).filter((value) => /^-?\d/.test(value));
      expect(recorded.length).toBeGreaterThan(2);
      expect(recorded.filter((value) => !inLog.includes(`"${value}"`))).toEqual([]);
    });

    it('has a page that a stranger can check, from intake to shipment', async () => {
      const { verifyUrl, unit } = JSON.parse((await file(`${prefix}-certificate.json`)).toString()) as {
        verifyUrl: string;
        unit: { id: string };
      };
      const vkey = await (await fetch(`${url}/log/key`)).text();
      const page = await pageOf(verifyUrl);
      expect(faultsOfAnswer(page, vkey, unit.id)).toEqual([]);
      expect(page.proofs.entries.length).toBeGreaterThan(15);
      expect(page.certificate.state).toBe('valid');
      const html = await (
        await fetch(verifyUrl, { headers: { accept: 'text/html', 'accept-language': 'zh-CN' } })
      ).text();
      expect(html).toContain('紫晶手串'.slice(0, prefix === 'bracelet' ? 4 : 0));
    });
  });

  it('shows the bracelet on the overlay', async () => {
    const overlay = /(http:\S+\/live\/\S+)/.exec(said)?.[1] ?? '';
    expect(await (await fetch(overlay)).text()).toContain('紫晶手串');
  });

  it('ends on Ctrl-C with status 0', async () => {
    const ended = once(demo, 'exit');
    demo.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
  });
});

/** The words of a PDF as poppler reads them, where poppler is. */
function pdftotext(pdf: string): string[] {
  return hasTool('pdftotext') ? [unspaced(runTool('pdftotext', ['-raw', pdf, '-']))] : [];
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
