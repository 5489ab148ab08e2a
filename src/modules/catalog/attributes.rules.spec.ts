import { checkAttributes, checkGivenAttributes } from './attributes.rules.js';
import type { AttributeValue } from './category-condition.rules.js';
import type { AttributeType, Condition } from './category-words.js';
import type { Category, CategoryAttribute } from './category.js';

function attribute(code: string, type: AttributeType, over: Partial<CategoryAttribute> = {}): CategoryAttribute {
  const values = type === 'enum' || type === 'multiEnum' ? ['红', '绿'].map((zh) => ({ zh, en: zh })) : null;
  const name = { zh: `名${code}`, en: `Name ${code}` };
  return { code, name, type, required: false, when: null, values, unit: null, source: null, note: null, ...over };
}

function category(...attributes: CategoryAttribute[]): Category {
  return {
    schema: 'yanzhen-category/1',
    id: 'sample',
    version: '2026-11-22',
    name: { zh: '例', en: 'Sample' },
    industry: 'sample',
    region: null,
    unitKinds: ['piece'],
    modeNote: null,
    standards: [],
    attributes,
    items: [],
    labelFields: [],
    certificateFields: [],
    consistencyRules: [],
    forbiddenClaims: [],
    notCovered: [],
    retentionNote: null,
    returnRule: null,
  };
}

const given = (type: AttributeType, value: AttributeValue) => () =>
  checkGivenAttributes(category(attribute('a', type)), { a: value });

describe('the form of an attribute', () => {
  it.each<[AttributeType, AttributeValue]>([
    ['text', '任意'],
    ['file', 'a'.repeat(64)],
    ['boolean', false],
    ['number', '12.50'],
    ['number', '-3'],
    ['integer', '12'],
    ['date', '2024-02-29'],
    ['enum', '红'],
    ['enum', ' 红 '],
    ['multiEnum', ['红', '绿']],
    ['lots', ['L1', 'L2']],
  ])('takes %s %j', (type, value) => {
    expect(given(type, value)).not.toThrow();
  });

  it.each<[AttributeType, AttributeValue]>([
    ['text', true],
    ['boolean', 'true'],
    ['number', '1e3'],
    ['number', '12,5'],
    ['number', { value: '1', unit: 'GRM' }],
    ['integer', '12.0'],
    ['date', '2026-02-30'],
    ['date', '2026-2-3'],
    ['enum', '蓝'],
    ['enum', ['红']],
    ['multiEnum', '红'],
    ['multiEnum', ['红', '蓝']],
    ['multiEnum', ['红', ' 红']],
    ['lots', ['L1', 'L1']],
    ['lots', ['L1', ' ']],
  ])('refuses %s %j', (type, value) => {
    expect(given(type, value)).toThrow('catalog.attributes-invalid');
  });
});

describe('attributes that are needed', () => {
  const when: Condition = { attribute: 'packed', in: ['红'] };
  const asked = category(
    attribute('packed', 'enum', { required: true }),
    attribute('mass', 'number', { required: true, when }),
    attribute('note', 'text'),
  );

  it('are all there', () => {
    expect(() => checkAttributes(asked, { packed: '红', mass: '1' })).not.toThrow();
  });

  it('are not asked for when their condition does not hold, and then contradict', () => {
    expect(() => checkAttributes(asked, { packed: '绿' })).not.toThrow();
    expect(() => checkAttributes(asked, { packed: '绿', mass: '' })).not.toThrow();
    expect(() => checkAttributes(asked, { packed: '绿', mass: '1' })).toThrow('mass');
  });

  it('include those whose condition is not known yet', () => {
    expect(() => checkAttributes(asked, {})).toThrow(/packed.*mass/s);
  });

  it.each([' ', '', undefined])('are missing when they are %j', (mass) => {
    expect(() => checkAttributes(asked, { packed: '红', mass })).toThrow('mass');
  });

  it('may be missing from a product', () => {
    expect(() => checkGivenAttributes(asked, {})).not.toThrow();
  });

  it('are named each, in both languages', () => {
    let message = { zh: '', en: '' };
    try {
      checkAttributes(asked, { packed: '红', note: true, other: 'x' });
    } catch (error) {
      message = (error as { text: typeof message }).text;
    }
    for (const part of ['名note(note)', '名mass(mass)：必填', 'other：']) expect(message.zh).toContain(part);
    for (const part of ['Name note (note)', 'Name mass (mass): needed', 'other:']) {
      expect(message.en).toContain(part);
    }
  });

  it('do not include what only looks like one', () => {
    expect(() => checkAttributes(asked, { packed: '绿', constructor: 'x' })).toThrow('constructor');
  });
});
