import { pageTexts, speaker, textFaults } from './page-texts.js';

describe('the texts of a page', () => {
  const texts = pageTexts('page-texts.spec', { count: { zh: '共 {n} 项', en: '{n} items' } });

  it('are said in the asked language with their facts', () => {
    expect(speaker(texts, 'zh')('count', { n: 3 })).toBe('共 3 项');
    expect(speaker(texts, 'en')('count', { n: 3 })).toBe('3 items');
  });

  it('throw on a key that is not declared, also one that every object has', () => {
    expect(() => speaker(texts, 'zh')('amount')).toThrow('no text "amount"');
    expect(() => speaker(texts, 'zh')('toString')).toThrow('no text "toString"');
  });

  it('cannot be declared twice under one name', () => {
    expect(() => pageTexts('page-texts.spec', {})).toThrow('declared twice');
  });

  it.each([
    [{ zh: '好', en: 'good' }, []],
    [{ zh: ' ', en: 'good' }, ['zh is empty']],
    [{ zh: '好', en: '' }, ['en is empty']],
    [{ zh: '{a} 和 {b}', en: '{b} and {a}' }, []],
    [{ zh: '{a}', en: '{b}' }, ['facts differ: {a} / {b}']],
    [{ zh: '{a}', en: 'a' }, ['facts differ: {a} / none']],
  ])('%j has the faults %j', (text, faults) => {
    expect(textFaults(text)).toEqual(faults);
  });
});
