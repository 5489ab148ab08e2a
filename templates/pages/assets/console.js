// Entry of the console's scripts. Every page can be read without it; it makes forms speak to the API and catches scans.
import { isDirty, prepareForm } from './forms.js';
import { watchScans } from './scan.js';
import { showKeptToast, toast } from './toasts.js';

const texts = document.body.dataset;

for (const form of document.querySelectorAll('form[data-api]')) prepareForm(form, texts);
watchScans({ isBusy: isDirty, sayBusy: () => toast(texts.textUnsaved, 'caution') });
showKeptToast();

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey) submitFormOf(event);
  else if (event.target.matches('[data-reading]')) goToNextReading(event);
});

addEventListener('beforeunload', (event) => {
  if (isDirty()) event.preventDefault();
});

function submitFormOf(event) {
  const form = event.target.closest('form');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

// Enter goes on to the next reading, so that a row of readings is typed without the mouse; the last one goes to the button.
function goToNextReading(event) {
  event.preventDefault();
  const fields = [...event.target.form.querySelectorAll('[data-reading]:not(:disabled)')];
  const next = fields[fields.indexOf(event.target) + 1] ?? event.target.form.querySelector('.form-actions button');
  next?.focus();
  next?.select?.();
}
