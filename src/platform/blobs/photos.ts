import sharp from 'sharp';
import { declareRefusals } from '../../kernel/refusal.js';

export const refusePhoto = declareRefusals('photos', {
  unreadable: {
    kind: 'invalid',
    zh: '照片无法读取。请用 JPEG、PNG 或 WebP 重新拍摄或上传。',
    en: 'The photograph cannot be read. Take it again as JPEG, PNG or WebP.',
  },
});

/** sharp's own limit is 268 million pixels, which is a way to fill the memory. */
const MAX_PIXELS = 40_000_000;
const MAX_EDGE = 1_600;

/** How JPEG, PNG and WebP begin, in hex; a WebP's length stands in the middle. */
const BEGINNINGS = [/^ffd8ff/, /^89504e470d0a1a0a/, /^52494646.{8}57454250/];

/** sharp would also read drawings, documents and more, by what they begin with and whatever the request calls them. */
function isPhoto(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  return BEGINNINGS.some((beginning) => beginning.test(start));
}

/** An upright JPEG of at most 1,600 px without EXIF: where and with what it was taken is nobody's business. */
export async function cleanPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  if (!isPhoto(bytes)) throw refusePhoto.unreadable();
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .rotate()
      .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch (error) {
    const refusal = refusePhoto.unreadable();
    refusal.cause = error;
    throw refusal;
  }
}
