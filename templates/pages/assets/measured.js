// A figure as balances and calipers type it: `12.34`, `12.34 g`, `+00012.34 g`, `N  +  12.34 g`, `ST,+00012.34  g`.
// What could mean two figures, what a balance marks as unsteady or out of range, and a unit that is not the item's are
// refused, never guessed. Forms: see docs/station.md.

const STEADY = /^(?:(?:ST|QT),|S S\s|S\s{2,}|N(?=[\s+-])(?:ET)?)\s*/;
const UNSTEADY = /^(?:US,|S D\s)|\?$/;
const BEYOND = /^(?:OL,|S [+-]$|SI [+-]$)|[\^v]$/;
const FIGURE = /^([+-]?)\s*([\d.,]+)\s*(.*)$/;

/** `{ value, spelling }`, the spelling of the unit as typed or empty; or `{ fault }`. */
export function parsed(typed) {
  const text = typed.normalize('NFKC').replace(/[−‐]/g, '-').trim();
  if (UNSTEADY.test(text)) return { fault: 'unsteady' };
  if (BEYOND.test(text)) return { fault: 'beyond' };
  const [, sign, figure, spelling] = FIGURE.exec(text.replace(STEADY, '')) ?? [];
  if (figure === undefined || /\d/.test(spelling)) return { fault: 'unreadable' };
  const plain = withPoint(figure);
  if (plain === undefined) return { fault: 'unreadable' };
  if (plain === 'ambiguous') return { fault: 'ambiguous' };
  return { value: `${sign === '-' ? '-' : ''}${plain}`, spelling: spelling.trim() };
}

/** Tells whether it is rather a figure of a balance than a code: few digits, and nothing else but a unit. */
export function looksMeasured(typed) {
  const { value, spelling, fault } = parsed(typed);
  if (fault) return fault !== 'unreadable';
  const [whole, ...decimals] = value.replace('-', '').split('.');
  return (
    whole.length <= 7 && (decimals.length > 0 || spelling !== '' || whole.length < 6) && /^\D{0,14}$/.test(spelling)
  );
}

/** The figure with a decimal point, without zeros in front. A comma before three last digits may be either sign. */
function withPoint(figure) {
  if (/^[1-9]\d{0,2},\d{3}$/.test(figure)) return 'ambiguous';
  const forms = [
    [/^\d*\.?\d+$/, (text) => text],
    [/^\d+,\d+$/, (text) => text.replace(',', '.')],
    [/^\d{1,3}(,\d{3})+(\.\d+)?$/, (text) => text.replaceAll(',', '')],
    [/^\d{1,3}(\.\d{3})+,\d+$/, (text) => text.replaceAll('.', '').replace(',', '.')],
  ];
  const [, plain] = forms.find(([form]) => form.test(figure)) ?? [];
  return plain?.(figure)
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.');
}
