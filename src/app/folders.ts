import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json and templates, whether we run from `src` or from `dist/src`. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json was not found above the program');
  return rootAbove(parent);
}

export const ROOT = rootAbove(import.meta.dirname);
export const TEMPLATES_FOLDER = join(ROOT, 'templates');
export const CATEGORIES_FOLDER = join(TEMPLATES_FOLDER, 'categories');
export const PAGES_FOLDER = join(TEMPLATES_FOLDER, 'pages');
