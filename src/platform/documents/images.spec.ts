import sharp, { type Sharp } from 'sharp';
import { printablePicture } from './images.js';

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } });
}

describe('a printable picture', () => {
  it('keeps its proportions, is not enlarged and is a JPEG without transparency', async () => {
    const picture = await printablePicture(await plain(400, 200).png().toBuffer(), 100);
    const { format, channels, exif } = await sharp(picture.jpeg).metadata();
    expect({ ...picture, jpeg: format, channels, exif }).toEqual({
      jpeg: 'jpeg',
      width: 100,
      height: 50,
      channels: 3,
      exif: undefined,
    });
    expect((await printablePicture(await plain(40, 20).png().toBuffer(), 100)).width).toBe(40);
  });

  it('is turned upright as its EXIF says', async () => {
    const lying = await plain(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await printablePicture(lying, 100)).toMatchObject({ width: 20, height: 40 });
  });

  it('is not made of bytes that are no picture', async () => {
    await expect(printablePicture(Buffer.from('%PDF-1.4'), 100)).rejects.toThrow('unsupported image format');
  });
});
