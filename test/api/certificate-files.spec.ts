import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext } from '../../src/app/start.js';
import { CROCKFORD } from '../../src/kernel/base32.js';
import { Random } from '../../src/kernel/ids.js';
import type { Text } from '../../src/kernel/language.js';
import { unitSymbol } from '../../src/kernel/units.js';
import { LogQueries } from '../../src/ledger/index.js';
import { printedNumber } from '../../src/modules/certificates/index.js';
import { CertificateRenderer } from '../../src/modules/certificates/certificate-renderer.js';
import type { ReadingValue } from '../../src/modules/inspection/index.js';
import { sha256Hex } from '../../src/platform/keys/sha256.js';
import { demoWarehouse, type DemoWarehouse } from '../support/catalog.js';
import { certifiedBracelet, type CertifiedUnit, certifiedShrimpLot } from '../support/certificates.js';
import { eventually } from '../support/eventually.js';
import { passedBracelet } from '../support/inspection.js';
import { rasterise, textOf, unspaced } from '../support/pdf.js';
import { decodeQr } from '../support/qr-decoder.js';
import { postTo, secondApp } from '../support/second-app.js';
import { TestRandom } from '../support/system.js';
import { describeOnBoth, type World } from '../support/world.js';

interface LoggedReading {
  readonly item: string;
  readonly value: ReadingValue;
}

/** The readings of an inspection as the log discloses them to the public. */
async function loggedReadings(world: World, inspectionId: string): Promise<LoggedReading[]> {
  const log = world.app.get(LogQueries);
  const { size } = await log.head();
  const indexes = await log.historyOf('inspection', inspectionId);
  const entries = await log.entries(0, size);
  const readings = indexes.filter((index) => entries[index]?.kind === 'inspection.reading-recorded');
  const proven = await log.prove(readings, size, ['public']);
  return proven.map(({ disclosures }) => JSON.parse(disclosures[0]?.content ?? '{}'));
}

/** How often the log recorded a file of a certificate. */
async function filesRecorded(world: World, certificateId: string): Promise<number> {
  const log = world.app.get(LogQueries);
  const history = await log.historyOf('certificate', certificateId);
  const kinds = await Promise.all(history.map(async (index) => (await log.entry(index))?.kind));
  return kinds.filter((kind) => kind === 'certificates.rendered').length;
}

/** What must stand in the file of a reading, by other words than those of the program under test. */
function figuresOf(value: ReadingValue): string[] {
  switch (value.kind) {
    case 'number':
      return [value.value, value.uncertainty ?? ''];
    case 'not-detected':
      return ['未检出', value.detectionLimit ?? ''];
    case 'text':
    case 'opinion':
      return [value.text];
    case 'enum':
      return [value.value];
    case 'list':
      return [...value.values];
    default:
      return [];
  }
}

interface PrintedResult {
  readonly code: string;
  readonly name: Text;
}

function rowsOf(results: readonly PrintedResult[], item: string, value: ReadingValue): string[] {
  const name = results.find(({ code }) => code === item)?.name;
  if (value.kind !== 'number' || !name) return [];
  const figure = value.uncertainty === undefined ? value.value : `${value.value}±${value.uncertainty}`;
  return [unspaced(`${name.zh}${name.en}${figure}${value.unit === null ? '' : unitSymbol(value.unit)}`)];
}

/** Draws the bytes of a taken number once, and then others. */
class NumberAgain extends Random {
  private readonly others = new TestRandom('others');
  draws = 0;

  constructor(private readonly number: string) {
    super();
  }

  bytes(count: number): Uint8Array {
    const body = this.number.replace('YZ-', '').slice(0, -1);
    if (count !== body.length || this.draws++ > 0) return this.others.bytes(count);
    return Uint8Array.from(body, (character) => CROCKFORD.indexOf(character));
  }
}

describeOnBoth('the file of a certificate', (world) => {
  let people: DemoWarehouse;
  beforeAll(async () => {
    people = await demoWarehouse(world());
  });

  const view = async (id: string) => (await world().get(`/api/v1/certificates/${id}`, { as: people.merchant })).body;
  const pdf = (id: string) => world().get(`/api/v1/certificates/${id}/pdf`, { as: people.merchant });

  it.each([
    ['a bracelet', certifiedBracelet],
    ['a lot of shrimp', certifiedShrimpLot],
  ])('of %s says every reading as the log discloses it', async (_, certify) => {
    const { certificateId, inspectionId, number } = await certify(world(), people);
    const { status, headers, bytes } = await pdf(certificateId);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = (await textOf(bytes)).join('');
    expect(text).toContain(printedNumber(number));
    const readings = await loggedReadings(world(), inspectionId);
    expect(readings.length).toBeGreaterThanOrEqual(9);
    const figures = readings.flatMap(({ value }) => figuresOf(value));
    expect(figures.filter((figure) => !text.includes(unspaced(figure)))).toEqual([]);
    const { body } = await world().get(`/api/v1/certificates/${certificateId}/content`, { as: people.merchant });
    const results: PrintedResult[] = body.results;
    expect(results.map(({ code }) => code)).toEqual(readings.map(({ item }) => item));
    // A measured value stands in the row of its item, with its unit.
    const rows = readings.flatMap(({ item, value }) => rowsOf(results, item, value));
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.filter((row) => !text.includes(row))).toEqual([]);
  });

  it('is the bytes that the log recorded', async () => {
    const { certificateId } = await certifiedBracelet(world(), people);
    const { bytes } = await pdf(certificateId);
    expect(await view(certificateId)).toMatchObject({ pdf: { sha256: sha256Hex(bytes), bytes: bytes.length } });
  });

  it('has a QR code that leads to the certificate', async () => {
    const { certificateId, code } = await certifiedBracelet(world(), people);
    const decoded = await decodeQr(await rasterise((await pdf(certificateId)).bytes, 1, 3));
    expect(decoded.map(({ text }) => text)).toEqual([`HTTPS://V.EXAMPLE.CN/V/${code}`]);
  });

  it('is recorded once, however many make it', async () => {
    const { certificateId } = await stoppedBeforeTheFile();
    const renderer = world().app.get(CertificateRenderer);
    await Promise.all([renderer.render(certificateId), renderer.render(certificateId), renderer.renderMissing()]);
    await renderer.render(certificateId);
    expect(await filesRecorded(world(), certificateId)).toBe(1);
  });

  it('is made at the next start when the first attempt did not end', async () => {
    const { certificateId } = await stoppedBeforeTheFile();
    expect(await view(certificateId)).toMatchObject({ state: 'valid', pdf: null });
    expect((await pdf(certificateId)).body).toMatchObject({ status: 503, code: 'certificates.not-rendered' });
    const restarted = await secondApp(world());
    await eventually(
      () => pdf(certificateId),
      ({ status }) => status === 200,
    );
    await restarted.close();
    expect(await filesRecorded(world(), certificateId)).toBe(1);
  });

  it('is left alone by commands of the shell, which are no server', async () => {
    const { certificateId } = await stoppedBeforeTheFile();
    const command = await createContext(world().config, { clock: world().clock });
    await command.close();
    expect((await view(certificateId)).pdf).toBeNull();
  });

  it('is of a number that was drawn again when the first was taken', async () => {
    const { number } = await certifiedBracelet(world(), people);
    const { unitId } = await passedBracelet(world(), people);
    const random = new NumberAgain(number);
    const other = await secondApp(world(), { random });
    const { status } = await postTo(other, `/api/v1/units/${unitId}/certificates`, { as: people.reviewer });
    await other.close();
    expect([status, random.draws]).toEqual([201, 2]);
  });

  it('is not made while nobody knows where codes lead', async () => {
    const { unitId } = await passedBracelet(world(), people);
    const unset = await secondApp(world(), { config: { publicUrl: undefined } });
    const path = (id: string) => `/api/v1/units/${id}/certificates`;
    const missing = await postTo(unset, path(unitId), { as: people.reviewer });
    await unset.close();
    expect(missing).toEqual({ status: 409, code: 'certificates.public-url-missing' });
    const local = await secondApp(world(), { config: { publicUrl: 'http://localhost:3000' } });
    const refused = await postTo(local, path(unitId), { as: people.reviewer });
    await local.close();
    expect(refused).toEqual({ status: 409, code: 'certificates.public-url-local' });
  });

  /** Issued, but the file could not be made: its photograph was away. */
  async function stoppedBeforeTheFile(): Promise<CertifiedUnit> {
    const { photo } = await passedBracelet(world(), people);
    const file = join(world().config.blobsDir, photo.slice(0, 2), photo);
    const unit = await passedBracelet(world(), people);
    await rename(file, `${file}.away`);
    try {
      const path = `/api/v1/units/${unit.unitId}/certificates`;
      const { body } = await world().post(path, { as: people.reviewer, body: {} });
      const certificateId = body.entries[0].subjects[0].id;
      const { number, code } = await view(certificateId);
      return { ...unit, certificateId, number, code };
    } finally {
      await rename(`${file}.away`, file);
    }
  }
});
