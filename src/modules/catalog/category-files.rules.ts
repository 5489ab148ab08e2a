import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { Category } from './category.js';
import { attributeFaults, conditionFaults } from './category-files-attributes.rules.js';
import { itemFaults } from './category-files-items.rules.js';
import { type CategoryProblem, type Fault, fault } from './category-fault.js';
import { consistencyFaults } from './category-files-consistency.rules.js';
import type { SchemaCheck } from './category-schema.js';

/** The outcome for one file: the category and the bytes that its hash is taken of, or why it is refused. */
export type CategoryCheck =
  | { readonly problems: readonly []; readonly category: Category; readonly canonical: string }
  | { readonly problems: readonly CategoryProblem[]; readonly category?: never };

/** Checks a parsed file: first its shape by JSON Schema, then (only of a right shape) what a schema cannot say. */
export function checkCategory(file: string, content: unknown, schema: SchemaCheck): CategoryCheck {
  const shape = shapeFaults(content, schema);
  if (!isCategory(content, shape)) return { problems: named(file, shape) };
  const faults = crossFaults(content);
  if (faults.length > 0 || !isJson(content)) return { problems: named(file, faults) };
  return { problems: [], category: content, canonical: canonicalJson(content) };
}

function crossFaults(category: Category): readonly Fault[] {
  return [
    ...duplicates('attributes', category.attributes),
    ...duplicates('items', category.items),
    ...duplicates('labelFields', category.labelFields),
    ...duplicates('certificateFields', category.certificateFields),
    ...attributeFaults(category),
    ...category.items.flatMap((item) => itemFaults(item, category)),
    ...category.labelFields.flatMap((field) => conditionFaults(field.code, field.when, category)),
    ...consistencyFaults(category),
  ];
}

function duplicates(list: string, entries: readonly { readonly code: string }[]): readonly Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { code } of entries) {
    if (seen.has(code)) {
      faults.push(fault(code, 'duplicate-code', `${list} 中代码 ${code} 重复`, `code ${code} stands twice in ${list}`));
    }
    seen.add(code);
  }
  return faults;
}

function named(file: string, faults: readonly Fault[]): readonly CategoryProblem[] {
  return faults.map((each) => ({ file, ...each }));
}

function shapeFaults(content: unknown, schema: SchemaCheck): readonly Fault[] {
  const faults = schema(content).map(({ path, message }) =>
    fault(
      codeAt(content, path),
      'schema',
      `${path} 不符合格式：${message}`,
      `${path} does not fit the format: ${message}`,
    ),
  );
  if (faults.length > 0 || isJson(content)) return faults;
  return [fault('', 'integers-only', '文件只能含整数和文字', 'the file may hold integers and text only')];
}

// The schema has just said so; nothing else makes a Category of unknown data.
function isCategory(content: unknown, faults: readonly Fault[]): content is Category {
  return faults.length === 0 && typeof content === 'object';
}

function isJson(value: unknown): value is Json {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** The code of the list entry that a JSON pointer such as `/items/3/judge/value` leads into. */
function codeAt(content: unknown, path: string): string {
  const [, list, at] = path.split('/');
  const entry = property(property(content, list ?? ''), at ?? '');
  const code = property(entry, 'code') ?? property(entry, 'id');
  return typeof code === 'string' ? code : '';
}

function property(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  return Object.entries(of).find(([key]) => key === name)?.[1];
}
