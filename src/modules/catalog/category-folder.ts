import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Category } from './category.js';
import { type CategoryProblem, fault } from './category-fault.js';
import { checkCategory } from './category-files.rules.js';
import { compileSchema, type SchemaCheck } from './category-schema.js';

const SCHEMA = 'category.schema.json';

export interface CategoryFile {
  readonly file: string;
  readonly category: Category;
  /** The bytes of which the hash is taken. */
  readonly canonical: string;
}

/** Reads and checks every category of a folder; throws one error that names file, item and rule of each problem. */
export async function readCategories(folder: string): Promise<readonly CategoryFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== SCHEMA).toSorted();
  const schema = compileSchema(JSON.parse(await readFile(join(folder, SCHEMA), 'utf8')) as object);
  const files: CategoryFile[] = [];
  const problems: CategoryProblem[] = [];
  for (const file of names) {
    const read = readCategory(file, await readFile(join(folder, file), 'utf8'), schema);
    if ('problems' in read) problems.push(...read.problems);
    else files.push(read);
  }
  problems.push(...sameIds(files));
  if (problems.length > 0) throw new Error(told(folder, problems));
  return files;
}

function readCategory(
  file: string,
  text: string,
  schema: SchemaCheck,
): CategoryFile | { readonly problems: readonly CategoryProblem[] } {
  const content = parsed(text);
  if (content === undefined) {
    return { problems: [{ file, ...fault('', 'json', '文件不是有效的 JSON', 'the file is not valid JSON') }] };
  }
  const checked = checkCategory(file, content, schema);
  if (!checked.category) return { problems: checked.problems };
  return { file, category: checked.category, canonical: checked.canonical };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sameIds(files: readonly CategoryFile[]): readonly CategoryProblem[] {
  return files
    .filter(({ category }, at) => files.findIndex((other) => other.category.id === category.id) < at)
    .map(({ file, category: { id } }) => ({
      file,
      ...fault('', 'duplicate-id', `品类 ${id} 已在另一文件中`, `another file has the category ${id} already`),
    }));
}

function told(folder: string, problems: readonly CategoryProblem[]): string {
  const lines = problems.map(({ file, item, rule, text }) => {
    const where = [file, item, rule].filter(Boolean).join(' · ');
    return `- ${where}: ${text.zh} / ${text.en}`;
  });
  return `品类文件有误,服务不启动 / Category files are wrong, the server does not start (${folder}):\n${lines.join('\n')}`;
}

/** Canonical bytes back as a category: they were checked before they were stored under their hash. */
export function categoryOfBytes(bytes: Uint8Array): Category {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Category;
}
