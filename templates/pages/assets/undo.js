// Takes back the last entry before the inspection is submitted. What still waits in this browser and was never sent is
// simply forgotten; what was sent, or may have been, is taken back by a command of its own behind it.
import { dropUntried, keep, newKey, outcomeOf, waitingAt } from './queue.js';
import { toast } from './toasts.js';

/** Takes back what was entered last and still waits; answers whether there was any. */
export async function undoWaiting(form) {
  const waiting = (await waitingAt(form.dataset.queue)).filter(({ problem }) => !problem);
  const last = waiting.at(-1);
  if (!last) return false;
  const isForgotten = !last.isTried && (await dropUntried(last.id));
  if (!isForgotten && isReading(last)) await outcomeOf(await keep(withdrawalOf(last, form)));
  // A photograph stays once it may have arrived; taking back what was before it would surprise.
  if (isForgotten || isReading(last)) toast(form.dataset.done);
  else toast(form.dataset.stays, 'caution');
  return true;
}

function isReading({ bytes, url }) {
  return typeof bytes === 'string' && url.endsWith('/readings');
}

function withdrawalOf({ bytes, place, item, label }, form) {
  const [method, url] = form.dataset.api.split(' ');
  const reading = (JSON.parse(bytes).readings[0].seen ?? 0) + 1;
  const body = JSON.stringify({ item, reading });
  const { said } = form.dataset;
  return {
    place,
    item,
    label,
    said,
    method,
    url,
    type: 'application/json',
    bytes: body,
    key: newKey(),
    at: Date.now(),
  };
}

/** Ctrl+Z, except where it undoes typing. `isTyping` tells whether a form holds any. */
export function watchUndo(isTyping) {
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    const form = document.querySelector('form[data-undo]');
    if (!form || isTyping(event.target.form)) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
