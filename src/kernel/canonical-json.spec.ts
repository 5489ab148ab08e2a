import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  // RFC 8785 §3.2.3: the example of sorting by UTF-16 code units.
  it('sorts keys by UTF-16 code units as the RFC does', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const keys = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, text]) => text);
    expect(keys).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // RFC 8785 §3.2.2.2: the string of the sample object.
  it('escapes strings as the RFC does', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it('has one spelling for integers and literals', () => {
    expect(canonicalJson([0, -0, 1, -9007199254740991, true, false, null])).toBe(
      '[0,0,1,-9007199254740991,true,false,null]',
    );
  });

  it('leaves out what is undefined, and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it.each([[1.5], [Number.NaN], [2 ** 53], ['\ud800']])('refuses %p, which has no one spelling', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
