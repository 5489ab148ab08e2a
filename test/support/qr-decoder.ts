import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Pixels } from './pdf.js';

/** What a QR code says, and how it was made. */
export interface Decoded {
  readonly text: string;
  readonly version: string;
  readonly level: string;
}

// Without the bytes zxing-wasm would fetch them from a CDN.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** Every QR code that ZXing finds in pixels, or in the bytes of a PNG. */
export async function decodeQr(image: Pixels | Uint8Array): Promise<readonly Decoded[]> {
  const input = image instanceof Uint8Array ? image : { ...image, colorSpace: 'srgb' as const };
  const found = await readBarcodes(input, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, version, ecLevel }) => ({ text, version, level: ecLevel }));
}
