// A scanner and a balance are both fast keyboards that end with Enter or Tab. They are told from a person by their speed,
// and from each other by what they type: a figure with at most a unit is measured and stays in its field, anything else
// is a code. A scan works from anywhere on the page: what it typed into a field is taken out again, and the code goes to
// the scan box. A field marked `data-scan-target` keeps its scans.
import { forget, isChanged } from './forms.js';
import { instrumentFieldFor } from './instruments.js';
import { looksMeasured } from './measured.js';
import { toast } from './toasts.js';

const FAST = 45; // milliseconds between two keys; people who type fast need 80 and more
const SHORTEST = 6;
const SHORTEST_INSTRUMENT = 2;
const LISTS = '[data-type=list], [data-type=counts]'; // take several figures
const ENDS = ['Enter', 'Tab'];

/** `hindrance` answers why this page cannot be left now, if so. */
export function watchScans({ hindrance }) {
  const form = document.getElementById('scan');
  if (!form) return;
  let burst = fresh();
  let ended = -Infinity;

  document.addEventListener('keydown', onKey, true);

  function onKey(event) {
    if (!event.isTrusted) return;
    const isSlow = event.timeStamp - burst.last > FAST;
    if (ENDS.includes(event.key)) return isSlow ? ignoreSecond(event) : onEnd(event);
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isSlow) burst = fresh(event.target);
    burst.keys += event.key;
    burst.last = event.timeStamp;
  }

  function onEnd(event) {
    const whole = burst;
    burst = fresh();
    if (event.key === 'Enter' && fillInstrument(event, whole)) return;
    if (isMeasured(whole)) {
      ended = event.timeStamp;
      return takeMeasured(event, whole);
    }
    if (whole.keys.length < SHORTEST || whole.field === form.elements.code) return;
    if (whole.field?.matches?.('[data-scan-target]')) return;
    stop(event);
    restore(whole);
    open(whole.keys);
  }

  /** Some devices end a line with two keys; the second must not skip a field. */
  function ignoreSecond(event) {
    if (event.timeStamp - ended <= FAST) stop(event);
  }

  function open(code) {
    form.elements.code.value = code;
    const why = hindrance();
    if (!why) return form.requestSubmit();
    form.elements.code.focus();
    toast(why, 'caution');
  }
}

/** Enter goes on by itself (keys.js); Tab means the same when a device pressed it. */
function takeMeasured(event, whole) {
  const { field, keys } = whole;
  if (field.matches('[data-measures]')) {
    if (event.key === 'Enter') return;
    stop(event);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  } else if (!field.matches(LISTS)) {
    stop(event);
    restore(whole);
    const { textNowhere } = document.querySelector('[data-measure-words]').dataset;
    toast(textNowhere.replace('{value}', keys), 'caution');
  }
}

function isMeasured({ keys, field }) {
  if (!field?.matches || keys === '' || !document.querySelector('[data-measures]')) return false;
  return looksMeasured(keys) && (field.matches('[data-measures]') || keys.length >= SHORTEST);
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

function restore({ field, before, wasChanged }) {
  if (before === undefined) return;
  field.value = before;
  if (!wasChanged) forget(field.form);
}

function fresh(field) {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const before = isText ? field.value : undefined;
  return { keys: '', last: -Infinity, field, before, wasChanged: isChanged(field?.form) };
}

// An instrument's label fills the instrument of the reading at which it is scanned, and the focus stays.
function fillInstrument(event, whole) {
  const { keys, field } = whole;
  const own = keys.length >= SHORTEST_INSTRUMENT ? instrumentFieldFor(keys, field?.form) : undefined;
  if (!own || own === field) return false;
  stop(event);
  restore(whole);
  own.value = keys;
  own.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
