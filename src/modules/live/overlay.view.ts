import type { Text } from '../../kernel/language.js';
import type { Quantity } from '../../kernel/quantity.js';

/** What a live room sees of the certificate that its host picked. Only public facts stand here. */
export interface OverlayView {
  readonly certificate: string;
  readonly state: 'valid' | 'suspended' | 'revoked' | 'superseded';
  readonly name: string;
  readonly category: Text;
  readonly quantity: Quantity;
  readonly photoUrl?: string;
  readonly verdict: 'pass' | 'fail' | 'undecided';
  /** How many items were tested in all. */
  readonly tested: number;
  /** The three to five that matter most; more are not shown. */
  readonly readings: readonly OverlayReading[];
  readonly warehouse: string;
  /** Some platforms forbid QR codes and links on stream, so the host chooses; the default is the short code. */
  readonly code: OverlayCode;
  readonly isSample: boolean;
}

export interface OverlayReading {
  readonly name: Text;
  readonly value: string;
  readonly unit: string;
  readonly limit: Text;
  readonly verdict: 'pass' | 'fail' | 'undecided';
}

export type OverlayCode =
  | { readonly kind: 'none' | 'number' }
  | { readonly kind: 'short'; readonly short: string; readonly site: string }
  | { readonly kind: 'qr'; readonly qr: OverlayQr; readonly short: string; readonly site: string };

/** A QR code as an SVG path of one unit per module, without its quiet zone (the template adds four modules of white). */
export interface OverlayQr {
  readonly modules: number;
  readonly path: string;
}

/** The whole page; `current` is absent while nothing is picked. */
export interface OverlayPageView {
  /** Where the page listens: events `certificate`, `clear` and `beat`. */
  readonly eventsUrl: string;
  readonly current?: OverlayView;
}
