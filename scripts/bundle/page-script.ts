import { join } from 'node:path';
import { bundle } from '@swc/core';
import { PAGES_FOLDER, ROOT } from '../../src/app/folders.js';

/** Where the script of offline bundles is kept, as it stands in every file. */
export const PAGE_SCRIPT = join(PAGES_FOLDER, 'assets/offline-bundle.js');

const SOURCE = join(ROOT, 'src/modules/verification/offline/page.ts');
const HEAD = `// Made of src/modules/verification/offline/page.ts and what it imports by \`npm run bundle-page\`; not written by hand.\n`;

/** The script of offline bundles, from the very sources that the server and the commands run. */
export async function pageScript(): Promise<string> {
  const made = await bundle({
    entry: { page: SOURCE },
    output: { path: PAGES_FOLDER, name: 'offline-bundle.js' },
    module: {},
    mode: 'production',
    target: 'browser',
    // Names stay as they are, for whoever reads the script in a file.
    options: {
      minify: true,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022', minify: { compress: false, mangle: false } },
    },
  });
  const code = made['page']?.code;
  if (code === undefined) throw new Error('the bundler made no script');
  return HEAD + code;
}
