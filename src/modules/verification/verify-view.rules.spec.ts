import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../kernel/instant.js';
import type { CertificateContent } from '../certificates/index.js';
import { provenFacts, unprovenFacts } from './proven-facts.rules.js';
import { timelineOf } from './timeline.rules.js';
import { type ChainEntry, openHold, unitChain } from './unit-chain.rules.js';
import { type CodeFacts, verifyView } from './verify-view.rules.js';

const sample = join(import.meta.dirname, '../../../templates/certificates/amethyst-bracelet.sample.json');
const content: CertificateContent = JSON.parse(readFileSync(sample, 'utf8'));
const CERTIFICATE = 'certificate-1';

/** A kind, what the entry says, and whom it is about besides the unit. */
type Said = readonly [kind: string, says?: object, ...about: string[]];

/** Entries ten apart, one minute each. */
function chainOf(...entries: readonly Said[]): ChainEntry[] {
  return entries.map(([kind, says = {}, ...about], number) => ({
    index: number * 10,
    kind,
    at: `2026-11-22T08:${String(number).padStart(2, '0')}:00.000Z` as Instant,
    subjects: [{ type: 'unit', id: 'unit-1' }, ...about.map((id) => ({ type: id.split('-')[0] ?? '', id }))],
    says: Object.fromEntries(Object.entries(says)),
  }));
}

const JOURNEY = chainOf(
  ['units.unit-registered', { name: '紫晶手链' }],
  ['inspection.started', {}, 'inspection-1'],
  ['inspection.reading-recorded', { item: 'CRY-RI', value: { kind: 'number', value: '1.549' } }, 'inspection-1'],
  ['inspection.reading-recorded', { item: 'CRY-RI', value: { kind: 'number', value: '1.548' } }, 'inspection-1'],
  ['inspection.submitted', { results: [{}, {}] }, 'inspection-1'],
  ['inspection.reviewed', { decision: 'sign', verdict: 'pass' }, 'inspection-1'],
  ['units.gate-closed', { gate: 'inspection' }],
  ['certificates.issued', content, CERTIFICATE],
  ['certificates.rendered', { sha256: 'ab' }, CERTIFICATE],
  ['packaging.packed', { sealNo: 'F 1', mass: { value: '96.4', unit: 'GRM' } }],
  ['labelling.copies-printed', { count: 1 }, 'label-1'],
  ['labelling.applied', { count: 1 }],
  ['shipping.handed-over', { carrierName: '示例速运' }, 'shipment-1'],
);

function facts(chain: readonly ChainEntry[] = JOURNEY, changes: Partial<CodeFacts> = {}): CodeFacts {
  const log = { origin: 'example/log', size: 400, at: '2026-11-22T09:00:00.000Z' as Instant };
  return { code: { class: 'show', text: content.code }, certificateId: CERTIFICATE, content, chain, log, ...changes };
}

function later(...more: readonly Said[]): ChainEntry[] {
  const added = chainOf(...more);
  return [...JOURNEY, ...added.map((entry, number) => ({ ...entry, index: 1_000 + number }))];
}

describe('the timeline of a unit', () => {
  it('names the stations with what is public of them, and leaves the workings out', () => {
    const steps = timelineOf(JOURNEY).map(({ station, note }) => [station.zh, note?.zh]);
    expect(steps).toEqual([
      ['收货登记', undefined],
      ['开始检测', undefined],
      ['检测完成', '2 项'],
      ['复核签发', '合格'],
      ['签发证书', 'YZ-7K3QX-9M2D0'],
      ['统一包装', '封签 F 1'],
      ['打印标签', '1 份'],
      ['统一标识', undefined],
      ['出库交接', '示例速运'],
    ]);
  });

  it('names the entry and moment of each step', () => {
    expect(timelineOf(JOURNEY)[2]).toMatchObject({ entry: 40, at: '2026-11-22T08:04:00.000Z' });
  });

  it.each([
    ['inspection.reviewed', { decision: 'return', verdict: 'fail' }, 'Sent back by the reviewer', undefined],
    ['inspection.reviewed', { decision: 'sign', verdict: 'fail' }, 'Reviewed and signed', 'Fail'],
    ['certificates.state-changed', { state: 'suspended', reason: { zh: '核实' } }, 'Certificate suspended', '核实'],
    ['certificates.state-changed', { state: 'valid', reason: { zh: '好', en: 'OK' } }, 'Certificate reinstated', 'OK'],
    ['certificates.state-changed', { state: 'revoked' }, 'Certificate withdrawn', undefined],
    [
      'certificates.state-changed',
      { state: 'superseded', supersededBy: { number: 'YZ-2' } },
      'Certificate replaced',
      'YZ-2',
    ],
    ['labelling.copy-spoiled', { number: 3 }, 'Label cancelled', 'Copy 3'],
    ['units.unit-held', { isHeld: true }, 'Put on hold', undefined],
    ['units.hold-released', { isHeld: false }, 'Hold released', undefined],
    ['units.stage-reached', { stage: 'returned' }, 'Returned to the merchant', undefined],
  ])('tells of %s %j', (kind, says, station, note) => {
    const [step] = timelineOf(chainOf([kind, says]));
    expect([step?.station.en, step?.note?.en]).toEqual([station, note]);
  });

  it.each([
    ['units.stage-reached', { stage: 'packed' }],
    ['a.kind-of-later'],
    ['constructor'],
    ['certificates.state-changed', { state: '?' }],
  ])('is silent on %s', (kind: string, says: object = {}) => {
    expect(timelineOf(chainOf([kind, says]))).toEqual([]);
  });
});

describe('the view of a code', () => {
  it('shows the certificate as it is now', () => {
    expect(verifyView(facts()).certificate).toMatchObject({
      state: 'valid',
      pdfUrl: `/v/${content.code}/certificate.pdf`,
    });
    const suspended = later([
      'certificates.state-changed',
      { state: 'suspended', reason: { zh: '核实' } },
      CERTIFICATE,
    ]);
    expect(verifyView(facts(suspended)).certificate).toMatchObject({
      state: 'suspended',
      since: '2026-11-22T08:00:00.000Z',
      reason: { zh: '核实', en: '核实' },
    });
    const again = later(
      ['certificates.state-changed', { state: 'suspended' }, CERTIFICATE],
      ['certificates.state-changed', { state: 'valid', reason: { zh: '好' } }, CERTIFICATE],
    );
    expect(verifyView(facts(again)).certificate).not.toHaveProperty('reason');
  });

  it('is not touched by what happened to another certificate of the unit', () => {
    const other = later(['certificates.state-changed', { state: 'revoked' }, 'certificate-0']);
    expect(verifyView(facts(other)).certificate.state).toBe('valid');
    const rendered = JOURNEY.map((entry) =>
      entry.kind === 'certificates.rendered' ? { ...entry, subjects: [{ type: 'certificate', id: 'other' }] } : entry,
    );
    expect(verifyView(facts(rendered)).certificate).not.toHaveProperty('pdfUrl');
  });

  it('shows the newest seal and mass', () => {
    const repacked = later(['packaging.packed', { sealNo: 'F 2', mass: { value: '97.0', unit: 'GRM' } }]);
    expect(verifyView(facts(repacked))).toMatchObject({
      sealNumber: 'F 2',
      packedMass: { value: '97.0', unit: 'GRM' },
    });
    const unpacked = JOURNEY.slice(0, 9);
    expect(Object.keys(verifyView(facts(unpacked)))).not.toEqual(expect.arrayContaining(['sealNumber']));
  });

  it('says since when the first hold that is still open holds', () => {
    const held = chainOf(
      ['units.unit-held', {}, 'hold-1'],
      ['units.unit-held', {}, 'hold-2'],
      ['units.hold-released', {}, 'hold-1'],
    );
    expect(openHold(held)?.index).toBe(10);
    expect(verifyView(facts([...JOURNEY, ...held])).hold).toEqual({ since: '2026-11-22T08:01:00.000Z' });
    expect(openHold(chainOf(['units.unit-held', {}, 'hold-1'], ['units.hold-released', {}, 'hold-1']))).toBeUndefined();
  });

  it('refuses to show a state that nobody declared', () => {
    const strange = later(['certificates.state-changed', { state: 'lost' }, CERTIFICATE]);
    expect(() => verifyView(facts(strange))).toThrow(/state/);
  });
});

describe('the facts of a view', () => {
  const found = provenFacts(facts(), verifyView(facts()));
  const entriesOf = (fact: string) => found.filter((one) => one.fact === fact).map(({ entry }) => entry);

  it('lead a reading to its last recording and to the certificate', () => {
    const number = content.results.findIndex(({ code }) => code === 'CRY-RI');
    expect(entriesOf(`/readings/${number}/value`)).toEqual([70, 30]);
  });

  it('lead a reading past one that was taken back', () => {
    const [withdrawn] = chainOf(['inspection.reading-withdrawn', { item: 'CRY-RI', entry: 30 }, 'inspection-1']);
    const chain = [...JOURNEY, ...(withdrawn ? [{ ...withdrawn, index: 35 }] : [])].toSorted(
      (a, b) => a.index - b.index,
    );
    const number = content.results.findIndex(({ code }) => code === 'CRY-RI');
    const facts3 = provenFacts(facts(chain), verifyView(facts(chain)));
    const entries = facts3.filter(({ fact }) => fact === `/readings/${number}/value`).map(({ entry }) => entry);
    expect(entries).toEqual([70, 20]);
  });

  it('lead a reading to the inspection that was signed, not to a later one', () => {
    const repeated = later(
      ['inspection.reading-recorded', { item: 'CRY-RI', value: {} }, 'inspection-2'],
      ['inspection.reviewed', { decision: 'sign', verdict: 'pass' }, 'inspection-2'],
    );
    const number = content.results.findIndex(({ code }) => code === 'CRY-RI');
    const facts2 = provenFacts(facts(repeated), verifyView(facts(repeated)));
    const entries = facts2.filter(({ fact }) => fact === `/readings/${number}/value`).map(({ entry }) => entry);
    expect(entries).toEqual([70, 30]);
  });

  it('lead the seal to the packing, the state to its change and the file to its record', () => {
    expect([entriesOf('/sealNumber'), entriesOf('/packedMass'), entriesOf('/certificate/pdfUrl')]).toEqual([
      [90],
      [90],
      [80],
    ]);
    expect(entriesOf('/certificate/state')).toEqual([70]);
    const suspended = facts(later(['certificates.state-changed', { state: 'suspended' }, CERTIFICATE]));
    const state = provenFacts(suspended, verifyView(suspended)).filter(({ fact }) => fact === '/certificate/state');
    expect(state).toEqual([{ fact: '/certificate/state', entry: 1_000, at: '/state' }]);
  });

  it('prove a show code, but neither the code of a copy nor its scans', () => {
    expect(entriesOf('/code/text')).toEqual([70]);
    const label = { copy: 1, isVoided: false };
    const scans = { count: 1, first: '2026-11-22T09:00:00.000Z' as Instant };
    const item = facts(JOURNEY, { code: { class: 'item', text: 'X', label, scans }, labelId: 'label-1' });
    const view = verifyView(item);
    expect(unprovenFacts(view)).toEqual(['/code/text', '/code/scans']);
    expect(provenFacts(item, view).filter(({ fact }) => fact.startsWith('/code'))).toEqual([
      { fact: '/code/label/copy', entry: 100 },
      { fact: '/code/label/isVoided', entry: 100 },
    ]);
  });
});

describe('the chain of a unit', () => {
  it('is read from the very bytes that are proven, and only from what is public', () => {
    const leaf = { v: 1, kind: 'units.unit-held', at: '2026-11-22T08:00:00.000Z', subjects: [], commitments: {} };
    const entry = Buffer.from(JSON.stringify(leaf)).toString('base64');
    const disclosures = [
      { group: 'party', salt: '', content: '{"reason":"x"}' },
      { group: 'public', salt: '', content: '{"isHeld":true}' },
    ];
    const [read] = unitChain([{ index: 7, entry, disclosures, proof: [] }]);
    expect(read).toEqual({ index: 7, kind: leaf.kind, at: leaf.at, subjects: [], says: { isHeld: true } });
  });
});
