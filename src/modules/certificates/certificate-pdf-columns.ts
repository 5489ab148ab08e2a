import type { CertificatePages } from './certificate-pdf-page.js';
import { GRID } from './certificate-pdf-style.js';

/** A piece of text that is never torn apart; a heading stays with the block after it. */
export interface Block {
  readonly height: number;
  readonly isHeading?: boolean;
  draw(x: number, y: number): void;
}

export const COLUMN_WIDTH = (GRID.width - GRID.gutter) / 2;

/**
 * Sets blocks in two columns of about equal height, leaving `reserve` below them for what closes the last page.
 * When all fit a new page but not this one, they move there together; otherwise they fill page after page.
 */
export function drawColumns(pages: CertificatePages, blocks: readonly Block[], reserve: number): void {
  let rest = bound(blocks);
  if (!evenly(rest, room(pages) - reserve)) pages.next();
  while (rest.length > 0) {
    const [left, right] = evenly(rest, room(pages) - reserve) ?? filling(rest, room(pages));
    drawColumn(left.flat(), GRID.left, pages.y);
    drawColumn(right.flat(), GRID.left + COLUMN_WIDTH + GRID.gutter, pages.y);
    pages.y += Math.max(total(left), total(right));
    rest = rest.slice(left.length + right.length);
    if (rest.length > 0) pages.next();
  }
}

function room(pages: CertificatePages): number {
  return GRID.bottom - pages.y;
}

type Bound = readonly Block[];

const TALLEST = (GRID.bottom - GRID.top) / 2;

/** Sections that stay in one piece; a very long one is torn between its blocks, its heading staying with the first. */
function bound(blocks: readonly Block[]): readonly Bound[] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (!last || block.isHeading || heightOf(last) + block.height > TALLEST) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

type Split = readonly [left: readonly Bound[], right: readonly Bound[]];

/** The split with the lowest taller column, if there is one that fits. */
function evenly(groups: readonly Bound[], height: number): Split | undefined {
  let best: { readonly split: Split; readonly height: number } | undefined;
  for (let at = 1; at <= groups.length; at++) {
    const split: Split = [groups.slice(0, at), groups.slice(at)];
    const taller = Math.max(total(split[0]), total(split[1]));
    if (taller <= height && (!best || taller < best.height)) best = { split, height: taller };
  }
  return best?.split;
}

/** Both columns filled from the top; at least one group is taken, so that setting always ends. */
function filling(groups: readonly Bound[], height: number): Split {
  const left = filled(groups, height, 1);
  return [left, filled(groups.slice(left.length), height, 0)];
}

function filled(groups: readonly Bound[], height: number, least: number): readonly Bound[] {
  let count = 0;
  let used = 0;
  for (const group of groups) {
    if (used + heightOf(group) > height) break;
    used += heightOf(group);
    count++;
  }
  return groups.slice(0, Math.max(count, least));
}

function drawColumn(blocks: readonly Block[], x: number, top: number): void {
  let y = top;
  for (const block of blocks) {
    block.draw(x, y);
    y += block.height;
  }
}

function total(groups: readonly Bound[]): number {
  return groups.reduce((sum, group) => sum + heightOf(group), 0);
}

function heightOf(group: Bound): number {
  return group.reduce((sum, block) => sum + block.height, 0);
}
