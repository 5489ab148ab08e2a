/** Longest first; each length is a statement of its own, prepared once. */
const LENGTHS = [64, 16, 4, 1] as const;

/**
 * Cuts a list into runs of few different lengths, in order: a statement for so many rows at once is much quicker than one
 * for each, and there are not as many statements as there are lengths of lists.
 */
export function inRuns<T>(list: readonly T[]): T[][] {
  const runs: T[][] = [];
  let at = 0;
  for (const length of LENGTHS) {
    for (; list.length - at >= length; at += length) runs.push(list.slice(at, at + length));
  }
  return runs;
}
