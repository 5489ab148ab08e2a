// Shows a problem (RFC 9457) in the form's box, and each of its `errors` { path, message } beside its field.
import { pathOf } from './body.js';

export function clearProblem(form) {
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    // An instrument is out of calibration whatever was answered.
    if (!form.querySelector(`[data-warning-for="${CSS.escape(field.id)}"]:not([hidden])`)) field.ariaInvalid = null;
  }
  for (const note of form.querySelectorAll('[data-error-for]')) {
    note.hidden = true;
    note.textContent = '';
  }
  const box = form.querySelector('[data-problem]');
  if (box) box.hidden = true;
}

/** Unless it `isFocused`, it is told without taking the focus from where it is. */
export function showProblem(form, { title, detail, code, requestId, errors = [] }, isFocused = true) {
  const homeless = errors.filter((error) => !showBeside(form, error));
  const box = form.querySelector('[data-problem]') ?? addBox(form);
  write(box, '[data-problem-title]', title);
  write(box, '[data-problem-detail]', detail);
  write(box, '[data-problem-code]', [code, requestId].filter(Boolean).join(' · '));
  const items = homeless.map((error) =>
    Object.assign(document.createElement('li'), { textContent: `${error.path}: ${error.message}` }),
  );
  box.querySelector('[data-problem-list]')?.replaceChildren(...items);
  box.hidden = false;
  const [first = box] = errors.map(({ path }) => fieldAt(form, path)).filter(Boolean);
  if (isFocused) first.focus();
}

function showBeside(form, { path, message }) {
  const field = fieldAt(form, path);
  if (!field) return false;
  field.setAttribute('aria-invalid', 'true');
  const note = form.querySelector(`[data-error-for="${CSS.escape(field.name)}"]`);
  if (!note) return false;
  note.textContent = note.textContent ? `${note.textContent} ${message}` : message;
  note.hidden = false;
  return true;
}

// A problem of a whole group (`quantity`) is shown at the first field inside it (`quantity.value`).
function fieldAt(form, path) {
  const wanted = pathOf(path).join('.');
  const named = [...form.elements].filter((field) => field.name && field.type !== 'hidden');
  const nameOf = (field) => pathOf(field.name).join('.');
  return (
    named.find((field) => nameOf(field) === wanted) ?? named.find((field) => nameOf(field).startsWith(`${wanted}.`))
  );
}

function addBox(form) {
  const box = document.createElement('div');
  box.className = 'problem';
  box.tabIndex = -1;
  box.setAttribute('role', 'alert');
  box.dataset.problem = '';
  const line = (name) =>
    Object.assign(document.createElement('p'), { className: name === 'title' ? 'problem-title' : '' });
  for (const name of ['title', 'detail']) {
    const text = line(name);
    text.setAttribute(`data-problem-${name}`, '');
    box.append(text);
  }
  form.prepend(box);
  return box;
}

function write(box, selector, text) {
  const place = box.querySelector(selector);
  if (place) place.textContent = text ?? '';
}
