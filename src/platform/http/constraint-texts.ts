import type { Text } from '../../kernel/language.js';

/** What class-validator found wrong, in the words of both languages; `{property}` is the field. */
export const CONSTRAINT_TEXTS: Readonly<Record<string, Text>> = {
  whitelistValidation: { zh: '不认识的字段', en: 'This field is not known here' },
  isString: { zh: '应为文字', en: 'Text is expected' },
  isNotEmpty: { zh: '不能为空', en: 'This may not be empty' },
  isInt: { zh: '应为整数', en: 'A whole number is expected' },
  isBoolean: { zh: '应为 true 或 false', en: 'true or false is expected' },
  isIn: { zh: '不是可选的值', en: 'This is not one of the possible values' },
  isArray: { zh: '应为列表', en: 'A list is expected' },
  isObject: { zh: '应为对象', en: 'An object is expected' },
  isUuid: { zh: '应为编号(UUID)', en: 'An id (UUID) is expected' },
  isLength: { zh: '长度不符合要求', en: 'The length is not right' },
  minLength: { zh: '太短', en: 'Too short' },
  maxLength: { zh: '太长', en: 'Too long' },
  min: { zh: '太小', en: 'Too small' },
  max: { zh: '太大', en: 'Too large' },
  matches: { zh: '格式不对', en: 'The format is not right' },
  arrayMinSize: { zh: '至少要有一项', en: 'At least one is needed' },
  arrayMaxSize: { zh: '项数太多', en: 'Too many items' },
  arrayUnique: { zh: '有重复项', en: 'There are duplicates' },
  nestedValidation: { zh: '应为对象', en: 'An object is expected' },
  isDay: { zh: '应为日期,如 2026-11-22', en: 'A day is expected, like 2026-11-22' },
  isDecimal: { zh: '应为小数,如 12.50', en: 'A decimal is expected, like 12.50' },
  isWholeNumber: {
    zh: '应为不带前导零的十进制整数,且小于 2^53',
    en: 'A plain whole number below 2^53 is expected, without leading zeros',
  },
  isUnitCode: { zh: '不认识的单位', en: 'This unit is not known' },
  isText: { zh: '应为可打印的文字,且不能为空或过长', en: 'Printable text is expected, not empty and not too long' },
};

export const OTHER_CONSTRAINT: Text = { zh: '不符合要求', en: 'This is not right' };
