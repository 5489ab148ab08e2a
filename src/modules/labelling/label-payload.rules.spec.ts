import { labelUrl } from './label-payload.rules.js';

const CODE = '0V7M3QK9XDR2T5BNWH8EYC4ZA6';

describe("a label's address", () => {
  it('leads to the public page of its code', () => {
    expect(labelUrl('https://yz.example.cn', CODE, false)).toBe(`HTTPS://YZ.EXAMPLE.CN/V/${CODE}`);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'https://localhost'])(
    'is refused for %s on a real label',
    (publicUrl) => {
      expect(() => labelUrl(publicUrl, CODE, false)).toThrow('labelling.address-is-local');
      expect(labelUrl(publicUrl, CODE, true)).toContain('/V/');
    },
  );

  it('is refused when the host is too long for the code', () => {
    expect(() => labelUrl('https://inspection-warehouse.example.cn', CODE, true)).toThrow('verify-url.host-too-long');
  });
});
