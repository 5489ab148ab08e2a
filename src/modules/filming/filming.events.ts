import { eventKind } from '../../ledger/index.js';
import type { FilmKind } from './film-items.js';

/** The merchant sent one of the four files; the last of each kind counts. What is audited is what has this hash. */
export const packingFileSent = eventKind<{
  public: { file: FilmKind; sha256: string };
  party: { mediaType: string; bytes: number; accountId: string };
}>('filming.packing-file-sent');
