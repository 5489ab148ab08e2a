import { number, planItem } from '../../../test/support/judging.js';
import { Refusal } from '../../kernel/refusal.js';
import type { PlanItem } from '../catalog/index.js';
import { kindsOf, readingValue } from './reading-value.rules.js';

const sulfite = planItem({ op: 'max', value: '0.1' }, { code: 'SHR-SO2', unit: 'GK' });
const pieces = planItem(
  { op: 'matchesDeclared', field: 'quantity', compare: 'number', tolerance: '0' },
  { code: 'CRY-QTY', valueType: 'integer' },
);
const optic = planItem(
  { op: 'in', values: ['一轴晶正光性'] },
  { code: 'CRY-OPT', valueType: 'enum', values: [{ zh: '一轴晶正光性', en: 'Uniaxial positive' }] },
);
const magnified = planItem({ op: 'manual' }, { code: 'CRY-MAG', valueType: 'text' });
const looks = planItem({ op: 'defectList', allowed: { CR: '0', MA: '0', MI: '2' } }, { code: 'CRY-APP' });
const metals = planItem({ op: 'maxEach', map: { 铅: '90', 镉: '75' } }, { code: 'CRY-MET', unit: 'NA' });

function refusal(item: PlanItem, value: unknown): Refusal {
  try {
    readingValue(item, value);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the value of a reading', () => {
  it.each([
    [sulfite, number('0.10', 'GK')],
    [sulfite, number('0.10', 'GK', '0.02')],
    [sulfite, { kind: 'not-detected', unit: 'GK', detectionLimit: '0.01' }],
    [pieces, number('1')],
    [optic, { kind: 'enum', value: '一轴晶正光性' }],
    [magnified, { kind: 'opinion', verdict: 'pass', text: '未见气泡' }],
    [looks, { kind: 'defects', defects: [] }],
    [metals, { kind: 'map', unit: 'NA', values: { 铅: '3.1' }, notDetected: ['镉'] }],
  ])('keeps %j', (item, value) => {
    expect(readingValue(item, value)).toEqual(value);
  });

  it('writes texts in one spelling', () => {
    const value = readingValue(magnified, { kind: 'opinion', verdict: 'pass', text: '  ＯＫ  5µm ' });
    expect(value).toEqual({ kind: 'opinion', verdict: 'pass', text: 'OK 5μm' });
  });

  it.each([
    ['a number as a JSON number', { kind: 'number', value: 0.1, unit: 'GK' }],
    ['a decimal comma', number('0,1', 'GK')],
    ['an exponent', number('1e-1', 'GK')],
    ['a unit that is in no table', number('0.1', 'furlong')],
    ['no unit at all', { kind: 'number', value: '0.1' }],
    ['a field that nobody knows', { ...number('0.1', 'GK'), comment: 'x' }],
    ['a kind that nobody knows', { kind: 'guess', value: '0.1' }],
    ['a bare text', '0.1'],
    ['nothing', null],
  ])('refuses %s', (_, value) => {
    expect(refusal(sulfite, value)).toMatchObject({ code: 'inspection.value-malformed', facts: { item: 'SHR-SO2' } });
  });

  it('refuses a field that nobody knows deep inside', () => {
    const defects = [{ name: '裂', severity: 'MI', count: 1, photo: 'x' }];
    expect(refusal(looks, { kind: 'defects', defects }).code).toBe('inspection.value-malformed');
  });

  it.each([
    [sulfite, { kind: 'number', value: '', unit: 'GK' }],
    [sulfite, { kind: 'number', value: null, unit: 'GK' }],
    [magnified, { kind: 'opinion', verdict: 'pass', text: ' ' }],
    [metals, { kind: 'map', unit: 'NA', values: { 铅: '' } }],
  ])('never takes a blank for a zero: %#', (item, value) => {
    expect(refusal(item, value)).toMatchObject({ code: 'inspection.value-blank', facts: { item: item.code } });
  });

  it('names the item and the kinds that it takes when another kind comes', () => {
    const facts = { item: 'CRY-APP', kind: 'text', kinds: 'defects' };
    expect(refusal(looks, { kind: 'text', text: '好' })).toMatchObject({
      code: 'inspection.value-of-other-kind',
      facts,
    });
  });

  it('refuses a fraction where pieces are counted', () => {
    expect(refusal(pieces, number('1.5')).code).toBe('inspection.value-not-whole');
  });

  it('refuses a choice that the item does not have, and names those that it has', () => {
    const facts = { item: 'CRY-OPT', value: '均质体', choices: '一轴晶正光性' };
    expect(refusal(optic, { kind: 'enum', value: '均质体' })).toMatchObject({
      code: 'inspection.value-not-a-choice',
      facts,
    });
  });

  it('refuses a bare number where a unit is needed', () => {
    expect(refusal(sulfite, number('0.1')).code).toBe('inspection.unit-missing');
  });

  it('takes another unit only where a named conversion leads there', () => {
    expect(readingValue(sulfite, number('100', 'NA'))).toEqual(number('100', 'NA'));
    expect(refusal(sulfite, number('100', 'CEL')).code).toBe('inspection.unit-differs');
  });

  it.each([
    ['control characters', '裂\u0000', 'inspection.value-malformed'],
    ['500 characters', '裂'.repeat(500), undefined],
    ['501 characters', '裂'.repeat(501), 'inspection.value-too-long'],
  ])('bounds a text of %s', (_, text, code) => {
    const value = { kind: 'opinion', verdict: 'fail', text };
    if (code === undefined) expect(readingValue(magnified, value)).toEqual(value);
    else expect(refusal(magnified, value).code).toBe(code);
  });

  it('bounds the whole value', () => {
    const defects = Array.from({ length: 200 }, (_, at) => ({ name: `裂纹${at}`, severity: 'MI', count: 1 }));
    expect(refusal(looks, { kind: 'defects', defects }).code).toBe('inspection.value-too-long');
  });
});

describe('the kinds that an item takes', () => {
  it.each([
    [sulfite, ['number', 'not-detected']],
    [pieces, ['number']],
    [optic, ['enum', 'text']],
    [magnified, ['opinion']],
    [looks, ['defects']],
    [metals, ['map']],
  ])('follow from how it is judged: %#', (item, kinds) => {
    expect(kindsOf(item)).toEqual(kinds);
  });
});
