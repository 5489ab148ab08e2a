import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/app/folders.js';
import type { Environment } from '../../src/platform/config/config.js';

export interface Outcome {
  readonly status: number;
  readonly words: string;
}

/** Runs a built command of `scripts` as a person does, beside whatever runs. */
export function runCommand(name: string, words: readonly string[], environment: Environment = {}): Promise<Outcome> {
  const file = join(ROOT, `dist/scripts/${name}.js`);
  if (!existsSync(file)) throw new Error('build first: npm run build');
  const env = { ...process.env, LOG_LEVEL: 'warn', ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, words: stdout + stderr });
    });
  });
}
