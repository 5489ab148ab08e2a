import sharp from 'sharp';

/** A picture ready to be embedded: baseline JPEG in sRGB, turned upright, without metadata. */
export interface PrintablePicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 40_000_000;

/**
 * Makes a photograph (JPEG, PNG, WebP) fit for print: at most `side` pixels each way, never cropped or enlarged,
 * transparency on white. Throws when the bytes are no picture or hold more than 40 million pixels.
 */
export async function printablePicture(bytes: Uint8Array, side: number): Promise<PrintablePicture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}
