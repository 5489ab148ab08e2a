import { IsIn, IsUUID } from 'class-validator';
import { Receipt } from '../../ledger/index.js';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { CODE_STYLES, type CodeStyle, type Layout, LAYOUTS } from './live.events.js';

export class SessionBody {
  @IsText(80)
  title: string;

  /** Portrait (1080 × 1920) when left out. */
  @MayBeLeftOut()
  @IsIn(LAYOUTS)
  layout?: Layout;

  /** The short code when left out. */
  @MayBeLeftOut()
  @IsIn(CODE_STYLES)
  codeStyle?: CodeStyle;
}

/** One of the three. */
export class PickBody {
  @MayBeLeftOut()
  @IsUUID()
  certificateId?: string;

  /** As it was scanned: a code, or the whole address. */
  @MayBeLeftOut()
  @IsText(200)
  code?: string;

  /** As it was typed: the certificate number or its short form. */
  @MayBeLeftOut()
  @IsText(60)
  number?: string;
}

export class SessionsQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(['open', 'ended'])
  state?: 'open' | 'ended';
}

/** The address is told once; both are empty when the answer is repeated by its Idempotency-Key. */
export class OverlayAddressView extends Receipt {
  token: string;
  overlayUrl: string;
}

export class LiveSessionView {
  id: string;
  title: string;
  layout: string;
  codeStyle: string;
  state: string;
  /** What is on the screen. */
  certificateId: string | null;
  openedAt: string;
  endedAt: string | null;
}

export class LiveSessionPage {
  items: LiveSessionView[];
  next: string | null;
}

export class LivePickView {
  certificateId: string;
  certificateNumber: string;
  shownAt: string;
  /** Null while it is on the screen. */
  takenDownAt: string | null;
  /** Index of the log entry. */
  entry: number;
}

export class LiveSessionDetailView extends LiveSessionView {
  /** The on-air log, newest first. */
  picks: LivePickView[];
}
