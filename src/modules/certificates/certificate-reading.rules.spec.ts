import { planItem } from '../../../test/support/judging.js';
import type { ReadingValue } from '../inspection/index.js';
import { printedReading } from './certificate-reading.rules.js';

const item = planItem({ op: 'absent' });

describe('a printed reading', () => {
  it.each<[string, string, ReadingValue]>([
    ['1.5480', 'nD', { kind: 'number', value: '1.5480', unit: 'X-ND' }],
    ['-18.0 ± 0.5', '℃', { kind: 'number', value: '-18.0', unit: 'CEL', uncertainty: '0.5' }],
    ['12', '', { kind: 'number', value: '12', unit: null }],
    ['未检出', 'mg/kg', { kind: 'not-detected', unit: 'NA' }],
    ['未检出(检出限 0.05)', 'mg/kg', { kind: 'not-detected', unit: 'NA', detectionLimit: '0.05' }],
    ['紫晶手串', '', { kind: 'text', text: '紫晶手串' }],
    ['是', '', { kind: 'boolean', value: true }],
    ['否', '', { kind: 'boolean', value: false }],
    ['一轴晶正光性', '', { kind: 'enum', value: '一轴晶正光性' }],
    ['500.0; 498.50', 'g', { kind: 'list', unit: 'GRM', values: ['500.0', '498.50'] }],
    ['无', '', { kind: 'list', unit: null, values: [] }],
    ['未见缺陷', '', { kind: 'defects', defects: [{ name: '裂', severity: 'MA', count: 0 }] }],
    ['见气液包体', '', { kind: 'opinion', verdict: 'pass', text: '见气液包体' }],
    ['谱图 abababab', '', { kind: 'files', files: [{ role: '谱图', hash: 'ab'.repeat(32) }] }],
  ])('says %s %s', (value, unit, reading) => {
    expect(printedReading(item, reading)).toMatchObject({ value, unit });
  });

  it.each<[string | undefined, ReadingValue]>([
    ['Yes', { kind: 'boolean', value: true }],
    ['Not detected', { kind: 'not-detected', unit: 'NA' }],
    ['Not detected (detection limit 0.05)', { kind: 'not-detected', unit: 'NA', detectionLimit: '0.05' }],
    ['No defects seen', { kind: 'defects', defects: [] }],
    ['Uniaxial positive', { kind: 'enum', value: '一轴晶正光性' }],
    [undefined, { kind: 'enum', value: '不在选项中' }],
    [undefined, { kind: 'number', value: '1.5480', unit: 'X-ND' }],
    [undefined, { kind: 'opinion', verdict: 'pass', text: '见气液包体' }],
  ])('says %s in English', (english, reading) => {
    const choosable = { ...item, values: [{ zh: '一轴晶正光性', en: 'Uniaxial positive' }] };
    expect(printedReading(choosable, reading).valueEn).toBe(english);
  });

  it('names every part of a map, and what was looked for in vain', () => {
    const reading = { kind: 'map', unit: 'NA', values: { Pb: '1.20', Cd: '0.3' }, notDetected: ['Hg'] } as const;
    expect(printedReading(item, reading)).toEqual({ value: 'Pb 1.20; Cd 0.3; Hg 未检出', unit: 'mg/kg' });
  });

  it('names label fields as people know them', () => {
    const rest = { required: true, when: null, from: null, source: '', confidence: 'certain', note: null } as const;
    const fields = [{ code: 'mass', name: { zh: '质量', en: 'Mass' }, ...rest }];
    const label = planItem({ op: 'labelComplete', fields });
    const reading = { kind: 'map', unit: null, values: { mass: '25.6 g', other: '-' } } as const;
    expect(printedReading(label, reading).value).toBe('质量 25.6 g; other -');
  });

  it('counts defects by name and grade', () => {
    const defects = [
      { name: '划痕', severity: 'MI', count: 2 },
      { name: '裂', severity: 'CR', count: 0 },
    ] as const;
    expect(printedReading(item, { kind: 'defects', defects }).value).toBe('划痕(轻微) 2');
  });

  it('lists the counts of each organism', () => {
    const counts = [{ value: '10' }, { notDetected: true }] as const;
    const rows = [
      { organism: '大肠菌群', unit: 'X-CFUG', counts },
      { organism: '沙门氏菌', unit: null, counts: [{ notDetected: true }] as const },
    ];
    expect(printedReading(item, { kind: 'plan', rows }).value).toBe('大肠菌群 10, 未检出 CFU/g; 沙门氏菌 未检出');
  });
});
