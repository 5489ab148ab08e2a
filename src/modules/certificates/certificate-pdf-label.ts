import type { Text } from '../../kernel/language.js';
import type { Pdf } from '../../platform/documents/pdf.js';
import {
  drawRuns,
  drawText,
  type Frame,
  lineHeight,
  type Run,
  runsWidth,
  textHeight,
  type TypeStyle,
} from '../../platform/documents/typography.js';
import { STYLE } from './certificate-pdf-style.js';

/** A label in both languages on one line; English stands lower in rank. */
export function labelRuns({ zh, en }: Text, style: TypeStyle = STYLE.label): readonly Run[] {
  const chinese = { text: zh, style };
  return en === '' || en === zh ? [chinese] : [chinese, { text: ` ${en}`, style: STYLE.english }];
}

/** Width of a label on one line. */
export function labelWidth(pdf: Pdf, label: Text): number {
  return runsWidth(pdf, labelRuns(label));
}

/** Height of a label: one line where both languages fit, else English below Chinese. */
export function labelHeight(pdf: Pdf, label: Text, width: number): number {
  if (labelWidth(pdf, label) <= width) return lineHeight(STYLE.label);
  return textHeight(pdf, label.zh, STYLE.label, width) + textHeight(pdf, label.en, STYLE.english, width);
}

/** Draws a label as `labelHeight` measures it; returns that height. */
export function drawLabel(pdf: Pdf, label: Text, frame: Frame): number {
  if (labelWidth(pdf, label) <= frame.width) return drawRuns(pdf, labelRuns(label), frame);
  const height = drawText(pdf, label.zh, STYLE.label, frame);
  return height + drawText(pdf, label.en, STYLE.english, { ...frame, y: frame.y + height });
}
