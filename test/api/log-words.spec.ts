import { projections } from '../../src/app/projections.js';
import { logEntryTexts } from '../../src/modules/console/log-entries.texts.js';

describe('the words of the log’s page', () => {
  const kinds = new Set(projections.flatMap(({ rules }) => rules.map(({ kind }) => kind)));

  it.each([...kinds])('say what %s is', (kind) => {
    expect(logEntryTexts[`entry.${kind}`]).toBeDefined();
  });
});
