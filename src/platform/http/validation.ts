import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Text } from '../../kernel/language.js';
import { Refusal } from '../../kernel/refusal.js';
import { CONSTRAINT_TEXTS, OTHER_CONSTRAINT } from './constraint-texts.js';
import { refuse } from './http.refusals.js';

/** One field that is wrong: where, which rule, and what to say. */
export interface FieldFault {
  readonly path: string;
  readonly rule: string;
  readonly text: Text;
}

/** A body or query whose shape is wrong; names every field. */
export class InvalidBody extends Refusal {
  constructor(readonly faults: readonly FieldFault[]) {
    const { code, kind, text } = refuse.invalidBody();
    super(code, kind, text);
  }
}

/** Nobody reads more, and an answer must not be a hundred times its request. */
const MOST_FAULTS = 100;

/** Nest takes a body of `null` for an empty one; here it is as wrong as any other that is no object. */
class BodyPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value === null) throw new InvalidBody([]);
    return super.transform(value, metadata);
  }
}

/** Checks shape at the edge: unknown fields are refused and nothing is converted implicitly. */
export function bodyPipe(): ValidationPipe {
  return new BodyPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => new InvalidBody(errors.flatMap((error) => faultsOf(error, '')).slice(0, MOST_FAULTS)),
  });
}

/**
 * Checks an object that came another way than as a request by the same rules as a body of its class. Throws InvalidBody.
 * What it answers is the object as a single request would have brought it.
 */
export function checkedBody<T extends object>(shape: new () => T, from: object): T {
  const body = plainToInstance(shape, from);
  const errors = validateSync(body, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw new InvalidBody(errors.flatMap((error) => faultsOf(error, '')));
  return body;
}

function faultsOf(error: ValidationError, prefix: string): FieldFault[] {
  const path = joined(prefix, error.property);
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({
    path,
    rule,
    text: CONSTRAINT_TEXTS[rule] ?? OTHER_CONSTRAINT,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

function joined(prefix: string, property: string): string {
  if (!prefix) return property;
  return /^\d+$/.test(property) ? `${prefix}[${property}]` : `${prefix}.${property}`;
}
