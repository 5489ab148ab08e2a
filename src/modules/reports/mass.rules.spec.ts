import { seededRandom } from '../../../test/support/seeded-random.js';
import { isMass, massFits } from './mass.rules.js';

const g = (value: string) => ({ value, unit: 'GRM' });
const kg = (value: string) => ({ value, unit: 'KGM' });

describe('a mass', () => {
  it.each([
    [g('0.01'), true],
    [{ value: '106.8', unit: 'CTM' }, true],
    [g('0'), false],
    [g('-1'), false],
    [{ value: '3', unit: 'MMT' }, false],
    [{ value: '3', unit: 'H87' }, false],
  ])('is more than nothing, in a unit of mass: %p', (mass, is) => {
    expect(isMass(mass)).toBe(is);
  });
});

describe('the mass in a report, where the warehouse has set no tolerance', () => {
  it.each([
    [g('21.35'), g('21.35'), true],
    [g('21.35'), g('21.36'), false],
    [g('21.35'), g('21.350'), true],
    [g('21.35'), g('21.354'), true],
    [g('21.35'), g('21.355'), true],
    [g('21.35'), g('21.356'), false],
    [g('21.35'), g('21.4'), true],
    [g('21.35'), g('21.3'), true],
    [g('21.34'), g('21.4'), false],
    [g('21.4'), g('21'), true],
    [g('21.6'), g('21'), false],
    [kg('0.50'), g('500'), true],
    [kg('0.50'), g('504'), true],
    [kg('0.50'), g('506'), false],
    [kg('0.500'), g('500'), true],
    [kg('0.500'), g('501'), false],
    [g('21.35'), { value: '106.75', unit: 'CTM' }, true],
    [g('21.35'), { value: '107.00', unit: 'CTM' }, false],
    [{ value: '1.00', unit: 'TNE' }, kg('1004'), true],
  ])('agrees to the last digit of the coarser figure: %p and %p: %p', (sent, reported, fits) => {
    expect(massFits(sent, reported, null)).toBe(fits);
    expect(massFits(reported, sent, null)).toBe(fits);
  });
});

describe('a report that is coarser than what was sent by more than one digit', () => {
  it.each([
    [g('62'), kg('0.1')],
    [g('21.35'), g('21')],
    [g('500'), kg('0.5')],
    [kg('1000'), { value: '1', unit: 'TNE' }],
  ])('agrees with nothing: sent %p, reported %p', (sent, reported) => {
    expect(massFits(sent, reported, null)).toBe(false);
  });

  it('is judged by the warehouse’s tolerance where it has set one', () => {
    expect(massFits(g('500'), kg('0.5'), '0')).toBe(true);
  });
});

describe('the mass in a report, where the warehouse has set a tolerance', () => {
  it.each([
    ['0.5', g('100.5'), true],
    ['0.5', g('99.5'), true],
    ['0.5', g('100.51'), false],
    ['0.5', g('99.49'), false],
    ['0', g('100.00'), true],
    ['0', g('100.01'), false],
    ['100', g('200'), true],
    ['100', g('200.1'), false],
    ['2.5', kg('0.1025'), true],
    ['2.5', kg('0.1026'), false],
  ])('lies within %p %% of 100 g: %p: %p', (percent, reported, fits) => {
    expect(massFits(g('100'), reported, percent)).toBe(fits);
  });

  it('agrees with whole numbers of milligrams, 500 times over', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 500; i++) {
      const sent = 1 + Math.floor(random() * 100_000);
      const reported = 1 + Math.floor(random() * 2 * sent);
      const percent = Math.floor(random() * 101);
      const mg = (value: number) => ({ value: String(value), unit: 'MGM' });
      const fits = Math.abs(sent - reported) * 100 <= sent * percent;
      expect(massFits(mg(sent), mg(reported), String(percent))).toBe(fits);
    }
  });
});
