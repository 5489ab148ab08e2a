import { eventKind, subjectType } from '../../ledger/index.js';

export const liveSession = subjectType('live-session');

export const LAYOUTS = ['portrait', 'landscape'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Some platforms forbid QR codes and links on stream, so the host chooses. */
export const CODE_STYLES = ['none', 'number', 'short', 'qr'] as const;
export type CodeStyle = (typeof CODE_STYLES)[number];

export const sessionOpened = eventKind<{
  party: { partyId: string; accountId: string; title: string; layout: Layout; codeStyle: CodeStyle };
}>('live.session-opened');

/** On air from this moment, as anybody in the room could see. */
export const certificatePicked = eventKind<{ public: { certificateNumber: string }; party: { accountId: string } }>(
  'live.certificate-picked',
);

export const screenCleared = eventKind<{ party: { accountId: string } }>('live.screen-cleared');

/** The overlay has a new address; the old one shows nothing any more. */
export const tokenReplaced = eventKind<{ party: { accountId: string } }>('live.token-replaced');

export const sessionEnded = eventKind<{ party: { accountId: string } }>('live.session-ended');
