/** What Excel, WPS and others take for the beginning of a formula, also in full width. */
const DANGEROUS = /^[=+\-@\t\r＝＋－＠]/;
const MARK = "'";
const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,12})?$/;

/**
 * The text as a cell that no program computes: an apostrophe goes before what looks like a formula, and before an
 * apostrophe of the text's own, so that `armed` gives back exactly this text. A plain decimal such as -5 stays as it is.
 */
export function defused(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return DANGEROUS.test(text) || text.startsWith(MARK) ? MARK + text : text;
}

/** Takes the apostrophe of `defused` off again; any other text is left as it is. */
export function armed(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith(MARK) && (DANGEROUS.test(rest) || rest.startsWith(MARK)) ? rest : cell;
}
