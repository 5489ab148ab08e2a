import { readFileSync } from 'node:fs';
import { afterLot, FIRST_STANDING, resumed, type Standing } from './switching.rules.js';

const after = (lots: string, from: Standing = FIRST_STANDING): Standing =>
  [...lots].reduce((standing, lot) => afterLot(standing, lot === '+'), from);
const severity = (lots: string, from?: Standing) => after(lots, from).severity;

describe('the standing of a stream', () => {
  it('goes by the figures of the reference', () => {
    const path = 'templates/categories/reference/sampling-gbt2828.json';
    const { switching } = JSON.parse(readFileSync(path, 'utf8')) as { switching: { frm: string; rule: string }[] };
    expect(switching.map(({ frm, rule }) => `${frm}: ${rule}`)).toEqual([
      'normal: 2 of 5 or fewer consecutive lots not accepted',
      'tightened: 5 consecutive lots accepted',
      'normal: switching score >= 30, production steady, approved',
      'reduced: one lot not accepted, or production irregular',
      'tightened: 5 lots not accepted in tightened',
    ]);
  });

  it.each([
    ['', 'normal'],
    ['-', 'normal'],
    ['--', 'tightened'],
    ['-+-', 'tightened'],
    ['-+++-', 'tightened'],
    ['-++++-', 'normal'],
    ['-++++-++++-', 'normal'],
    ['-++++-+++-', 'tightened'],
    ['+'.repeat(100), 'normal'],
  ])('after %s is %s', (lots, expected) => expect(severity(lots)).toBe(expected));

  it('returns to normal after five lots accepted in a row', () => {
    expect(severity('--++++')).toBe('tightened');
    expect(severity('--+++++')).toBe('normal');
    expect(severity('--++++-+++++')).toBe('normal');
    expect(severity('--++++-++++')).toBe('tightened');
    expect(after('--+++++')).toEqual(FIRST_STANDING);
  });

  it('stops after five lots not accepted under tightened inspection, in a row or not', () => {
    expect(severity('------')).toBe('tightened');
    expect(severity('-------')).toBe('discontinued');
    expect(severity('--+-+-+-+-+-')).toBe('discontinued');
    expect(severity('-------++++++++++')).toBe('discontinued');
    expect(severity('+++++', resumed())).toBe('normal');
  });

  it('agrees with a second way to count, for all sequences of eleven lots', () => {
    for (let bits = 0; bits < 2 ** 11; bits++) {
      const lots = bits.toString(2).padStart(11, '0').replaceAll('0', '+').replaceAll('1', '-');
      expect([lots, severity(lots)]).toEqual([lots, bySearch(lots)]);
    }
  });
});

/** The same by patterns over the whole history. */
function bySearch(lots: string): string {
  const tightened = /-\+{0,3}-/.exec(lots);
  if (!tightened) return 'normal';
  const rest = lots.slice(tightened.index + tightened[0].length);
  const back = rest.indexOf('+++++');
  const stop = /^(?:\+*-){5}/.exec(rest);
  if (stop && (back < 0 || stop[0].length <= back)) return 'discontinued';
  return back < 0 ? 'tightened' : bySearch(rest.slice(back + 5));
}
