import type { Aql } from '../catalog/index.js';

/** GB/T 2828.1-2012 (ISO 2859-1), as rebuilt and checked in `templates/categories/reference/sampling-gbt2828.json`. */
export const SAMPLING_STANDARD = 'GB/T 2828.1-2012';

/** Sample size code letters, smallest sample first. The standard has no I and no O. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R'] as const;
export type Letter = (typeof LETTERS)[number];

/** General inspection level II: up to which lot size each letter goes; beyond the last it is Q. */
export const LOTS_UP_TO: readonly (readonly [upTo: number, letter: Letter])[] = [
  [8, 'A'],
  [15, 'B'],
  [25, 'C'],
  [50, 'D'],
  [90, 'E'],
  [150, 'F'],
  [280, 'G'],
  [500, 'H'],
  [1_200, 'J'],
  [3_200, 'K'],
  [10_000, 'L'],
  [35_000, 'M'],
  [150_000, 'N'],
  [500_000, 'P'],
];

export const SAMPLE_SIZES: Readonly<Record<Letter, number>> = {
  A: 2,
  B: 3,
  C: 5,
  D: 8,
  E: 13,
  F: 20,
  G: 32,
  H: 50,
  J: 80,
  K: 125,
  L: 200,
  M: 315,
  N: 500,
  P: 800,
  Q: 1_250,
  R: 2_000,
};

/** An acceptance number (the rejection number is one more), or an arrow to the first plan below or above. */
export type Cell = number | 'down' | 'up';

/** Single sampling, normal inspection, from 0.40 to 6.5. Other severities have no sourced table, so none is here. */
export const NORMAL_SINGLE: Readonly<Record<Letter, Readonly<Record<Aql, Cell>>>> = {
  A: row('down', 'down', 'down', 'down', 'down', 'down', 0),
  B: row('down', 'down', 'down', 'down', 'down', 0, 'up'),
  C: row('down', 'down', 'down', 'down', 0, 'up', 'down'),
  D: row('down', 'down', 'down', 0, 'up', 'down', 1),
  E: row('down', 'down', 0, 'up', 'down', 1, 2),
  F: row('down', 0, 'up', 'down', 1, 2, 3),
  G: row(0, 'up', 'down', 1, 2, 3, 5),
  H: row('up', 'down', 1, 2, 3, 5, 7),
  J: row('down', 1, 2, 3, 5, 7, 10),
  K: row(1, 2, 3, 5, 7, 10, 14),
  L: row(2, 3, 5, 7, 10, 14, 21),
  M: row(3, 5, 7, 10, 14, 21, 'up'),
  N: row(5, 7, 10, 14, 21, 'up', 'up'),
  P: row(7, 10, 14, 21, 'up', 'up', 'up'),
  Q: row(10, 14, 21, 'up', 'up', 'up', 'up'),
  R: row(14, 21, 'up', 'up', 'up', 'up', 'up'),
};

type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell];

function row(...[a, b, c, d, e, f, g]: Cells): Readonly<Record<Aql, Cell>> {
  return { '0.40': a, '0.65': b, '1.0': c, '1.5': d, '2.5': e, '4.0': f, '6.5': g };
}
