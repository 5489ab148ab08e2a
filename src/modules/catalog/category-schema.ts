import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';

/** What a JSON Schema finds wrong: where in the file, and ajv's own words. */
export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

/** A check of a parsed file against a compiled JSON Schema; no faults means that it fits. */
export type SchemaCheck = (content: unknown) => readonly SchemaFault[];

/** Compiles `templates/categories/category.schema.json` (or the plans'), read and parsed by the caller; once per process. */
export function compileSchema(schema: object): SchemaCheck {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? new Ajv(OPTIONS).compile(schema);
  compiled.set(text, validate);
  return (content) => (validate(content) ? [] : (validate.errors ?? []).map(fault));
}

const compiled = new Map<string, ValidateFunction>();

const OPTIONS: Options = {
  allErrors: true,
  discriminator: true,
  strict: true,
  // A few files are checked at each start: ajv takes four times as long to make a fast check as a plain one.
  inlineRefs: false,
  code: { optimize: false },
};

function fault(error: ErrorObject): SchemaFault {
  const detail = Object.values(error.params).map(String).join(', ');
  return { path: error.instancePath || '/', message: `${error.message ?? error.keyword} (${detail})` };
}
