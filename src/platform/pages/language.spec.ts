import { chooseLanguage, languageTag, otherLanguage } from './language.js';

describe('the language of an answer', () => {
  it('is Chinese when nobody says anything', () => {
    expect(chooseLanguage({})).toBe('zh');
  });

  it('follows ?lang= before cookie and header', () => {
    expect(chooseLanguage({ query: 'en', cookie: 'zh', accept: 'zh-CN' })).toBe('en');
  });

  it('follows the cookie before the header', () => {
    expect(chooseLanguage({ cookie: 'en', accept: 'zh-CN' })).toBe('en');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.3, zh-TW;q=0.7', 'zh'],
    ['fr-FR, de;q=0.9, en;q=0.1', 'en'],
    ['EN-us', 'en'],
    ['zh;q=0, en', 'en'],
    ['en;q=0', 'zh'],
    ['fr', 'zh'],
    ['*', 'zh'],
    ['', 'zh'],
    [';;;q=,,,', 'zh'],
    ['en;q=banana', 'zh'],
    ['english', 'zh'],
  ])('reads Accept-Language %j as %s', (accept, expected) => {
    expect(chooseLanguage({ accept })).toBe(expected);
  });

  it.each([[['en', 'zh']], [{ lang: 'en' }], [7], ['klingon'], [''], [null]])(
    'ignores the nonsense ?lang=%j',
    (query) => {
      expect(chooseLanguage({ query, accept: 'zh' })).toBe('zh');
      expect(chooseLanguage({ query, accept: 'en' })).toBe('en');
    },
  );

  it('names the language for browsers and the other one for the switch', () => {
    expect([languageTag('zh'), languageTag('en')]).toEqual(['zh-CN', 'en']);
    expect([otherLanguage('zh'), otherLanguage('en')]).toEqual(['en', 'zh']);
  });
});
