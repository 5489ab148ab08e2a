import { certificateGrounds, MARKS, signedInspection, unitRow } from '../../../test/support/certificate-grounds.js';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { attributesOf } from '../units/index.js';
import { certificateContent } from './certificate-content.rules.js';

const content = certificateContent(certificateGrounds(), MARKS);

function result(code: string) {
  return content.results.find((each) => each.code === code);
}

describe('the content of a certificate', () => {
  it('prints figures with every digit that was recorded', () => {
    expect(result('CRY-RI')).toMatchObject({
      value: '1.5480 ± 0.0010',
      unit: 'nD',
      standard: 'GB/T 16553-2017',
      method: 'GB/T 16553 折射仪',
      instrument: 'BA-02',
    });
    expect(result('CRY-WT')).toMatchObject({ value: '25.60', unit: 'g' });
  });

  it('names no standard where the limit is the rule of the warehouse', () => {
    expect(result('CRY-WT')?.standard).toBe('');
    expect(result('CRY-APP')?.standard).toBe('');
  });

  it('says of every item of the category whether it was tested, and why not', () => {
    const { items } = certificateGrounds().category;
    const said = [...content.results, ...content.notTested].map(({ code }) => code);
    expect(said.toSorted()).toEqual(items.map(({ code }) => code).toSorted());
    const why = Object.fromEntries(content.notTested.map((each) => [each.code, each.why]));
    expect(why).toMatchObject({ 'CRY-AU': 'not-applicable', 'CRY-SG': 'outside-plan', 'CRY-PB': 'outside-plan' });
  });

  it('is dated by the day of the warehouse, not of the server', () => {
    expect(content.issuedOn).toBe('2026-11-23');
  });

  it('prints attributes with their units, and says yes and no', () => {
    const values = Object.fromEntries(content.unit.attributes.map(({ code, value }) => [code, value]));
    expect(values).toMatchObject({ gemName: '紫晶', totalMass: '25.60 g', isChild: '否' });
    expect(values).not.toHaveProperty('beadSize');
  });

  it('prints what was found in place of what was declared', () => {
    const attributes = JSON.stringify({ ...attributesOf(unitRow()), totalMass: '25.62', shape: '随形' });
    const printed = certificateContent(certificateGrounds({ unit: unitRow({ attributes }) }), MARKS).unit.attributes;
    const values = Object.fromEntries(printed.map(({ code, value }) => [code, value]));
    expect(values).toMatchObject({ totalMass: '25.60 g', gemName: '紫晶', shape: '随形' });
  });

  it('prints the lot and its day where the unit has them', () => {
    const unit = unitRow({ lotNo: 'L-7', productionDay: '2026-11-01' });
    const { attributes } = certificateContent(certificateGrounds({ unit }), MARKS).unit;
    expect(attributes.slice(0, 2).map(({ value }) => value)).toEqual(['L-7', '2026-11-01']);
  });

  it('names parties by name and code, and people by number only', () => {
    expect(content.warehouse).toEqual({
      name: '示例质检仓',
      uscc: '91330100MA0000001X',
      address: '浙江省舟山市示例路 1 号',
    });
    expect(content.merchant).toEqual({ name: '示例水晶店', uscc: '91330100MA0000002Y' });
    expect(content).toMatchObject({ inspector: 'Y0002, Y0003', reviewer: 'Y0009', laboratories: [] });
  });

  it('says what it does not cover in the words of the category', () => {
    const own = certificateGrounds().category.notCovered.map(({ text }) => text);
    expect(content.notCovered.slice(0, -1)).toEqual(own);
    expect(content.notCovered.at(-1)?.zh).toContain('未经检测');
  });

  it('has one spelling', () => {
    const text = canonicalJson(content as unknown as Json);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('is not written of an item that did not pass, or without its reading', () => {
    const signed = signedInspection();
    const [first, ...others] = signed.results;
    if (!first) throw new Error('the demo plan has items');
    const failing = { ...signed, results: [{ ...first, verdict: 'undecided' as const }, ...others] };
    expect(() => certificateContent(certificateGrounds({ signed: failing }), MARKS)).toThrow('passed: CRY-QTY');
    const unread = { ...signed, readings: signed.readings.slice(1) };
    expect(() => certificateContent(certificateGrounds({ signed: unread }), MARKS)).toThrow('reading: CRY-QTY');
  });
});
