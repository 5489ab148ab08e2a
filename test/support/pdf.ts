import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels as a canvas has them: four bytes each, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A page (from 1) as an independent viewer draws it; scale 1 is 72 dots an inch. */
export async function rasterise(pdf: Uint8Array, page: number, scale: number): Promise<Pixels> {
  return opened(pdf, async (document) => {
    const proxy = await document.getPage(page);
    const viewport = proxy.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    await proxy.render({ canvas: null, canvasContext: context, viewport }).promise;
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { data: new Uint8ClampedArray(data), width, height };
  });
}

/** The text of each page, without any spaces: where a viewer puts them is its own affair. */
export async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  return opened(pdf, async (document) => {
    const pages: string[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      pages.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replace(/\s/g, ''),
      );
    }
    return pages;
  });
}

/** A piece of text where it stands, in points from the top left corner. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pieces of text of a page (from 1) with the space that their characters take. */
export async function placedTextsOf(pdf: Uint8Array, page: number): Promise<readonly PlacedText[]> {
  return opened(pdf, async (document) => {
    const proxy = await document.getPage(page);
    const [, , , height = 0] = proxy.view;
    const { items } = await proxy.getTextContent();
    const placed: PlacedText[] = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [size = 0, , , , left = 0, baseline = 0] = item.transform.map(Number);
      const bottom = height - baseline;
      placed.push({ text: item.str, left, right: left + item.width, top: bottom - 0.72 * size, bottom });
    }
    return placed;
  });
}

/** What is wrong with a page's layout: texts that cross each other or the page's edge. */
export function clashes(texts: readonly PlacedText[], page: { width: number; height: number }): readonly string[] {
  const outside = texts.filter((at) => at.left < 0 || at.top < 0 || at.right > page.width || at.bottom > page.height);
  const crossing = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (doCross(one, other) ? [`${one.text} × ${other.text}`] : [])),
  );
  return [...outside.map(({ text }) => `${text} is outside`), ...crossing];
}

function doCross(one: PlacedText, other: PlacedText): boolean {
  const slack = 0.3;
  return (
    one.left < other.right - slack &&
    other.left < one.right - slack &&
    one.top < other.bottom - slack &&
    other.top < one.bottom - slack
  );
}

/** A text as `textOf` gives it. */
export function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}

async function opened<T>(pdf: Uint8Array, read: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // pdfjs takes the buffer over, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}
