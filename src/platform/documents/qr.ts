import QRCode from 'qrcode';
import sharp from 'sharp';
import type { Pdf } from './pdf.js';

/** Version 1–40 fixes the size (without it: the smallest that fits); the level of error correction is M when not given. */
export interface QrOptions {
  readonly version?: number;
  readonly level?: 'L' | 'M' | 'Q' | 'H';
}

/** The modules of a QR code, without its quiet zone. */
export interface QrMatrix {
  readonly version: number;
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** The light border that ISO/IEC 18004 asks for, in modules. */
export const QUIET_ZONE = 4;

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/**
 * The QR code of a payload in one alphanumeric segment.
 * Throws RangeError on any other character (lower case too) and Error when the payload does not fit the version.
 */
export function qrMatrix(payload: string, options: QrOptions = {}): QrMatrix {
  if (!ALPHANUMERIC.test(payload)) throw new RangeError(`not an alphanumeric QR payload: ${payload}`);
  const { version, modules } = QRCode.create([{ data: payload, mode: 'alphanumeric' }], {
    version: options.version,
    errorCorrectionLevel: options.level ?? 'M',
  });
  return { version, size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** Side of the printed code with its quiet zone, in modules. */
export function qrSpan(matrix: QrMatrix): number {
  return matrix.size + 2 * QUIET_ZONE;
}

/** An SVG whose user unit is one module, black on white with the quiet zone. */
export function qrSvg(payload: string, options: QrOptions = {}): string {
  const matrix = qrMatrix(payload, options);
  const span = qrSpan(matrix);
  const path = darkRuns(matrix)
    .map(({ row, column, length }) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`)
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${span} ${span}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${span}v${span}H0z"/><path d="${path}"/></svg>`
  );
}

/** A black-and-white PNG with the quiet zone; `scale` is whole pixels per module. */
export async function qrPng(payload: string, options: QrOptions & { readonly scale: number }): Promise<Uint8Array> {
  const matrix = qrMatrix(payload, options);
  const side = qrSpan(matrix) * options.scale;
  const pixels = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y++) {
    const row = Math.floor(y / options.scale) - QUIET_ZONE;
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / options.scale) - QUIET_ZONE;
      if (isInside(matrix, row, column) && matrix.isDark(row, column)) pixels[y * side + x] = 0;
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}

/** Draws the code as vector squares on white; `x` and `y` are the corner of its quiet zone, `module` is in points. */
export function drawQr(
  pdf: Pdf,
  matrix: QrMatrix,
  place: { readonly x: number; readonly y: number; readonly module: number },
): void {
  const { x, y, module } = place;
  const side = qrSpan(matrix) * module;
  pdf.rect(x, y, side, side).fill('#ffffff');
  for (const { row, column, length } of darkRuns(matrix)) {
    pdf.rect(x + (column + QUIET_ZONE) * module, y + (row + QUIET_ZONE) * module, length * module, module);
  }
  pdf.fill('#000000');
}

// Neighbours in a row become one rectangle: smaller files, and no light hairlines between them.
function darkRuns(matrix: QrMatrix): { row: number; column: number; length: number }[] {
  const runs: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < matrix.size; row++) {
    for (let column = 0; column < matrix.size; column++) {
      if (!matrix.isDark(row, column)) continue;
      const last = runs.at(-1);
      if (last && last.row === row && last.column + last.length === column) last.length++;
      else runs.push({ row, column, length: 1 });
    }
  }
  return runs;
}

function isInside(matrix: QrMatrix, row: number, column: number): boolean {
  return row >= 0 && column >= 0 && row < matrix.size && column < matrix.size;
}
