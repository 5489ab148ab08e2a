import type { ReadingValue } from '../inspection/index.js';
import { shownReading } from './shown-reading.rules.js';

const say = (value: ReadingValue, language: 'zh' | 'en' = 'zh') => shownReading(value, language, (text) => `«${text}»`);

describe('a reading for people', () => {
  it.each<[ReadingValue, string]>([
    [{ kind: 'number', value: '1.548', unit: 'X-ND' }, '1.548 nD'],
    [{ kind: 'number', value: '12.4', unit: 'P1', uncertainty: '0.3' }, '12.4% ±0.3'],
    [{ kind: 'number', value: '1', unit: null }, '1'],
    [{ kind: 'not-detected', unit: 'J33', detectionLimit: '0.5' }, '未检出 (< 0.5 μg/kg)'],
    [{ kind: 'not-detected', unit: 'J33' }, '未检出'],
    [{ kind: 'boolean', value: false }, '否'],
    [{ kind: 'text', text: '天然紫晶手串' }, '天然紫晶手串'],
    [{ kind: 'enum', value: '紫晶' }, '«紫晶»'],
    [{ kind: 'list', unit: 'GRM', values: ['1001', '999.5'] }, '1001 g、999.5 g'],
    [{ kind: 'map', unit: 'NA', values: { Pb: '90' }, notDetected: ['Cd'] }, 'Pb 90 mg/kg、Cd 未检出'],
    [{ kind: 'defects', defects: [] }, '未见缺陷'],
    [{ kind: 'defects', defects: [{ name: '裂纹', severity: 'CR', count: 2 }] }, '裂纹 CR ×2'],
    [
      { kind: 'plan', rows: [{ organism: '沙门氏菌', unit: null, counts: [{ notDetected: true }, { value: '3' }] }] },
      '沙门氏菌: 未检出 / 3',
    ],
    [{ kind: 'opinion', verdict: 'fail', text: '见气泡' }, '不合格：见气泡'],
  ])('of %j is %s', (value, text) => {
    expect(say(value)).toBe(text);
  });

  it('is told in English too', () => {
    expect(say({ kind: 'not-detected', unit: 'J33' }, 'en')).toBe('not detected');
    expect(say({ kind: 'opinion', verdict: 'pass', text: 'bands' }, 'en')).toBe('pass: bands');
  });
});
