import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_SCRIPT, pageScript } from '../../scripts/bundle/page-script.js';
import { bundleTextIn, parseBundle, readProof } from '../../src/modules/verification/offline/bundle.rules.js';
import { type CheckedBundle, checkBundle } from '../../src/modules/verification/offline/bundle-check.rules.js';
import { bundleView } from '../../src/modules/verification/offline/bundle-view.rules.js';
import { sha256 } from '../../src/platform/keys/sha256.js';
import { verifyEd25519 } from '../../src/platform/keys/signing-key.js';
import { leafHash, openProofBundle, parsePolicy, parseProofBundle } from '../../src/tlog/index.js';
import { altered, alterations, scratched } from '../support/altered-bundles.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { runCommand } from '../support/command.js';
import { DATABASES } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { shippedBracelet, type ShippedUnit } from '../support/shipped.js';
import { WitnessedWorld } from '../support/witnessed-world.js';
import { type Answer } from '../support/world.js';

const TOOLS = { sha256, verifyEd25519 };
const MOST_BYTES = 200_000;

describe.each(DATABASES)('the offline bundle of a certificate (%s)', (kind) => {
  let witnessed: WitnessedWorld;
  let people: DemoWarehouse;
  let unit: ShippedUnit;
  let html: string;
  let text: string;

  beforeAll(async () => {
    witnessed = await WitnessedWorld.open(kind);
    people = await demoWarehouse(witnessed.world);
    unit = await shippedBracelet(witnessed.world, people);
    ({ text: html } = await published(unit.code));
    text = bundleTextIn(html);
  });
  afterAll(() => witnessed.close());

  const get = (code: string): Promise<Answer> => witnessed.world.get(`/v/${code}/bundle`);

  function published(code: string): Promise<Answer> {
    return eventually(
      () => get(code),
      ({ status }) => status === 200,
    );
  }

  function checked(data = text, policy?: string): CheckedBundle {
    const checking = checkBundle(data, TOOLS, policy);
    if (!('checked' in checking)) throw new Error(JSON.stringify(checking.faults));
    return checking.checked;
  }

  it('is a file to keep, smaller than 200 kB, under a policy that names its own style and script by hash', async () => {
    const { headers, bytes } = await get(unit.labels[0]?.code ?? '');
    expect(bytes.length).toBeLessThan(MOST_BYTES);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="YZ-\w{5}-\w{5}\.html"; filename\*=UTF-8''%E9/,
    );
    const [, style = '', script = ''] =
      /<style>([^]*?)<\/style>[^]*<script type="module">([^]*?)<\/script>/.exec(html) ?? [];
    const hash = (part: string): string => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
    expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
    expect(html.replaceAll('&#39;', "'")).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/<[^>]+ (style|on\w+)=/);
  });

  it('is linked on the page behind the code', async () => {
    const page = await witnessed.world.get(`/v/${unit.code}`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain(`href="/v/${unit.code}/bundle"`);
  });

  it('proves every entry of the unit under the witnessed checkpoint, by the policy that the log tells', async () => {
    const policy = (await witnessed.world.get('/log/policy')).text;
    const { entries, newest, trusted } = checked();
    expect(checked(text, policy).policy).toBe(policy);
    expect(trusted.witnessed.map(({ witness }) => witness.name)).toEqual(['w1']);
    expect(newest.index).toBe(trusted.checkpoint.size - 1);
    const { body } = await witnessed.world.get(`/api/v1/log/units/${unit.code}`);
    expect(entries.map(({ index, entry }) => [index, entry])).toEqual(
      body.entries.map(({ index, entry }: { index: number; entry: string }) => [index, entry]),
    );
  });

  it('says what the page behind the code says', async () => {
    const { body } = await witnessed.world.get(`/v/${unit.code}`, { headers: { accept: 'application/json' } });
    const { view, answer } = bundleView(checked());
    const { proofs: _, answer: shown, contact: _contact, log: _log, ...facts } = body;
    expect({ ...view, answer }).toMatchObject({ ...facts, answer: shown });
  });

  it('holds proofs in their compact form, each a whole C2SP tlog-proof', () => {
    const { bundle } = parseBundle(sha256, text);
    const policy = parsePolicy(sha256, bundle.policy);
    for (const { entry, proof } of checked().entries) {
      const hash = leafHash(sha256, Buffer.from(entry, 'base64'));
      expect(() =>
        openProofBundle(sha256, { bundle: parseProofBundle(proof), leafHash: hash, policy, verifyEd25519 }),
      ).not.toThrow();
    }
    const written = bundle.entries.map(({ proof }) => proof);
    expect(written.every((proof) => /^[A-Za-z0-9+/]+=*$/.test(proof))).toBe(true);
    expect(written.map((proof) => readProof(proof).index)).toEqual(checked().entries.map(({ index }) => index));
  });

  it('is refused to a policy that trusts another log', () => {
    const { log } = checked().trusted;
    const foreign = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const checking = checkBundle(text, TOOLS, `log ${foreign}\nquorum none\n`);
    expect(checking.faults.map(({ part }) => part)).toEqual(['checkpoint']);
    expect(log.vkey.name).not.toBe('PeterNeumann');
  });

  it('never verifies with any one thing altered, and names what fails', () => {
    const { bundle } = parseBundle(sha256, text);
    const all = alterations(bundle);
    expect(all.length).toBeGreaterThanOrEqual(60);
    const missed = all.filter((one) => {
      const data = altered(bundle, one);
      if (data === text) return true;
      return !checkBundle(data, TOOLS).faults.some(({ part }) => part === one.part);
    });
    expect(missed.map(({ name }) => name)).toEqual([]);
    const whole = scratched(text).filter(([, data]) => data === text || checkBundle(data, TOOLS).faults.length === 0);
    expect(whole.map(([name]) => name)).toEqual([]);
  });

  it('never verifies with any one character altered', () => {
    for (let at = 0; at < text.length; at += 997) {
      const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
      expect(checkBundle(changed, TOOLS).faults).not.toEqual([]);
    }
  });

  it('is not made while the newest entry is under no witnessed checkpoint, which may be a revocation', async () => {
    const other = await shippedBracelet(witnessed.world, people, 1);
    await published(other.code);
    const path = `/api/v1/certificates/${other.certificateId}/revocation`;
    await witnessed.alone(async () => {
      const body = { reason: { zh: '样品', en: 'sample' } };
      expect((await witnessed.world.post(path, { as: people.reviewer, body })).status).toBe(201);
      const pending = await get(other.code);
      expect([pending.status, pending.body.code]).toEqual([503, 'verification.bundle-pending']);
    });
    const later = bundleTextIn((await published(other.code)).text);
    expect(bundleView(checked(later)).answer).toBe('revoked');
  });

  it('is unknown for a code that is', async () => {
    expect((await get('0'.repeat(26))).body.code).toBe('verification.code-unknown');
  });

  describe('verify-bundle', () => {
    const verify = async (data: string, ...words: readonly string[]) => {
      const file = join(witnessed.folder, 'bundle.html');
      await writeFile(file, data);
      return runCommand('verify-bundle', [file, ...words]);
    };

    it('verifies the file, and says that it took the policy inside', async () => {
      const { status, words } = await verify(html);
      expect([status, words.includes('VERIFIED'), words.includes('NOTE')]).toEqual([0, true, true]);
      expect(words).toContain('w1');
    });

    it('takes a policy of one’s own, and gives the proofs to other programs', async () => {
      const policy = join(witnessed.folder, 'own-policy');
      await writeFile(policy, (await witnessed.world.get('/log/policy')).text);
      const proofs = join(witnessed.folder, 'proofs');
      const { status, words } = await verify(html, '--policy', policy, '--proofs', proofs);
      expect([status, words.includes('NOTE')]).toEqual([0, false]);
    });

    it('ends with 1 and the place for an altered file, with 2 for what is none', async () => {
      const { bundle } = parseBundle(sha256, text);
      const [first] = alterations(bundle).filter(({ name }) => name === 'content: results');
      if (!first) throw new Error('no such alteration');
      const changed = await verify(html.replace(text, () => altered(bundle, first)));
      expect([changed.status, changed.words.includes('NOT VERIFIED'), changed.words.includes(`Entry `)]).toEqual([
        1,
        true,
        true,
      ]);
      expect((await verify('<html></html>')).status).toBe(2);
      expect((await verify(html + html)).status).toBe(2);
      expect((await runCommand('verify-bundle', [])).status).toBe(2);
      expect((await runCommand('verify-bundle', ['--help'])).status).toBe(0);
    });
  });
});

describe('the script of offline bundles', () => {
  it('is made of the sources as they are now: else run npm run bundle-page', async () => {
    expect((await readFile(PAGE_SCRIPT, 'utf8')) === (await pageScript())).toBe(true);
  });
});
