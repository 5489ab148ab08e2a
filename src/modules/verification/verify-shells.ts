import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/language.js';
import { Pages } from '../../platform/pages/pages.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import type { Kept } from './page-cache.js';
import type { FoundCode, ProvenView } from './verification.queries.js';
import { verifyTexts } from './verification.texts.js';
import { verifyAnswer, type VerifyScans, type VerifyView } from './verification.view.js';

/** As a page in a language, or as data with proofs. */
export type Form = Language | 'json';

/** A page that is kept: all of it but the count of scans, which comes between the two halves at each serving. */
export interface VerifyShell extends Kept {
  readonly form: Form;
  readonly before: Buffer;
  readonly after: Buffer;
  readonly zone: string;
  /** The copy whose scans are counted; a show code has none. */
  readonly labelId?: string;
  /** A weak ETag (RFC 9110 §8.8.3): the bytes may travel compressed. */
  readonly etag: string;
}

/** Pages under a checkpoint that is only signed are made again when the next one is published. */
export const UNPUBLISHED = 'unpublished';

const HTML_SLOT = '<!--scan-count-->';
// Quotes inside a JSON string are escaped, so no text of the view can spell this.
const JSON_SLOT = '"scans":"slot"';

/** Renders what is kept, and puts a scan's count in. */
@Injectable()
export class VerifyShells {
  constructor(private readonly pages: Pages) {}

  make({ certificate, label }: FoundCode, proven: ProvenView, form: Form): VerifyShell {
    const text = form === 'json' ? dataText(proven) : this.pageText(proven, form);
    const [before = '', after = ''] = text.split(form === 'json' ? JSON_SLOT : HTML_SLOT, 2);
    return {
      form,
      before: Buffer.from(before),
      after: Buffer.from(after),
      zone: proven.view.zone,
      ...(label ? { labelId: label.id } : {}),
      etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`,
      bytes: Buffer.byteLength(text),
      subjects: [
        ...[certificate.unitId, certificate.id, ...(label ? [label.id] : [])],
        ...(proven.isPublished ? [] : [UNPUBLISHED]),
      ],
    };
  }

  /** The whole answer to one scan. */
  fill({ form, before, after, zone }: VerifyShell, scans: VerifyScans): Buffer {
    const middle = form === 'json' ? `"scans":${JSON.stringify(scans)}` : this.countText(scans, zone, form);
    return Buffer.concat([before, Buffer.from(middle), after]);
  }

  private pageText({ view }: ProvenView, language: Language): string {
    const page = { view: printed(view), answer: verifyAnswer(view), isShell: true };
    return this.pages.render('verify', { language, texts: verifyTexts, view: page });
  }

  private countText(scans: VerifyScans, zone: string, language: Language): string {
    return this.pages.render('verify/scan-count', { language, texts: verifyTexts, view: { scans, zone } });
  }
}

/** With numbers as certificates print them, so that a reader can compare the two. */
function printed(view: VerifyView): VerifyView {
  const { number, supersededBy, ...certificate } = view.certificate;
  const successor = supersededBy && { ...supersededBy, number: printedNumber(supersededBy.number) };
  return {
    ...view,
    certificate: {
      ...certificate,
      number: printedNumber(number),
      ...(successor ? { supersededBy: successor } : {}),
    },
  };
}

function dataText({ view, proofs }: ProvenView): string {
  const code = view.code.class === 'item' ? { ...view.code, scans: 'slot' } : view.code;
  return JSON.stringify({ ...view, code, answer: verifyAnswer(view), proofs });
}
