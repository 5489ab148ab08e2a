import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import type { Entry } from './entry.js';
import type { CommittedEvent, EventContents, Subject } from './event.js';

/** What a disclosure says of an entry, as it is stored. */
interface StoredContent {
  readonly group: string;
  readonly content: string;
}

/** What an entry says of its event, but for the contents. */
type Told = Pick<Entry, 'kind' | 'at' | 'actor' | 'clear'> & { readonly subjects: readonly Subject[] };

/**
 * The event that projections see: read back from what was committed, so that a replay sees the very same
 * (RFC 8785 sorts keys and drops what is undefined). Groups that were erased since are missing.
 */
export function committedEvent(index: number, entry: Told, disclosures: readonly StoredContent[]): CommittedEvent {
  const disclosed = Object.fromEntries(disclosures.map(({ group, content }) => [group, JSON.parse(content) as object]));
  const { kind, at, actor } = entry;
  const contents: EventContents = {
    ...disclosed,
    ...(entry.clear === undefined ? {} : { clear: sorted(entry.clear) }),
  };
  const subjects = entry.subjects.map(({ type, id }) => ({ type, id }));
  return { index, kind, at, actor, subjects, contents };
}

function sorted(clear: Json): object {
  return JSON.parse(canonicalJson(clear)) as object;
}
