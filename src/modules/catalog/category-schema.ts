import { Ajv, type ErrorObject } from 'ajv';

/** What a JSON Schema finds wrong: where in the file, and ajv's own words. */
export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

/** A check of a parsed file against a compiled JSON Schema; no faults means that it fits. */
export type SchemaCheck = (content: unknown) => readonly SchemaFault[];

/** Compiles `templates/categories/category.schema.json` (or the plans'), read and parsed by the caller. */
export function compileSchema(schema: object): SchemaCheck {
  const validate = new Ajv({ allErrors: true, discriminator: true, strict: true }).compile(schema);
  return (content) => (validate(content) ? [] : (validate.errors ?? []).map(fault));
}

function fault(error: ErrorObject): SchemaFault {
  const detail = Object.values(error.params).map(String).join(', ');
  return { path: error.instancePath || '/', message: `${error.message ?? error.keyword} (${detail})` };
}
