import { readdirSync } from 'node:fs';
import { declaredPageTexts, textFaults } from '../../platform/pages/page-texts.js';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.texts.ts'));

describe('the words of the console', () => {
  it.each(files)('of %s change no word that all pages share', async (file) => {
    await expect(import(`./${file}`)).resolves.toBeDefined();
  });

  it('are complete in both languages', () => {
    const faults = [...declaredPageTexts].flatMap(([page, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => textFaults(text).map((fault) => `${page} ${key}: ${fault}`)),
    );
    expect(faults).toEqual([]);
  });
});
