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

  it('stays small and keeps the largest', () => {
    const guard = new SigningGuard(join(folder, 'log.guard'));
    for (let size = 1; size <= 16_000; size++) guard.write({ size, root: root('e') });
    expect(guard.read()?.size).toBe(16_000);
    expect(readFileSync(guard.file).length).toBeLessThan(1_100_000);
  });
});
