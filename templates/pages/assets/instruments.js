// The fields of readings that name an instrument: says in red before the reading is taken what is wrong with it, and
// takes an instrument's label that is scanned anywhere in the form of a reading. What instruments there are stands in
// the page's <datalist data-instruments>.

export function watchInstruments() {
  for (const note of document.querySelectorAll('[data-warning-for]')) showWarning(fieldOf(note), note);
  document.addEventListener('input', ({ target }) => {
    const note = document.querySelector(`[data-warning-for="${CSS.escape(target.id)}"]`);
    if (note) showWarning(target, note);
  });
}

/** The field of the form that names its instrument, when what was scanned is the code of one; else undefined. */
export function instrumentFieldFor(code, form) {
  const note = optionOf(code) && form?.querySelector('[data-warning-for]');
  return note ? fieldOf(note) : undefined;
}

function showWarning(field, note) {
  const code = field.value.trim();
  const option = optionOf(code);
  const register = document.querySelector('datalist[data-instruments]');
  const text = code === '' || !register ? '' : option ? (option.dataset.warning ?? '') : register.dataset.unknown;
  note.textContent = text;
  note.hidden = text === '';
  field.ariaInvalid = String(text !== '');
}

function optionOf(code) {
  const wanted = spelled(code);
  const options = document.querySelectorAll('datalist[data-instruments] option');
  return [...options].find((option) => spelled(option.value) === wanted);
}

// As the register spells codes.
function spelled(code) {
  return code.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

function fieldOf(note) {
  return document.getElementById(note.dataset.warningFor);
}
