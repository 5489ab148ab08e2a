import { parseArgs } from 'node:util';
import { writeLog } from './million-entries.js';

// Writes a log of many entries into a folder, for measurements: --folder F [--entries N] [--per-commit N] [--tables]
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    entries: { type: 'string', default: '1000000' },
    'per-commit': { type: 'string', default: '100' },
    tables: { type: 'boolean', default: false },
  },
});
if (!values.folder) throw new Error('--folder is missing');
const started = performance.now();
const file = await writeLog({
  folder: values.folder,
  entries: Number(values.entries),
  perCommit: Number(values['per-commit']),
  isWithTables: values.tables,
});
console.log(`${file}: ${values.entries} entries in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
