import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Field {
  readonly name: string;
  /** The group that only counts when one of its fillable fields is filled. */
  readonly group?: readonly Field[];
  readonly type?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly dataset?: Readonly<Record<string, string>>;
}

const address = pathToFileURL(join(import.meta.dirname, '../../../templates/pages/assets/body.js')).href;
const script: { bodyOf(form: object, without?: readonly string[]): unknown } = await import(address);

function body(...fields: Field[]): unknown {
  return script.bodyOf({ elements: fields.map(asElement) });
}

function asElement(field: Field): object {
  const group = field.group && { querySelectorAll: () => field.group?.map(asElement) };
  return { type: 'text', value: '', dataset: {}, closest: () => group ?? null, ...field };
}

describe('a console form as JSON', () => {
  it('reads names as paths', () => {
    expect(
      body({ name: 'lines[0].quantity.value', value: '12.50' }, { name: 'lines[0].quantity.unit', value: 'GRM' }),
    ).toEqual({ lines: [{ quantity: { value: '12.50', unit: 'GRM' } }] });
  });

  it('leaves empty fields out, so that a blank is never zero', () => {
    expect(body({ name: 'value', value: '  ' }, { name: 'count', value: '', dataset: { type: 'integer' } })).toEqual(
      {},
    );
  });

  it('keeps decimals as they were typed', () => {
    expect(body({ name: 'value', value: ' 28.640 ' })).toEqual({ value: '28.640' });
  });

  it('turns typed fields into integers, booleans, lists and JSON', () => {
    expect(
      body(
        { name: 'copies', value: '3', dataset: { type: 'integer' } },
        { name: 'isSample', type: 'checkbox', checked: false, dataset: { type: 'boolean' } },
        { name: 'accepted', value: 'false', dataset: { type: 'boolean' } },
        { name: 'codes', value: 'A，B\nC, ', dataset: { type: 'list' } },
        { name: 'declared', value: '{"k":[1]}', dataset: { type: 'json' } },
      ),
    ).toEqual({ copies: 3, isSample: false, accepted: false, codes: ['A', 'B', 'C'], declared: { k: [1] } });
  });

  it('gathers the ticked boxes of one name', () => {
    const box = (value: string, checked: boolean): Field => ({ name: 'roles', type: 'checkbox', value, checked });
    expect(body(box('packer', true), box('shipper', false), box('host', true))).toEqual({ roles: ['packer', 'host'] });
  });

  it('lets a ticked box say one of several words', () => {
    const kind = { name: 'value.kind', value: 'number' };
    const box = { name: 'value.kind', type: 'checkbox', value: 'not-detected', dataset: { type: 'one' } };
    expect(body(kind, { ...box, checked: false })).toEqual({ value: { kind: 'number' } });
    expect(body(kind, { ...box, checked: true })).toEqual({ value: { kind: 'not-detected' } });
  });

  it('reads lines as they stand, and counts with what was not detected', () => {
    expect(
      body(
        { name: 'scope', value: 'GB 1, 表 2\n\n GB 3 ', dataset: { type: 'lines' } },
        { name: 'counts', value: '10  ND，30 未检出', dataset: { type: 'counts' } },
      ),
    ).toEqual({
      scope: ['GB 1, 表 2', 'GB 3'],
      counts: [{ value: '10' }, { notDetected: true }, { value: '30' }, { notDetected: true }],
    });
  });

  it('leaves out a group of which nothing was filled in', () => {
    const blank = { name: 'defects[0].name', value: ' ' };
    const filled = { name: 'defects[1].name', value: '裂纹' };
    expect(
      body(
        { name: 'defects', value: '[]', dataset: { type: 'json' } },
        { ...blank, group: [blank] },
        { name: 'defects[0].severity', value: 'MI', group: [blank] },
        { ...filled, group: [filled] },
        { name: 'defects[1].severity', value: 'MA', group: [filled] },
      ),
    ).toEqual({ defects: [{ name: '裂纹', severity: 'MA' }] });
  });

  it('leaves out what stands in the address', () => {
    const fields = [
      { name: 'keyId', value: 'k' },
      { name: 'reason', value: 'lost' },
    ];
    expect(script.bodyOf({ elements: fields.map(asElement) }, ['keyId'])).toEqual({ reason: 'lost' });
  });

  it.each([
    ['integer', '1.5'],
    ['integer', 'many'],
    ['integer', '9007199254740993'],
    ['json', '{'],
  ])('names the field that cannot be read as %s: %s', (type, value) => {
    let thrown: unknown;
    try {
      body({ name: 'field', value, dataset: { type } });
    } catch (trouble) {
      thrown = trouble;
    }
    expect(thrown).toMatchObject({ field: { name: 'field' } });
  });

  it('sends neither the idempotency key nor files', () => {
    expect(body({ name: 'idempotencyKey', value: 'k' }, { name: 'photo', type: 'file', value: 'x' })).toEqual({});
  });
});
