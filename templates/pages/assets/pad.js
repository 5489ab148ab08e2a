// Large keys for figures, for fingers in gloves: they type into the field that has the focus, which keeps it. Shown where
// there is no mouse, or as the person chose last on this machine.
const CHOSEN = 'yanzhen:pad';
const TYPED = 'input.number, input[data-measures]';
const pad = document.getElementById('pad');
let field;

export function watchPad() {
  const toggle = document.querySelector('[data-pad-toggle]');
  if (!pad || !toggle) return;
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    localStorage.setItem(CHOSEN, pad.hidden ? 'shown' : 'hidden');
    show(toggle, pad.hidden);
    (field ?? document.querySelector('[data-reading]'))?.focus();
  });
  show(toggle, (localStorage.getItem(CHOSEN) ?? usual()) === 'shown');
  document.addEventListener('focusin', ({ target }) => {
    if (target.matches('input, select, textarea')) field = target;
  });
  // The field keeps the focus while a key is pressed.
  pad.addEventListener('pointerdown', (event) => event.preventDefault());
  pad.addEventListener('click', ({ target }) => press(target.closest('[data-pad]')?.dataset.pad));
}

function usual() {
  return matchMedia('(pointer: coarse)').matches ? 'shown' : 'hidden';
}

function show(toggle, isShown) {
  pad.hidden = !isShown;
  toggle.setAttribute('aria-pressed', String(isShown));
  // The machine's own keyboard would cover half of the screen beside it.
  for (const each of document.querySelectorAll(TYPED)) each.inputMode = isShown ? 'none' : 'decimal';
}

function press(key) {
  if (!key || !field?.isConnected) return;
  field.focus();
  if (key === 'next') return void field.dispatchEvent(new KeyboardEvent('keydown', NEXT));
  if (!field.matches(TYPED)) return;
  const typed = { clear, back, sign }[key] ?? (() => field.setRangeText(key, start(), field.selectionEnd, 'end'));
  typed();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const NEXT = { key: 'Enter', bubbles: true, cancelable: true };

function start() {
  return field.selectionStart;
}

function clear() {
  field.value = '';
}

function back() {
  const isRange = start() !== field.selectionEnd;
  field.setRangeText('', isRange ? start() : Math.max(0, start() - 1), field.selectionEnd, 'end');
}

function sign() {
  field.value = field.value.startsWith('-') ? field.value.slice(1) : `-${field.value}`;
}
