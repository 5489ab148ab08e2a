import { nextAddress } from './next-address.rules.js';

describe('the address after signing in', () => {
  it.each(['/console', '/console/units?stage=passed', '/console/scan?code=YZ-1'])('leads back to %s', (next) => {
    expect(nextAddress(next)).toBe(next);
  });

  it.each([
    'https://evil.example/console',
    '//evil.example/console',
    '/\\evil.example',
    '/console\\..\\..\\evil',
    '/consolex',
    '/console/a b',
    '/api/v1/units',
    '',
    undefined,
    ['/console/units'],
  ])('leads home instead of to %s', (next) => {
    expect(nextAddress(next)).toBe('/console');
  });
});
