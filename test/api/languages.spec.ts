import '../../src/app/app.module.js';
import { declaredRefusals } from '../../src/kernel/refusal.js';
import { CONSTRAINT_TEXTS } from '../../src/platform/http/constraint-texts.js';
import { declaredPageTexts, textFaults } from '../../src/platform/pages/page-texts.js';

const HAN = /\p{Script=Han}/u;

describe('Chinese and English', () => {
  it('both say every refusal, with the same facts', () => {
    expect(declaredRefusals.size).toBeGreaterThan(50);
    const faults = [...declaredRefusals].flatMap(([code, text]) =>
      textFaults(text).map((fault) => `${code}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('both say every text of every page', () => {
    const faults = [...declaredPageTexts].flatMap(([page, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => textFaults(text).map((fault) => `${page}.${key}: ${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  it('are each written in their own script', () => {
    const swapped = [...declaredRefusals]
      .filter(([, { zh, en }]) => !HAN.test(zh) || HAN.test(en))
      .map(([code]) => code);
    expect(swapped).toEqual([]);
  });

  it('both explain every rule of a field', () => {
    expect(Object.values(CONSTRAINT_TEXTS).flatMap(textFaults)).toEqual([]);
  });
});
