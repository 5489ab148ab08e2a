import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SigningGuard } from './guard.js';

/** As processes of its own import it. */
const BUILT = pathToFileURL(join(import.meta.dirname, '../../dist/src/ledger/guard.js')).href;

const root = (digit: string): string => digit.repeat(64);

describe('the signing guard', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yanzhen-guard-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('remembers nothing before the first signature', () => {
    expect(new SigningGuard(join(folder, 'log.guard')).read()).toBeUndefined();
  });

  it('tells the largest tree, also when two processes appended out of order', () => {
    const file = join(folder, 'keys', 'log.guard');
    const [one, other] = [new SigningGuard(file), new SigningGuard(file)];
    one.write({ size: 12, root: root('b') });
    other.write({ size: 10, root: root('a') });
    expect(one.read()).toEqual({ size: 12, root: root('b') });
  });

  it('passes over a torn last line', () => {
    const guard = new SigningGuard(join(folder, 'log.guard'));
    guard.write({ size: 3, root: root('c') });
    appendFileSync(guard.file, '4 dddd');
    expect(guard.read()).toEqual({ size: 3, root: root('c') });
  });

  // A disk that is full takes the first bytes of a line; `1` and `106 …` must not read as `1106 …`.
  it.each(['1', '10', '105 ', `105 ${'a'.repeat(63)}`, `105 ${'a'.repeat(64)}`])(
    'never reads a torn line together with the next: %s',
    (torn) => {
      const guard = new SigningGuard(join(folder, 'log.guard'));
      guard.write({ size: 104, root: root('c') });
      appendFileSync(guard.file, torn);
      guard.write({ size: 106, root: root('d') });
      expect(guard.read()).toEqual({ size: 106, root: root('d') });
    },
  );

  it('stays small in the hands of two processes', async () => {
    const file = join(folder, 'log.guard');
    const most = (1 << 20) + 10_000;
    const script = `import { SigningGuard } from '${BUILT}';
      const guard = new SigningGuard(process.argv[1]);
      for (let size = 1; size <= 40_000; size++) guard.write({ size, root: '${root('e')}' });`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file]);
    await Promise.all([run(), run(), run()]);
    expect(new SigningGuard(file).read()?.size).toBe(40_000);
    expect(readFileSync(file).length).toBeLessThan(most);
  });

  it('stays small and keeps the largest', () => {
    const guard = new SigningGuard(join(folder, 'log.guard'));
    for (let size = 1; size <= 16_000; size++) guard.write({ size, root: root('e') });
    expect(guard.read()?.size).toBe(16_000);
    expect(readFileSync(guard.file).length).toBeLessThan(1_100_000);
  });
});
