import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Assets } from './assets.js';
import { Pages } from './pages.js';

describe('pages', () => {
  let folder: string;
  const texts = { hello: { zh: '您好,{name}', en: 'Hello, {name}' } };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'a.css'), 'a{}');
    writeFileSync(join(folder, 'assets', 'b.js'), 'b()');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const render = (template: string, view: object) => {
    writeFileSync(join(folder, 'page.eta'), template);
    return new Pages(folder).render('page', { language: 'zh', texts, view });
  };

  it('escapes hostile names in text and in attributes', () => {
    const name = `</p><script>alert("1")</script>'&`;
    const html = render('<p title="<%= it.view.name %>"><%= it.t("hello", it.view) %></p>', { name });
    const escaped = '&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;';
    expect(html).toBe(`<p title="${escaped}">您好,${escaped}</p>`);
  });

  it('does not run a name as a template', () => {
    expect(render('<%= it.view.name %>', { name: '<%= 6 * 7 %>${6*7}' })).toBe('&lt;%= 6 * 7 %&gt;${6*7}');
  });

  it('throws on a missing fact instead of printing "undefined"', () => {
    expect(() => render('<%= it.view.missing %>', {})).toThrow('cannot print undefined');
    expect(() => render('<%= it.view.missing %>', { missing: null })).toThrow('cannot print null');
    expect(() => render('<%= it.view.missing %>', { missing: {} })).toThrow('cannot print [object Object]');
  });

  it('throws on a text or an asset that does not exist', () => {
    expect(() => render('<%= it.t("bye") %>', {})).toThrow('no text "bye"');
    expect(() => render('<%= it.asset("c.css") %>', {})).toThrow('no asset "c.css"');
  });

  it('finds an asset under its present address only', () => {
    const assets = new Assets(join(folder, 'assets'));
    const [, , hash = '', name = ''] = assets.url('a.css').split('/');
    expect(assets.lookup(hash, name)).toEqual({ bytes: Buffer.from('a{}'), contentType: 'text/css; charset=utf-8' });
    expect(assets.lookup(hash, '../pages.ts')).toBeUndefined();
    expect(assets.lookup('0'.repeat(16), name)).toBeUndefined();
  });

  it('changes every address when a byte or a name changes, and only then', () => {
    const address = () => new Assets(join(folder, 'assets')).url('a.css');
    const before = address();
    expect(address()).toBe(before);
    writeFileSync(join(folder, 'assets', 'b.js'), 'b(1)');
    const changed = address();
    expect(changed).not.toBe(before);
    writeFileSync(join(folder, 'assets', 'c.js'), '');
    expect(address()).not.toBe(changed);
  });

  it('refuses an asset of an unknown kind', () => {
    writeFileSync(join(folder, 'assets', 'notes.txt'), '');
    expect(() => new Assets(join(folder, 'assets'))).toThrow('no content type');
  });
});
