import { groupedCode, hostOf, isLocalAddress, verifyUrl } from './verify-url.js';

const CODE = '6Q2KV8XT3M0RE94HYBWN7CZ1PA';

describe('the address in a code', () => {
  it.each([
    ['https://yz.example.cn', `HTTPS://YZ.EXAMPLE.CN/V/${CODE}`],
    ['https://yz.example.cn/', `HTTPS://YZ.EXAMPLE.CN/V/${CODE}`],
    ['HTTPS://YZ.Example.CN:8443', `HTTPS://YZ.EXAMPLE.CN:8443/V/${CODE}`],
    ['http://localhost:3000', `HTTP://LOCALHOST:3000/V/${CODE}`],
    ['http://127.0.0.1:3000', `HTTP://127.0.0.1:3000/V/${CODE}`],
  ])('of %s is all upper case', (publicUrl, expected) => {
    expect(verifyUrl(publicUrl, CODE)).toBe(expected);
  });

  it('takes a host of 24 characters with its port, which makes 61 in all', () => {
    expect(verifyUrl('https://abcdefghijklmno.cn:65535', CODE)).toHaveLength(61);
    expect(() => verifyUrl('https://abcdefghijklmnop.cn:65535', CODE)).toThrow('verify-url.host-too-long');
  });

  it.each(['http://yz.example.cn', 'http://localhost.evil.cn', 'ftp://yz.example.cn'])('refuses %s', (publicUrl) => {
    expect(() => verifyUrl(publicUrl, CODE)).toThrow(/verify-url\.(not-https|not-an-address)/);
  });

  it.each([
    'yz.example.cn',
    'https://yz.example.cn/shop',
    'https://yz.example.cn?x=1',
    'https://yz.example.cn#x',
    'https://user@yz.example.cn',
    'https://a_b.example.cn',
    'https://[::1]',
    'https://验真.cn',
  ])('refuses %s', (publicUrl) => {
    expect(() => verifyUrl(publicUrl, CODE)).toThrow('verify-url.not-an-address');
  });

  it.each(['', CODE.toLowerCase(), CODE.slice(1), `${CODE}A`, `${CODE.slice(1)}U`])(
    'is never made of the code "%s"',
    (code) => {
      expect(() => verifyUrl('https://yz.example.cn', code)).toThrow('Invariant broken');
    },
  );
});

it('groups a code in two equal halves that are the code again without spaces', () => {
  expect(groupedCode(CODE)).toBe('6Q2K V8XT 3M0RE 94HY BWN7 CZ1PA');
});

it('tells a local address and gives the host as people read it', () => {
  expect(['http://localhost:3000', 'https://127.0.0.1'].map(isLocalAddress)).toEqual([true, true]);
  expect(isLocalAddress('https://localhost.cn')).toBe(false);
  expect(hostOf(`HTTPS://YZ.EXAMPLE.CN:8443/V/${CODE}`)).toBe('yz.example.cn:8443');
});
