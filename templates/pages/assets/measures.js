// The fields that take a measured figure (`data-measures` lists the units in which it may come, by their spellings): what
// a balance or caliper typed is put into the form of a record, or refused beside the field before anything is sent.
import { parsed } from './measured.js';
import { clearProblem, showProblem } from './problems.js';

const COUNTED = 'H87';
const words = document.querySelector('[data-measure-words]')?.dataset ?? {};

export function watchMeasures() {
  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('[data-measures]')) return;
    const message = settle(target);
    if (message) say([[target, message]], target.form);
  });
  // Before the keys go on: what the figure's unit says about its instrument counts for where they go.
  document.addEventListener(
    'keydown',
    ({ key, target }) => key === 'Enter' && target.matches?.('[data-measures]') && void settle(target),
    true,
  );
  // Before the form itself hears of it.
  document.addEventListener('submit', refuseUnreadable, true);
}

function refuseUnreadable(event) {
  const fields = [...event.target.querySelectorAll('[data-measures]:not(:disabled)')];
  const faults = fields.map((field) => [field, settle(field)]).filter(([, message]) => message);
  if (faults.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  clearProblem(event.target);
  say(faults, event.target);
}

function say(faults, form) {
  const errors = faults.map(([field, message]) => ({ path: field.name, message }));
  showProblem(form, { title: document.body.dataset.textFailed, detail: faults[0][1], errors });
}

/** Puts the field's text into the form of a record; answers what is wrong with it, if anything. */
function settle(field) {
  if (field.value.trim() === '') return undefined;
  const { value, spelling, fault } = parsed(field.value);
  if (fault) return words[`text${fault[0].toUpperCase()}${fault.slice(1)}`];
  const place = placeOfUnit(field);
  const isChosen = place?.matches('select');
  const own = isChosen ? place.value : field.dataset.unit;
  const code = spelling === '' ? own : codeOf(spelling, JSON.parse(field.dataset.measures));
  const isFixed = isChosen || !place;
  if (spelling !== '' && (code === undefined || (isFixed && code !== own))) return unitMessage(field, place, spelling);
  if (!isFixed) place.value = JSON.stringify(code ?? null);
  if (own === undefined) askForInstrument(field.form, code);
  // Another unit stays visible beside the figure: it is recorded as it was read, and converted when it is judged.
  field.value = code === own ? value : `${value} ${spelling}`;
  field.removeAttribute('aria-invalid');
  return undefined;
}

/** Where the form says the unit: behind the scenes, or as it was chosen; nowhere when all figures share the item's. */
function placeOfUnit({ form, dataset }) {
  if (!dataset.unitField) return null;
  return form.querySelector('[data-unit-place]') ?? document.getElementById(dataset.unitField);
}

/** Of an item that takes a count or a mass: the mass was measured with something. */
function askForInstrument(form, code) {
  const instrument = form.querySelector('[data-aside][name$="instrument"]');
  if (instrument) instrument.dataset.aside = code === undefined || code === COUNTED ? '' : 'filled';
}

function codeOf(spelling, units) {
  const folded = Object.keys(units).filter((each) => each.toLowerCase() === spelling.toLowerCase());
  const codes = new Set(folded.map((each) => units[each]));
  return units[spelling] ?? (codes.size === 1 ? [...codes][0] : undefined);
}

function unitMessage({ dataset }, place, spelling) {
  const unit = place?.selectedOptions?.[0].textContent ?? dataset.unitSymbol;
  return words.textUnit.replace('{read}', spelling).replace('{unit}', unit || '—');
}
