import {
  type CertificateContent,
  type CertificateResult,
  type CertificateState,
  printedNumber,
} from '../certificates/index.js';
import type { CodeStyle } from './live.events.js';
import type { OverlayCode, OverlayQr, OverlayView } from './overlay.view.js';

/** What the card is made of, besides the certificate itself. */
export interface OverlaySettings {
  /** Address of the overlay's own photographs, without a slash at the end. */
  readonly photosUrl: string;
  readonly codeStyle: CodeStyle;
  /** Where viewers type the short code, as they read it. */
  readonly site: string;
  /** Of the certificate's address; needed for the style `qr` only. */
  readonly qr?: OverlayQr;
}

/** More cannot be read on a phone that shows another phone's picture. */
const MOST_READINGS = 4;

/** The card of a certificate. It shows the show code's short form, never the code of a label. */
export function overlayView(
  content: CertificateContent,
  state: CertificateState,
  settings: OverlaySettings,
): OverlayView {
  const { number, unit, photos, verdict, results, warehouse, isSample } = content;
  const [photo] = photos;
  return {
    certificate: printedNumber(number),
    state,
    name: unit.name,
    category: unit.category.name,
    quantity: unit.quantity,
    ...(photo === undefined ? {} : { photoUrl: `${settings.photosUrl}/${photo}` }),
    verdict,
    tested: results.length,
    readings: readingsOf(results),
    warehouse: warehouse.name,
    code: codeOf(number, settings),
    isSample,
  };
}

/** Figures that a standard limits come first, then what else a standard asks; otherwise in the order of the plan. */
function readingsOf(results: readonly CertificateResult[]): OverlayView['readings'] {
  const ranked = results.toSorted((one, other) => rankOf(other) - rankOf(one)).slice(0, MOST_READINGS);
  return ranked.map(({ name, value, unit, limit, verdict }) => ({ name, value, unit, limit, verdict }));
}

function rankOf({ standard, value }: CertificateResult): number {
  return (standard === '' ? 0 : 2) + (/^\D?\d/.test(value) ? 1 : 0);
}

function codeOf(number: string, { codeStyle, site, qr }: OverlaySettings): OverlayCode {
  const short = number.replace(/^YZ-/, '');
  if (codeStyle === 'none' || codeStyle === 'number') return { kind: codeStyle };
  return codeStyle === 'qr' && qr ? { kind: 'qr', qr, short, site } : { kind: 'short', short, site };
}
