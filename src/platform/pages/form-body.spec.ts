import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Field {
  readonly name: string;
  readonly type?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly dataset?: Readonly<Record<string, string>>;
}

const address = pathToFileURL(join(import.meta.dirname, '../../../templates/pages/assets/body.js')).href;
const script: { bodyOf(form: object): unknown } = await import(address);

function body(...fields: Field[]): unknown {
  return script.bodyOf({ elements: fields.map((field) => ({ type: 'text', value: '', dataset: {}, ...field })) });
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
