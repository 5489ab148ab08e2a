import sharp, { type Sharp } from 'sharp';
import { type DemoWarehouse, demoWarehouse } from '../support/catalog.js';
import { startedInspection } from '../support/inspection.js';
import { receivedBracelet } from '../support/intake.js';
import { type Answer, describeOnBoth } from '../support/world.js';

const red = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'red' }, limitInputPixels: false });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="50" height="50"/></svg>';
const EIGHT_MIB = 8 * 1_048_576;

describeOnBoth('hostile photographs', (world) => {
  let people: DemoWarehouse;
  let inspectionId: string;
  beforeAll(async () => {
    people = await demoWarehouse(world());
    inspectionId = await startedInspection(world(), people.inspector, await receivedBracelet(world(), people));
  });

  const post = (body: Buffer | string, type: string): Promise<Answer> =>
    world().post(`/api/v1/inspections/${inspectionId}/photos`, {
      as: people.inspector,
      body,
      headers: { 'content-type': type },
    });

  it.each([
    ['a drawing', () => Promise.resolve(Buffer.from(SVG))],
    ['a drawing behind a byte order mark', () => Promise.resolve(Buffer.from(`\ufeff<?xml version="1.0"?>${SVG}`))],
    ['a GIF', () => red(20, 20).gif().toBuffer()],
    ['a TIFF', () => red(20, 20).tiff().toBuffer()],
    ['text', () => Promise.resolve(Buffer.from('hello'))],
    ['the first half of a PNG', async () => (await red(900, 900).png().toBuffer()).subarray(0, 1_500)],
    ['the signature of a JPEG and nothing else', () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff]))],
    ['49 megapixels in a few kilobytes', () => red(7_000, 7_000).png({ compressionLevel: 9 }).toBuffer()],
  ])('that are %s are not readable', async (_, made) => {
    const bytes = await made();
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
      expect((await post(bytes, type)).body).toMatchObject({ status: 422, code: 'photos.unreadable' });
    }
  });

  it.each(['image/svg+xml', 'image/gif', 'multipart/form-data; boundary=x', 'text/plain'])(
    'are not taken as %s',
    async (type) => {
      expect((await post('x', type)).body).toMatchObject({ status: 415, code: 'http.media-type' });
    },
  );

  it('are not taken as bytes of no kind, which sheets come as', async () => {
    const { body } = await post('x', 'application/octet-stream');
    expect(body).toMatchObject({ status: 422, code: 'inspection.photo-expected' });
  });

  it('are no JSON and not empty', async () => {
    expect((await post('{}', 'application/json')).body).toMatchObject({
      status: 422,
      code: 'inspection.photo-expected',
    });
    expect((await post(Buffer.alloc(0), 'image/jpeg')).body).toMatchObject({ code: 'inspection.photo-expected' });
  });

  it('may have 8 MiB and not one byte more', async () => {
    const jpeg = await red(64, 64).jpeg().toBuffer();
    const padded = (bytes: number): Buffer => Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
    expect((await post(padded(EIGHT_MIB), 'image/jpeg')).status).toBe(201);
    expect((await post(padded(EIGHT_MIB + 1), 'image/jpeg')).body).toMatchObject({
      status: 413,
      code: 'http.body-too-large',
    });
  });

  it.each([
    ['image/jpeg', (image: Sharp) => image.jpeg()],
    ['image/png', (image: Sharp) => image.png()],
    ['image/webp', (image: Sharp) => image.webp()],
  ])('may be %s', async (type, encoded) => {
    expect((await post(await encoded(red(40, 30)).toBuffer(), type)).status).toBe(201);
  });

  it.each([
    ['36 megapixels', 6_000, 6_000],
    ['one row', 16_000, 1],
    ['one pixel', 1, 1],
  ])('of %s are made small enough', async (_, width, height) => {
    expect((await post(await red(width, height).png().toBuffer(), 'image/png')).status).toBe(201);
    const { body } = await world().get(`/api/v1/inspections/${inspectionId}`, { as: people.inspector });
    const photo = await world().get(`/api/v1/photos/${body.photos.at(-1).sha256}`, { as: people.inspector });
    const kept = await sharp(photo.bytes).metadata();
    expect(kept.format).toBe('jpeg');
    expect(Math.max(kept.width, kept.height)).toBeLessThanOrEqual(1_600);
  });

  it('are recorded once when the same one is sent many times at once', async () => {
    const bytes = await red(33, 21).jpeg().toBuffer();
    const before = (await world().get(`/api/v1/inspections/${inspectionId}`, { as: people.inspector })).body.photos;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(bytes, 'image/jpeg')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const after = (await world().get(`/api/v1/inspections/${inspectionId}`, { as: people.inspector })).body.photos;
    expect(after).toHaveLength(before.length + 1);
  });
});
