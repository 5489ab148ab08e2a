/** The value below which the part `p` of all values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median, and between which values all rounds lay. */
export function spread(values: readonly number[]): string {
  return `${whole(median(values))} (${whole(Math.min(...values))}–${whole(Math.max(...values))})`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

export function millis(value: number): string {
  return value < 10 ? value.toFixed(3) : value.toFixed(1);
}

/** Rows under a heading, in columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

/** A figure beside what it should be. */
export interface Aim {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
  readonly isMet: boolean;
}

export function aimTable(aims: readonly Aim[]): string {
  return table(aims.map(({ what, figure, aim, isMet }) => [isMet ? 'met   ' : 'MISSED', what, figure, `aim ${aim}`]));
}
