// Forms without the mouse: Enter goes on to the next field and from the last one to the button; Ctrl+Enter submits.
// `data-enter="submit"` on a form keeps what browsers do by themselves. In a row of forms (`data-goes-on`, one per
// reading) Enter on the last field submits what was typed and goes on to the next form. `data-aside` is passed over; with `filled`, only while something
// stands in it.
// `data-empty-goes-to` names the field that Enter leads to while nothing is typed.
import { isChanged } from './forms.js';

export function watchKeys() {
  selectFirstField();
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    const form = event.target.form;
    if (!form) return;
    const { emptyGoesTo } = event.target.dataset;
    if (emptyGoesTo && event.target.value === '') goOnTo(event, document.getElementById(emptyGoesTo));
    else if (event.ctrlKey || event.metaKey) submit(event, form);
    else if (isFieldOf(event.target, form)) goOn(event, form);
  });
}

// What stands in the first field is a proposal: typing replaces it.
function selectFirstField() {
  const field = document.querySelector('input[autofocus]:not([type=checkbox])');
  if (!field) return;
  if (document.activeElement === field) field.select();
  else field.addEventListener('focus', () => field.select(), { once: true });
}

function isFieldOf(field, form) {
  if (!form.dataset.api || form.dataset.enter === 'submit') return false;
  return field.matches('input:not([type=file], [type=submit]), select');
}

function submit(event, form) {
  event.preventDefault();
  form.requestSubmit();
}

function goOnTo(event, field) {
  event.preventDefault();
  goTo(field);
}

function goOn(event, form) {
  event.preventDefault();
  const stops = stopsOf(form);
  const place = stops.indexOf(event.target);
  if (place >= 0 && stops[place + 1]) return goTo(stops[place + 1]);
  if (!('goesOn' in form.dataset)) return goTo(form.querySelector('.form-actions button'));
  if (isChanged(form)) {
    if (!form.reportValidity()) return;
    form.requestSubmit();
    // What cannot be read holds the focus until it is mended.
    if (form.querySelector('[data-measures][aria-invalid=true]')) return;
  }
  goTo(firstAfter(form));
}

function firstAfter(form) {
  const forms = [...document.querySelectorAll('form[data-goes-on]')];
  const next = forms[forms.indexOf(form) + 1];
  return next ? stopsOf(next)[0] : document.querySelector('#submission button');
}

function stopsOf(form) {
  return [...form.elements].filter((field) => {
    const isTyped = field.matches('input:not([type=hidden]), select, textarea, .form-actions button');
    return isTyped && !field.disabled && field.checkVisibility() && !isAside(field);
  });
}

function isAside({ dataset, value }) {
  return 'aside' in dataset && (dataset.aside !== 'filled' || value !== '');
}

function goTo(field) {
  if (!field) return;
  field.focus();
  field.scrollIntoView({ block: 'nearest' });
  if (field.matches('input')) field.select();
}
