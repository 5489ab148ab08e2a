import { category, day, judgeContext, number, planItem } from '../../../test/support/judging.js';
import type { Judge } from '../catalog/index.js';
import type { JudgeContext } from './judge.js';
import { judge } from './judge.rules.js';
import type { ReadingValue } from './judge-reading.js';

function verdict(
  by: Judge,
  reading: ReadingValue | undefined,
  changes: object = {},
  context: Partial<JudgeContext> = {},
) {
  return judge(planItem(by, changes), reading, judgeContext(context)).verdict;
}

const text = (value: string): ReadingValue => ({ kind: 'text', text: value });
const choice = (value: string): ReadingValue => ({ kind: 'enum', value });

describe('an edition', () => {
  const by: Judge = { op: 'max', value: '0.5' };
  const item = { unit: 'NA', edition: 'GB 2762-2025', inForce: day('2026-09-02'), until: day('2030-01-01') };
  const made = (editionBy: string, context: Partial<JudgeContext>) =>
    verdict(by, number('0.1', 'NA'), { ...item, editionBy }, context);

  it('applies from its first day to its last, by the day that it goes by', () => {
    const on = (producedOn: string) => made('production-date', { productionDay: day(producedOn) });
    expect([on('2026-09-01'), on('2026-09-02')]).toEqual(['undecided', 'pass']);
    expect([on('2030-01-01'), on('2030-01-02')]).toEqual(['pass', 'undecided']);
    expect(made('inspection-date', { inspectionDay: day('2026-09-01') })).toBe('undecided');
    expect(made('inspection-date', { inspectionDay: day('2026-09-02') })).toBe('pass');
  });

  it('is undecided when the day is not known', () => {
    expect(made('production-date', { productionDay: null })).toBe('undecided');
  });
});

describe('any operation', () => {
  it('is undecided without a reading, in all six categories', () => {
    for (const id of [
      'crystal-jewelry',
      'dried-shrimp-skin',
      'frozen-shrimp',
      'ginseng',
      'large-yellow-croaker',
      'live-swimming-crab',
    ]) {
      for (const item of category(id).items) {
        expect(judge({ ...planItem(item.judge), ...item }, undefined, judgeContext()).verdict).toBe('undecided');
      }
    }
  });

  it('throws for no reading of any kind', () => {
    const readings: ReadingValue[] = [
      number('x', 'nope', 'y'),
      { kind: 'not-detected', unit: 'nope', detectionLimit: 'x' },
      text(''),
      choice(''),
      { kind: 'boolean', value: false },
      { kind: 'map', unit: 'nope', values: { Pb: 'x' }, notDetected: ['Pb'] },
      { kind: 'list', unit: 'nope', values: ['x'] },
      { kind: 'defects', defects: [] },
      { kind: 'plan', rows: [{ organism: '', unit: null, counts: [{ value: 'x' }] }] },
      { kind: 'files', files: [] },
      { kind: 'opinion', verdict: 'pass', text: '' },
    ];
    for (const item of category('crystal-jewelry').items.concat(category('frozen-shrimp').items)) {
      for (const reading of readings) {
        expect(judge({ ...planItem(item.judge), ...item }, reading, judgeContext()).reason.en).toMatch(/\S/);
      }
    }
  });
});
