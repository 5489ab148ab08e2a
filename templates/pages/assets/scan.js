// A scanner is a fast keyboard that ends with Enter. It is told from a person by its speed, so a scan works from
// anywhere on the page: what it typed into a field is taken out again, and the code goes to the scan box.
// A field marked `data-scan-target` keeps its scans.
import { instrumentFieldFor } from './instruments.js';
import { toast } from './toasts.js';

const FAST = 45; // milliseconds between two keys; people who type fast need 80 and more
const SHORTEST = 6;
const SHORTEST_INSTRUMENT = 2;

/** `hindrance` answers why this page cannot be left now, if so. */
export function watchScans({ hindrance }) {
  const form = document.getElementById('scan');
  if (!form) return;
  let burst = fresh();

  document.addEventListener('keydown', onKey, true);

  function onKey(event) {
    const isSlow = event.timeStamp - burst.last > FAST;
    if (event.key === 'Enter' && !isSlow && fillInstrument(event, burst)) {
      burst = fresh();
      return;
    }
    if (event.key === 'Enter' && !isSlow && burst.keys.length >= SHORTEST) return caught(event);
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isSlow) burst = fresh(event.target);
    burst.keys += event.key;
    burst.last = event.timeStamp;
  }

  function caught(event) {
    const { keys, field, before } = burst;
    burst = fresh();
    if (field === form.elements.code || field?.matches?.('[data-scan-target]')) return;
    event.preventDefault();
    event.stopPropagation();
    if (before !== undefined) field.value = before;
    open(keys);
  }

  function open(code) {
    form.elements.code.value = code;
    const why = hindrance();
    if (!why) return form.requestSubmit();
    form.elements.code.focus();
    toast(why, 'caution');
  }
}

function fresh(field) {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return { keys: '', last: -Infinity, field, before: isText ? field.value : undefined };
}

// An instrument's label fills the instrument of the reading at which it is scanned, and the focus stays.
function fillInstrument(event, { keys, field, before }) {
  const own = keys.length >= SHORTEST_INSTRUMENT ? instrumentFieldFor(keys, field?.form) : undefined;
  if (!own || own === field) return false;
  event.preventDefault();
  event.stopPropagation();
  if (before !== undefined) field.value = before;
  own.value = keys;
  own.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
