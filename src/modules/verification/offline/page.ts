import type { Language } from '../../../kernel/language.js';
import { checkBundle } from './bundle-check.rules.js';
import { bundlePage, type Outcome } from './bundle-page.rules.js';
import { bundleView } from './bundle-view.rules.js';
import { BUNDLE_ID } from './bundle.rules.js';
import type { PageChild } from './page-node.js';
import { plainSha256 } from './sha256.rules.js';
import { canVerify, withWebSignatures } from './web-signatures.js';

// The script inside an offline bundle. What it needs of the browser's document, said here: the program is compiled
// for Node, whose types have none.
interface Part {
  readonly content: { readonly firstElementChild: Part };
  textContent: string;
  lang: string;
  cloneNode(isDeep: boolean): Part;
  setAttribute(name: string, value: string): void;
  append(...parts: readonly (Part | string)[]): void;
  replaceChildren(...parts: readonly (Part | string)[]): void;
  addEventListener(event: 'click', handler: () => void): void;
}
declare const document: {
  readonly documentElement: Part;
  title: string;
  createElement(tag: string): Part;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): { readonly length: number };
};
declare const navigator: { readonly language: string };

function part(selector: string): Part {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** The pictures stand in the page as templates; everything else is made element by element, never from HTML. */
function drawn(node: PageChild): Part | string {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  const made =
    tag === 'icon'
      ? part(`#icon-${attributes['name']}`).content.firstElementChild.cloneNode(true)
      : document.createElement(tag);
  if (tag === 'icon') made.setAttribute('class', `icon ${attributes['class']}`);
  else for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map(drawn));
  return made;
}

async function outcomeOf(text: string): Promise<Outcome> {
  const checking = await withWebSignatures((verifyEd25519) =>
    checkBundle(text, { sha256: plainSha256, verifyEd25519 }),
  );
  if ('checked' in checking) {
    bundleView(checking.checked);
    return { kind: 'verified', checked: checking.checked };
  }
  // A browser without Ed25519 fails the signature only; anything else it has checked.
  const isOnlyUnsigned = checking.faults.every(({ part: where }) => where === 'checkpoint');
  if (isOnlyUnsigned && !(await canVerify())) return { kind: 'unchecked' };
  return { kind: 'failed', faults: checking.faults };
}

function show(outcome: Outcome, language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  part('#content').replaceChildren(...bundlePage(outcome, language).map(drawn));
  part('#content').setAttribute('data-outcome', outcome.kind);
  const other = part('#language');
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.setAttribute('lang', language === 'zh' ? 'en' : 'zh-CN');
}

async function main(): Promise<void> {
  if (document.querySelectorAll(`[id="${BUNDLE_ID}"]`).length !== 1) throw new Error('the data block is not one');
  const outcome = await outcomeOf(part(`#${BUNDLE_ID}`).textContent);
  let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
  part('#language').addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    show(outcome, language);
  });
  show(outcome, language);
}

main().catch((error: unknown) => {
  const what = { zh: `无法核验：${String(error)}`, en: `it cannot be checked: ${String(error)}` };
  const where = { zh: '文件', en: 'The file' };
  show({ kind: 'failed', faults: [{ part: 'file', where, what }] }, 'zh');
});
