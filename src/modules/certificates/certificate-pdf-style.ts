import { A4, MM } from '../../platform/documents/pdf.js';
import type { TypeStyle } from '../../platform/documents/typography.js';

export const COLOUR = {
  ink: '#17201d',
  grey: '#6a7571',
  hairline: '#d3dad7',
  accent: '#14584a',
  tint: '#f5f7f6',
  paper: '#ffffff',
} as const;

const [pageWidth, pageHeight] = A4;
const MARGIN = 17 * MM;

/** The page's grid in points. */
export const GRID = {
  left: MARGIN,
  right: pageWidth - MARGIN,
  width: pageWidth - 2 * MARGIN,
  top: 13 * MM,
  bottom: pageHeight - 15.5 * MM,
  footer: pageHeight - 12.5 * MM,
  gutter: 8 * MM,
} as const;

const regular = { weight: 'regular', colour: COLOUR.ink } as const;
const bold = { weight: 'bold', colour: COLOUR.ink } as const;

/** Chinese in ink, English smaller in grey; every size that stands on a certificate. */
export const STYLE = {
  title: { ...bold, size: 24, tracking: 0.16, leading: 1.2 },
  titleEnglish: { ...regular, size: 9, colour: COLOUR.grey, tracking: 0.04 },
  issuer: { ...bold, size: 8.6 },
  number: { ...bold, size: 12.5, colour: COLOUR.accent, tracking: 0.05 },
  name: { ...bold, size: 15, leading: 1.3 },
  heading: { ...bold, size: 8.8, colour: COLOUR.accent, leading: 1.3 },
  headingEnglish: { ...regular, size: 6.3, colour: COLOUR.grey },
  text: { ...regular, size: 7.7 },
  strong: { ...bold, size: 7.7 },
  verdict: { ...bold, size: 7.7, colour: COLOUR.accent },
  english: { ...regular, size: 6, colour: COLOUR.grey },
  label: { ...regular, size: 6.4, colour: COLOUR.grey },
  code: { ...regular, size: 6.6, tracking: 0.05 },
  id: { ...regular, size: 6.4 },
} as const satisfies Record<string, TypeStyle>;
