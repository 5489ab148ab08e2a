import sharp from 'sharp';
import { fontOf } from '../../src/platform/documents/fonts.js';

const SIDE = 1_200;

/** A drawn amethyst bracelet, marked as a sample: the demo has no real piece to photograph. */
export function drawnBracelet(): Promise<Uint8Array> {
  const beads = Array.from({ length: 18 }, (_, i) => {
    const angle = (i / 18) * 2 * Math.PI;
    const [x, y] = [600 + 330 * Math.cos(angle), 560 + 330 * Math.sin(angle)];
    return `<circle cx="${x}" cy="${y}" r="58" fill="url(#bead)"/><ellipse cx="${x - 18}" cy="${y - 22}" rx="14" ry="9" fill="#fff" opacity=".55"/>`;
  });
  return photograph(
    '<radialGradient id="bead" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="#d9c2f0"/><stop offset=".5" stop-color="#8552b8"/><stop offset="1" stop-color="#3d1d63"/></radialGradient>',
    beads.join(''),
  );
}

/** A drawn tray of frozen shrimp, marked as a sample. */
export function drawnShrimp(): Promise<Uint8Array> {
  const shrimp = Array.from({ length: 12 }, (_, i) => {
    const [x, y] = [280 + (i % 4) * 215, 290 + Math.floor(i / 4) * 240];
    return `<g transform="translate(${x} ${y}) rotate(${((i * 37) % 60) - 30})">
      <path d="M-70 20 A75 75 0 1 1 55 55" fill="none" stroke="#e79a83" stroke-width="44" stroke-linecap="round"/>
      <path d="M-70 20 A75 75 0 1 1 55 55" fill="none" stroke="#f7cdbf" stroke-width="9" stroke-dasharray="3 22"/>
      <path d="M55 55 l34 10 l-8 26 z" fill="#cf6a55"/></g>`;
  });
  const tray =
    '<rect x="110" y="120" width="980" height="880" rx="46" fill="#eef5f8" stroke="#c5d6de" stroke-width="8"/>';
  return photograph('', tray + shrimp.join(''));
}

function photograph(definitions: string, drawing: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">
    <defs>${definitions}<linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fbfaf8"/><stop offset="1" stop-color="#e6e2dc"/></linearGradient></defs>
    <rect width="${SIDE}" height="${SIDE}" fill="url(#table)"/>${drawing}
    <g transform="translate(600 1130)">${outlined('样品 SAMPLE', 84)}</g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}

/** The words as outlines, centred: the machine may have no Chinese font. */
function outlined(words: string, size: number): string {
  const font = fontOf('bold');
  const { glyphs, positions } = font.layout(words);
  const scale = size / font.unitsPerEm;
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale;
  let x = -width / 2;
  const paths = glyphs.map((glyph, i) => {
    const path = `<path transform="translate(${x} 0) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    x += (positions[i]?.xAdvance ?? 0) * scale;
    return path;
  });
  return `<g fill="#b3261e" opacity=".85">${paths.join('')}</g>`;
}
