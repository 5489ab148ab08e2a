import { registerDecorator, ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';
import { isDay as dayExists } from '../../kernel/instant.js';
import { isUnitCode } from '../../kernel/units.js';

/** Shapes of fields that class-validator does not know. */

// Control characters and lone surrogates cannot be printed or stored in PostgreSQL (U+0000).
const UNPRINTABLE = /(?![\t\n])\p{Cc}/u;

/** Printable text that says something, of at most `max` characters. */
export function IsText(max = 200): PropertyDecorator {
  return ValidateBy({
    name: 'isText',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' &&
        value.trim().length > 0 &&
        value.length <= max &&
        value.isWellFormed() &&
        !UNPRINTABLE.test(value),
    },
  });
}

export function IsDay(options?: ValidationOptions): PropertyDecorator {
  const validator = { validate: (value: unknown) => typeof value === 'string' && dayExists(value) };
  return ValidateBy({ name: 'isDay', validator }, options);
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,12})?$/;

/** A decimal number as a string: `12.50`. Never a float. */
export function IsDecimalText(): PropertyDecorator {
  return ValidateBy({
    name: 'isDecimal',
    validator: { validate: (value: unknown) => typeof value === 'string' && DECIMAL.test(value) },
  });
}

const WHOLE = /^(0|[1-9]\d{0,15})$/;

/** A number of entries in an address: plain decimal, no sign, no leading zero, below 2^53. It stays a text. */
export function IsWholeNumber(): PropertyDecorator {
  return ValidateBy({
    name: 'isWholeNumber',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && WHOLE.test(value) && Number.isSafeInteger(Number(value)),
    },
  });
}

/** The field may be missing. Unlike class-validator's IsOptional this refuses null, which means nothing here. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A unit of the one table in kernel/units. */
export function IsUnit(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isUnitCode',
      target: target.constructor,
      propertyName: String(propertyName),
      ...(options ? { options } : {}),
      validator: { validate: (value: unknown) => typeof value === 'string' && isUnitCode(value) },
    });
}
