import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/language.js';
import { hostOf } from '../../kernel/verify-url.js';
import { qrMatrix } from '../../platform/documents/qr.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { Pages } from '../../platform/pages/pages.js';
import { type CertificateContent, type CertificateState, contentOf } from '../certificates/index.js';
import { CODE_STYLES } from './live.events.js';
import type { LiveScreen } from './live.queries.js';
import { refuse } from './live.refusals.js';
import { overlayView } from './overlay-view.rules.js';
import { overlayTexts } from './overlay.texts.js';
import type { OverlayQr, OverlayView } from './overlay.view.js';

/** Draws what an overlay shows. */
@Injectable()
export class OverlayScreens {
  constructor(
    private readonly pages: Pages,
    private readonly blobs: Blobs,
  ) {}

  /** The page that a studio's software opens. */
  page(token: string, screen: LiveScreen, language: Language): string {
    const current = viewOf(photosOf(token), screen);
    const view = { eventsUrl: `/live/${token}/events?lang=${language}`, ...(current ? { current } : {}) };
    return this.pages.render('overlay', { language, texts: overlayTexts, view });
  }

  /** The card alone; undefined while the screen is empty. */
  card(token: string, screen: LiveScreen, language: Language): string | undefined {
    return this.cardWith(photosOf(token), screen, language);
  }

  /** The same card, its photographs from another address. */
  cardWith(photosUrl: string, screen: LiveScreen, language: Language): string | undefined {
    const view = viewOf(photosUrl, screen);
    return view && this.pages.render('overlay-card', { language, texts: overlayTexts, view });
  }

  /** The bytes of a photograph (JPEG): only of the certificate that is on the screen. */
  async photo({ certificate }: LiveScreen, sha256: string): Promise<Uint8Array> {
    const isShown = certificate && contentOf(certificate).photos.includes(sha256);
    const bytes = isShown ? await this.blobs.get(sha256) : undefined;
    if (!bytes) throw refuse.photoUnknown();
    return bytes;
  }
}

function photosOf(token: string): string {
  return `/live/${token}/photos`;
}

function viewOf(photosUrl: string, { session, certificate, isOnHold }: LiveScreen): OverlayView | undefined {
  if (!certificate || isOnHold) return undefined;
  const content = contentOf(certificate);
  const codeStyle = CODE_STYLES.find((style) => style === session.codeStyle) ?? 'short';
  return overlayView(content, certificate.state as CertificateState, {
    photosUrl,
    codeStyle,
    site: `${hostOf(content.verifyUrl)}/v`,
    ...(codeStyle === 'qr' ? { qr: qrOf(content) } : {}),
  });
}

function qrOf({ verifyUrl }: CertificateContent): OverlayQr {
  const matrix = qrMatrix(verifyUrl);
  const rows = Array.from({ length: matrix.size }, (_, row) =>
    Array.from({ length: matrix.size }, (_ignored, column) => (matrix.isDark(row, column) ? '1' : '0')).join(''),
  );
  // Neighbours in a row become one rectangle, so that no light hairlines stand between them.
  const runs = rows.flatMap((dark, row) =>
    [...dark.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${row}h${length}v1h-${length}z`),
  );
  return { modules: matrix.size, path: runs.join('') };
}
