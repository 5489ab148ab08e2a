import { SAMPLE } from '../../../test/support/certificate-grounds.js';
import { planItem } from '../../../test/support/judging.js';
import type { SamplingRule } from '../catalog/index.js';
import type { ReadingValue } from '../inspection/index.js';
import { lotScheme } from '../sampling/index.js';
import { sampleFigures } from './certificate-sample.rules.js';

const SAMPLING: SamplingRule = { level: 'II', aql: { MA: '2.5', MI: '4.0' }, source: '仓内规程 示例', by: '0001' };
const allowed = { CR: '0', MA: null, MI: null };
const item = planItem({ op: 'defectList', allowed }, { code: 'DSS-PKG', sampling: SAMPLING, valueType: 'defects' });
const scheme = lotScheme('DSS-PKG', SAMPLING, { lotSize: 600, severity: 'normal', isFull: false });
const reading: ReadingValue = {
  kind: 'defects',
  sampled: 80,
  defects: [
    { name: '破损', severity: 'MI', count: 1 },
    { name: '污渍', severity: 'MI', count: 1 },
    { name: '漏气', severity: 'MA', count: 1 },
  ],
};

describe('the figures of a sample', () => {
  it('are how many were looked at, and of each grade how many were found and may be', () => {
    expect(sampleFigures(item, reading, [scheme])).toEqual(SAMPLE);
  });

  it('leave out a grade of which nothing says how many may be', () => {
    const open = planItem({ op: 'defectList', allowed: { CR: null, MA: null, MI: null } }, { code: 'DSS-PKG' });
    expect(sampleFigures(open, reading, [scheme])?.grades.map(({ grade }) => grade)).toEqual(['MA', 'MI']);
  });

  it('are none of what was not sampled', () => {
    expect(sampleFigures(item, reading, [])).toBeUndefined();
    expect(sampleFigures(item, reading, [{ kind: 'none', item: item.code, why: 'lot-size' }])).toBeUndefined();
    expect(sampleFigures(item, { kind: 'defects', defects: [] }, [scheme])).toBeUndefined();
    expect(sampleFigures(item, { kind: 'boolean', value: true }, [scheme])).toBeUndefined();
  });
});
