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
const MARGIN = 13 * MM;

/** The page's grid in points. */
export const GRID = {
  left: MARGIN,
  right: pageWidth - MARGIN,
  width: pageWidth - 2 * MARGIN,
  top: 10 * MM,
  bottom: pageHeight - 13 * MM,
  footer: pageHeight - 11.5 * MM,
  gutter: 6 * MM,
} as const;

const regular = { weight: 'regular', colour: COLOUR.ink, leading: 1.28 } as const;
const bold = { weight: 'bold', colour: COLOUR.ink, leading: 1.28 } as const;
const small = { ...regular, size: 6.5, colour: COLOUR.grey, leading: 1.22 } as const;

/** Chinese in ink and never below 8 points, English smaller in grey and never below 6.5; every size that stands on a certificate. */
export const STYLE = {
  title: { ...bold, size: 22, tracking: 0.16, leading: 1.16 },
  titleEnglish: { ...regular, size: 9, colour: COLOUR.grey, tracking: 0.04 },
  issuer: { ...bold, size: 9 },
  number: { ...bold, size: 13, colour: COLOUR.accent, tracking: 0.04 },
  name: { ...bold, size: 15 },
  heading: { ...bold, size: 8.8, colour: COLOUR.accent },
  headingEnglish: small,
  text: { ...regular, size: 8 },
  strong: { ...bold, size: 8 },
  verdict: { ...bold, size: 8, colour: COLOUR.accent },
  english: small,
  label: { ...regular, size: 8, colour: COLOUR.grey },
  code: { ...regular, size: 7, tracking: 0.05 },
  id: { ...regular, size: 7.2 },
} as const satisfies Record<string, TypeStyle>;
