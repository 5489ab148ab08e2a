import { ValidateBy } from 'class-validator';

/** Shapes of what is recorded and declared of goods; what they mean is checked against the category. */

const KEY = /^[A-Za-z][A-Za-z0-9]{0,59}$/;
const MAX_KEYS = 80;
const MAX_TEXTS = 200;
/** Printable, not empty. */
const TEXT = /^[^\p{Cc}\p{Cs}\p{Cn}]{1,500}$/u;

/** An object of attribute code to text, true/false, or list of texts. */
export function IsAttributes(): PropertyDecorator {
  return ValidateBy({ name: 'isObject', validator: { validate: (value: unknown) => isRecordOf(value, isValue) } });
}

/** An object of text. */
export function IsDeclared(): PropertyDecorator {
  return ValidateBy({ name: 'isObject', validator: { validate: (value: unknown) => isRecordOf(value, isText) } });
}

function isRecordOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_KEYS && entries.every(([key, member]) => KEY.test(key) && isMember(member));
}

function isValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= MAX_TEXTS && value.every(isText);
  return typeof value === 'boolean' || isText(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && TEXT.test(value);
}
