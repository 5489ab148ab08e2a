import { checkCmaNumber, checkGtin, checkScLicence, checkUscc, gtinCheckDigit, mod1110 } from './identifiers.js';

// Vectors of templates/categories/reference/identifiers.json.
describe('checkUscc', () => {
  it.each(['91350100M000100Y43', '91512081MA62K0260E', '91620100MA744EJF7H'])('accepts %s', (code) => {
    expect(checkUscc(code)).toBe('ok');
  });

  it('finds every single wrong character of a good code', () => {
    const good = '91350100M000100Y43';
    for (let at = 0; at < good.length; at++) {
      for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (wrong === good[at]) continue;
        expect(checkUscc(good.slice(0, at) + wrong + good.slice(at + 1))).not.toBe('ok');
      }
    }
  });

  it('tells a wrong check from a wrong shape', () => {
    expect(checkUscc('91350211M0000XUF46')).toBe('bad-check');
    expect(checkUscc('91350100M000100Y4Z')).toBe('malformed');
    expect(checkUscc('91350100m000100y43')).toBe('malformed');
    expect(checkUscc('91350100M000100Y4')).toBe('malformed');
    expect(checkUscc('91350100M000100Y433')).toBe('malformed');
    expect(checkUscc('91A50100M000100Y43')).toBe('malformed');
    expect(checkUscc('91350100M000100Y43\n')).toBe('malformed');
    expect(checkUscc('')).toBe('malformed');
  });
});

describe('checkScLicence', () => {
  it('agrees with the example of MOD 11,10', () => {
    expect(mod1110('0794')).toBe(5);
    expect(() => mod1110('')).toThrow(RangeError);
  });

  it('accepts exactly one check digit of ten', () => {
    const body = '1223207070012';
    const results = Array.from({ length: 10 }, (_, digit) => checkScLicence(`SC${body}${digit}`));
    expect(results.filter((result) => result === 'ok')).toHaveLength(1);
    expect(results.filter((result) => result === 'bad-check')).toHaveLength(9);
  });

  it.each(['', 'SC', 'SC32232070700120', 'SC1223207070012', 'sc12232070700120', 'SC122320707001200', '12232070700120'])(
    'calls %j malformed',
    (code) => {
      expect(checkScLicence(code)).toBe('malformed');
    },
  );
});

describe('checkCmaNumber', () => {
  it('is twelve digits and no more can be told', () => {
    expect(checkCmaNumber('211020340001')).toBe('ok');
    expect(['21102034000', '2110203400011', '21102034000A', ''].map(checkCmaNumber)).toEqual(
      Array(4).fill('malformed'),
    );
  });
});

describe('checkGtin', () => {
  // GS1 General Specifications, figure of the check digit calculation: 629104150021 gives 3.
  it('agrees with the example of GS1', () => {
    expect(gtinCheckDigit('629104150021')).toBe(3);
    expect(checkGtin('6291041500213')).toBe('ok');
  });

  it.each(['96385074', '614141000036', '4006381333931', '10614141000415'])('accepts %s', (code) => {
    expect(checkGtin(code)).toBe('ok');
  });

  it('finds every single wrong digit', () => {
    const good = '6291041500213';
    for (let at = 0; at < good.length; at++) {
      for (const wrong of '0123456789') {
        if (wrong !== good[at]) expect(checkGtin(good.slice(0, at) + wrong + good.slice(at + 1))).toBe('bad-check');
      }
    }
  });

  it.each(['', '123', '123456789', '12345678901', '123456789012345', 'x6385074'])('calls %j malformed', (code) => {
    expect(checkGtin(code)).toBe('malformed');
  });
});
