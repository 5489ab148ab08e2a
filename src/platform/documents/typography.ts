import type { Weight } from './fonts.js';
import { breakLines } from './line-breaking.js';
import type { Pdf } from './pdf.js';

/** How a text looks: size in points, colour as `#rrggbb`, leading and tracking in ems. */
export interface TypeStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
  readonly leading?: number;
  readonly tracking?: number;
}

/** Where a text stands: `x`, `y` is the top left corner of its lines. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** A piece of a line in a style of its own. */
export interface Run {
  readonly text: string;
  readonly style: TypeStyle;
}

// Noto Sans SC, in ems: its ascent, and the middle of a Chinese character above the baseline.
const ASCENT = 1.16;
const MIDDLE = 0.38;
const DEFAULT_LEADING = 1.35;
const ROUNDING = 0.01;

/** Height of one line in points. */
export function lineHeight(style: TypeStyle): number {
  return style.size * (style.leading ?? DEFAULT_LEADING);
}

/** Height of a text broken into lines of at most a width; an empty text has none. */
export function textHeight(pdf: Pdf, text: string, style: TypeStyle, width: number): number {
  return text === '' ? 0 : linesOf(pdf, text, style, width).length * lineHeight(style);
}

/** Width of a text on one line. */
export function textWidth(pdf: Pdf, text: string, style: TypeStyle): number {
  use(pdf, style);
  return segmentsOf(text).reduce((sum, segment) => sum + segmentWidth(pdf, segment, style), 0);
}

/** Width of runs on one line. */
export function runsWidth(pdf: Pdf, runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + textWidth(pdf, run.text, run.style), 0);
}

/** Draws a text broken into lines; returns the height it took. Lines are centred on their characters, not on the font's box. */
export function drawText(pdf: Pdf, text: string, style: TypeStyle, frame: Frame): number {
  const lines = text === '' ? [] : linesOf(pdf, text, style, frame.width);
  lines.forEach((line, index) => {
    const spare = frame.width - textWidth(pdf, line, style) + tracking(style);
    const indent = { left: 0, center: spare / 2, right: spare }[frame.align ?? 'left'];
    drawAt(pdf, { text: line, style }, frame.x + indent, frame.y + index * lineHeight(style) + baselineIn(style));
  });
  return lines.length * lineHeight(style);
}

/** Draws runs on one line with a common baseline, the tallest deciding it; returns the height of the line. */
export function drawRuns(pdf: Pdf, runs: readonly Run[], frame: Frame): number {
  const baseline = Math.max(...runs.map(({ style }) => baselineIn(style)));
  const spare = frame.width - runsWidth(pdf, runs);
  let x = frame.x + { left: 0, center: spare / 2, right: spare }[frame.align ?? 'left'];
  for (const run of runs) {
    drawAt(pdf, run, x, frame.y + baseline);
    x += textWidth(pdf, run.text, run.style);
  }
  return Math.max(...runs.map(({ style }) => lineHeight(style)));
}

/** Room for a text that may be set smaller, but not below `least` points. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly least: number;
}

/** The style made smaller by quarter points until the text fits the box; at `least` it may still be too tall. */
export function fitted(pdf: Pdf, text: string, style: TypeStyle, box: Box): TypeStyle {
  let fit = style;
  while (fit.size > box.least && textHeight(pdf, text, fit, box.width) > box.height + ROUNDING) {
    fit = { ...fit, size: Math.max(box.least, fit.size - 0.25) };
  }
  return fit;
}

/** The text, cut with an ellipsis if it is too tall for the box in a style. */
export function shortened(pdf: Pdf, text: string, style: TypeStyle, box: Box): string {
  const characters = [...text];
  let kept = text;
  while (characters.length > 0 && textHeight(pdf, kept, style, box.width) > box.height + ROUNDING) {
    characters.pop();
    kept = `${characters.join('').trimEnd()}…`;
  }
  return kept;
}

function linesOf(pdf: Pdf, text: string, style: TypeStyle, width: number): readonly string[] {
  return breakLines(text, width, (piece) => textWidth(pdf, piece, style));
}

function drawAt(pdf: Pdf, { text, style }: Run, left: number, baseline: number): void {
  use(pdf, style);
  pdf.fillColor(style.colour);
  const characterSpacing = tracking(style);
  let x = left;
  for (const segment of segmentsOf(text)) {
    const { features } = segment;
    pdf.text(segment.text, x, baseline - ASCENT * style.size, { lineBreak: false, characterSpacing, features });
    x += segmentWidth(pdf, segment, style);
  }
}

/** A part of a line, with the features of the font that it needs. */
interface Segment {
  readonly text: string;
  readonly features?: PDFKit.Mixins.OpenTypeFeatures[];
}

/** In the font and size in use. */
function segmentWidth(pdf: Pdf, { text, features }: Segment, style: TypeStyle): number {
  return pdf.widthOfString(text, { features }) + tracking(style) * [...text].length;
}

// The font's quotation marks are as wide as a Chinese character; beside Latin letters they take their narrow forms.
const LATIN_QUOTE = /((?<=[\w.,!?])[’”]|[‘“](?=\w))/u;

function segmentsOf(text: string): readonly Segment[] {
  return text
    .split(LATIN_QUOTE)
    .map((part, index): Segment => (index % 2 === 1 ? { text: part, features: ['pwid'] } : { text: part }))
    .filter((segment) => segment.text !== '');
}

/** Distance from the top of a line to its baseline, so that Chinese characters stand in the middle of the line. */
function baselineIn(style: TypeStyle): number {
  return lineHeight(style) / 2 + MIDDLE * style.size;
}

function tracking(style: TypeStyle): number {
  return (style.tracking ?? 0) * style.size;
}

function use(pdf: Pdf, style: TypeStyle): void {
  pdf.font(style.weight).fontSize(style.size);
}
