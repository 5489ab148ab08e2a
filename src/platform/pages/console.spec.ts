import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROLES } from '../../kernel/actor.js';
import { menuEntryOf, menuOf } from './console.js';
import { consoleTexts } from './console.texts.js';
import { speaker, textFaults } from './page-texts.js';
import { Pages } from './pages.js';

const folder = join(import.meta.dirname, '../../../templates/pages');

describe('the menu of the console', () => {
  const keys = (...roles: (typeof ROLES)[number][]) => menuOf(roles).map((entry) => entry.key);

  it('shows each role its own work', () => {
    expect(keys('inspector')).toEqual(['home', 'board', 'units', 'inspections', 'samples', 'instruments', 'imports']);
    expect(keys('packer', 'shipper')).toEqual(['home', 'board', 'units', 'packing', 'labels', 'shipments']);
  });

  it('shows an administrator everything, in words of both languages', () => {
    const all = keys('admin');
    expect(all).toHaveLength(23);
    for (const key of all) expect(speaker(consoleTexts, 'en')(`nav.${key}`)).not.toBe('');
  });

  it.each([
    ['/console', 'home'],
    ['/console/units', 'units'],
    ['/console/units/0192', 'units'],
    ['/console/unitsandmore', undefined],
    ['/elsewhere', undefined],
  ])('knows that %s belongs to %s', (path, key) => {
    expect(menuEntryOf(path)).toBe(key);
  });
});

describe('the console', () => {
  it('speaks both languages', () => {
    expect(Object.values(consoleTexts).flatMap(textFaults)).toEqual([]);
  });
});

describe('every template', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eta'));

  it('prints raw text only where another template or a drawing made it', () => {
    const raw = files.flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/<%[-_]?~\s*(.*?)\s*[-_]?%>/g),
    ]);
    const others = raw
      .map(([, code = '']) => code)
      .filter((code) => !/^(include\(|it\.body$|shapes\[it\.icon\]$|it\.view\.inline\.)/.test(code));
    expect(others).toEqual([]);
  });

  it('compiles', () => {
    const { eta } = new Pages(folder) as unknown as { eta: { compile(text: string): unknown } };
    for (const file of files) expect(() => eta.compile(readFileSync(join(folder, file), 'utf8'))).not.toThrow();
  });
});
