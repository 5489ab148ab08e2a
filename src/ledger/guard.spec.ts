import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SigningGuard } from './guard.js';

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

  it('stays small and keeps the largest', () => {
    const guard = new SigningGuard(join(folder, 'log.guard'));
    for (let size = 1; size <= 16_000; size++) guard.write({ size, root: root('e') });
    expect(guard.read()?.size).toBe(16_000);
    expect(readFileSync(guard.file).length).toBeLessThan(1_100_000);
  });
});
