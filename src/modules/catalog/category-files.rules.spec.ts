import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from './category.js';
import { checkCategory } from './category-files.rules.js';
import { hasFigure } from './category-files-items.rules.js';
import { compileSchema } from './category-schema.js';

const FOLDER = join(process.cwd(), 'templates', 'categories');
const schema = compileSchema(readJson('category.schema.json'));
const IDS = [
  'crystal-jewelry',
  'dried-shrimp-skin',
  'frozen-shrimp',
  'ginseng',
  'large-yellow-croaker',
  'live-swimming-crab',
];

function readJson(name: string): object {
  const content: unknown = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${name} is no object`);
  return content;
}

function category(id: string): Category {
  const check = checkCategory(`${id}.json`, readJson(`${id}.json`), schema);
  if (!check.category) throw new Error(JSON.stringify(check.problems, null, 1));
  return check.category;
}

function samples(start: string): string[] {
  return readdirSync(join(FOLDER, 'samples')).filter((name) => name.startsWith(start));
}

describe('the six categories', () => {
  it.each(IDS)('%s has no problem', (id) => {
    expect(checkCategory(`${id}.json`, readJson(`${id}.json`), schema).problems).toEqual([]);
  });

  it.each(IDS)('%s gives every figure a source and a confidence', (id) => {
    for (const item of category(id).items.filter(hasFigure)) {
      expect(item.source).toMatch(/\S/);
      expect(item.source).not.toMatch(/^not found/);
      expect(['certain', 'uncertain']).toContain(item.confidence);
    }
  });

  it.each(IDS)('%s has Chinese in every Chinese text that is not a figure or a designation', (id) => {
    for (const { zh, en } of texts(readJson(`${id}.json`))) {
      expect(en.trim()).not.toBe('');
      if (zh !== en) expect(zh).toMatch(/[\p{Script=Han}、]/u);
    }
  });

  it('state what the standards state, to the last zero', () => {
    const limit = (id: string, code: string) => category(id).items.find((item) => item.code === code)?.judge;
    expect(limit('crystal-jewelry', 'CRY-RI')).toEqual({ op: 'range', min: '1.544', max: '1.553' });
    expect(limit('frozen-shrimp', 'SHR-SO2')).toEqual({ op: 'max', value: '0.1' });
    expect(limit('live-swimming-crab', 'CRB-CD')).toEqual({ op: 'max', value: '3.0' });
    expect(limit('large-yellow-croaker', 'LYC-CD')).toEqual({ op: 'max', value: '0.1' });
    expect(limit('frozen-shrimp', 'SHR-TEMP')).toEqual({ op: 'max', value: null });
  });

  it('carry the shortage table of the reference, row by row', () => {
    const table = Object.entries(readJson('reference/net-content.json'));
    const rows = table.find(([key]) => key === 'shortage')?.[1];
    const nets = IDS.flatMap((id) => category(id).items).filter(({ judge }) => judge.op === 'tolerableShortage');
    expect(nets).toHaveLength(3);
    for (const { judge } of nets) expect(judge).toMatchObject({ shortage: rows });
  });
});

describe('a sample', () => {
  it.each(samples('good-'))('%s has no problem, and one canonical spelling', (name) => {
    const check = checkCategory(name, readJson(`samples/${name}`), schema);
    expect(check.problems).toEqual([]);
    expect(check).toMatchObject({ canonical: expect.stringMatching(/^\{"attributes":/) });
  });

  it.each(samples('bad-'))('%s is refused by the rule in its name, naming file and item', (name) => {
    const rule = name.split('.')[1];
    const { problems } = checkCategory(name, readJson(`samples/${name}`), schema);
    expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set([rule]));
    for (const problem of problems) {
      expect(problem.file).toBe(name);
      expect(problem.item).toMatch(/^(SMP|r)-/);
      expect([problem.text.zh, problem.text.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    }
  });
});

describe('what is no category at all', () => {
  it.each([null, 1, 'text', [], {}])('%j is refused without a throw', (content) => {
    expect(checkCategory('x.json', content, schema).problems.length).toBeGreaterThan(0);
  });
});

function texts(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [{ zh: String(value.zh), en: String(value.en) }];
  return Object.values(value).flatMap(texts);
}
