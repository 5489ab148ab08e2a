import '../src/platform/config/node-version.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run replay [-- --to sqlite:FILE | postgres://…]

Rebuilds every projected table from the log's entries and disclosures in a new, empty database, and compares it
row by row with the live one. Ends with status 1 and names the first row that differs.

  --to   where to build; a temporary SQLite file when left out
`;

const { values } = parseArgs({ options: { to: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(HELP);
} else {
  const { replayLive } = await import('../src/app/replay-live.js');
  const folder = await mkdtemp(join(tmpdir(), 'yanzhen-replay-'));
  try {
    const report = await replayLive(process.env, values.to ?? `sqlite:${join(folder, 'replayed.db')}`);
    console.log(report.text);
    process.exitCode = report.isEqual ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
