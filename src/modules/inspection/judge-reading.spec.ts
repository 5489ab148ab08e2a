import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { isReadingValue } from './judge-reading.js';

const hash = 'c'.repeat(64);

const good: Json[] = [
  { kind: 'number', value: '12.50', unit: 'GRM' },
  { kind: 'number', value: '-18', unit: 'CEL', uncertainty: '0.5' },
  { kind: 'number', value: '2.66', unit: null },
  { kind: 'not-detected', unit: 'J33' },
  { kind: 'not-detected', unit: 'J33', detectionLimit: '0.5' },
  { kind: 'text', text: '' },
  { kind: 'boolean', value: false },
  { kind: 'enum', value: '集合体' },
  { kind: 'map', unit: 'NA', values: { Pb: '1' }, notDetected: ['Cd'] },
  { kind: 'list', unit: 'GRM', values: ['500', '501'] },
  { kind: 'defects', defects: [] },
  { kind: 'defects', defects: [{ name: '裂', severity: 'MI', count: 2 }] },
  { kind: 'plan', rows: [{ organism: '大肠菌群', unit: 'X-CFUG', counts: [{ value: '10' }, { notDetected: true }] }] },
  { kind: 'files', files: [{ role: '谱图', hash }] },
  { kind: 'opinion', verdict: 'fail', text: '见气泡' },
];

const bad: unknown[] = [
  null,
  'number',
  [],
  {},
  { kind: 'toString' },
  { kind: 'number', value: 12.5, unit: 'GRM' },
  { kind: 'number', value: '12.5' },
  { kind: 'number', value: '12.5', unit: 'g' },
  { kind: 'number', value: '', unit: 'GRM' },
  { kind: 'number', value: '1', unit: null, uncertainty: 'about 1' },
  { kind: 'not-detected', unit: 'J33', detectionLimit: '<1' },
  { kind: 'text', text: '\ud800' },
  { kind: 'boolean', value: 'true' },
  { kind: 'map', unit: 'NA', values: ['1'] },
  { kind: 'map', unit: 'NA', values: { Pb: 1 } },
  { kind: 'list', unit: null, values: '合格证明' },
  { kind: 'defects', defects: [{ name: '裂', severity: 'minor', count: 1 }] },
  { kind: 'defects', defects: [{ name: '裂', severity: 'MI', count: -1 }] },
  { kind: 'plan', rows: [{ organism: '大肠菌群', unit: 'X-CFUG', counts: [{ value: '10', notDetected: true }] }] },
  { kind: 'files', files: [{ role: '谱图', hash: 'C'.repeat(64) }] },
  { kind: 'opinion', verdict: 'undecided', text: '' },
];

describe('a reading from outside', () => {
  it.each(good)('is one: %j', (value) => {
    expect(isReadingValue(value)).toBe(true);
    expect(isReadingValue(JSON.parse(canonicalJson(value)))).toBe(true);
  });

  it.each(bad)('is none: %j', (value) => {
    expect(isReadingValue(value)).toBe(false);
  });
});
