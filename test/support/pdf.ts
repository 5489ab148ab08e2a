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
