import type { Reader } from '../../platform/database/sql.js';
import { Party } from '../parties/index.js';
import { partyName } from './console-pages.js';
import type { Visit } from './visit.js';

/** The names of parties by their ids, in the visitor's language. Whoever asks may see what names these parties. */
export async function partyNames(
  reader: Reader,
  { language }: Visit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parties = await reader.find(Party, { id: [...new Set(ids)] });
  return new Map(parties.map((party) => [party.id, partyName(party, language)]));
}
