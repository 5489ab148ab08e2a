/** A piece of a page, as data: what makes it needs no browser, and nothing in it is ever read as HTML. */
export interface PageNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageChild[];
}

export type PageChild = PageNode | string;

type Given = PageChild | readonly PageChild[] | undefined;

/** `h('p.soft', 'text')`; what is undefined is left out. */
export function h(name: string, ...children: readonly Given[]): PageNode {
  return element(name, {}, ...children);
}

/** The same with attributes. */
export function element(name: string, attributes: PageNode['attributes'], ...children: readonly Given[]): PageNode {
  const [tag = 'div', ...classes] = name.split('.');
  const named = classes.length > 0 ? { class: classes.join(' '), ...attributes } : attributes;
  return { tag, attributes: named, children: children.flat().filter((child) => child !== undefined) };
}

/** A picture of the page's own, by its name. */
export function icon(name: string, className = ''): PageNode {
  return element('icon', { name, class: className });
}

/** Every text in the node, for tests and for readers without a browser. */
export function textIn(node: PageChild): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join(' ');
}
