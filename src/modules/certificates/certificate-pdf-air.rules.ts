/** What is set on the pages, measured in points without air. */
export interface Flow {
  /** Room on the first page, and on each further one. */
  readonly firstRoom: number;
  readonly room: number;
  /** Height of the table's header, which every page with rows repeats. */
  readonly header: number;
  readonly rows: readonly number[];
  readonly strips: readonly { readonly height: number; readonly isContinued: boolean }[];
}

/** Points above and below every row and strip, at most. */
const MOST_ON_ONE = 3;
const MOST_ON_MORE = 4;
const STEP = 0.1;

/**
 * The air above and below each row and strip: as much as there may be without needing another page.
 * So a page is filled evenly, and a last page that cannot be spared is not nearly empty.
 */
export function airFor(flow: Flow): number {
  const fewest = pagesOf(flow, 0);
  const most = fewest === 1 ? MOST_ON_ONE : MOST_ON_MORE;
  for (let steps = Math.round(most / STEP); steps > 0; steps--) {
    if (pagesOf(flow, steps * STEP) === fewest) return steps * STEP;
  }
  return 0;
}

function pagesOf({ firstRoom, room, header, rows, strips }: Flow, air: number): number {
  let pages = 1;
  let left = firstRoom;
  const take = (height: number, again: number): void => {
    if (height > left) {
      pages++;
      left = room - again;
    }
    left -= height;
  };
  const [first = 0, ...others] = rows.map((height) => height + 2 * air);
  if (rows.length > 0) take(header + first, 0);
  for (const height of others) take(height, header);
  for (const { height, isContinued } of strips) take(height + (isContinued ? air : 2 * air), 0);
  return pages;
}
