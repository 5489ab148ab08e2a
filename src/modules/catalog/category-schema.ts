import { Ajv, type ErrorObject, type Options } from 'ajv';

/** What a JSON Schema finds wrong: where in the file, and ajv's own words. */
export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

/** A check of a parsed file against a compiled JSON Schema; no faults means that it fits. */
export type SchemaCheck = (content: unknown) => readonly SchemaFault[];

/** Compiles `templates/categories/category.schema.json` (or the plans'), read and parsed by the caller. */
export function compileSchema(schema: object): SchemaCheck {
  const validate = new Ajv({ allErrors: true, discriminator: true, strict: true, ...QUICKLY_COMPILED }).compile(schema);
  return (content) => (validate(content) ? [] : (validate.errors ?? []).map(fault));
}

/** A few files are checked at each start: ajv takes four times as long to make a fast check as a plain one. */
const QUICKLY_COMPILED: Options = { inlineRefs: false, code: { optimize: false } };

function fault(error: ErrorObject): SchemaFault {
  const detail = Object.values(error.params).map(String).join(', ');
  return { path: error.instancePath || '/', message: `${error.message ?? error.keyword} (${detail})` };
}
