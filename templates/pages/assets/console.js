// Entry of the console's scripts. Every page can be read without it; it makes forms speak to the API and catches scans.
import { watchCopies } from './answers.js';
import { watchConditions } from './conditions.js';
import { isChanged, isDirty, prepareForms } from './forms.js';
import { watchHelp } from './help.js';
import { watchInstruments } from './instruments.js';
import { watchKeys } from './keys.js';
import { isOffline, startQueue } from './queue.js';
import { watchQueue } from './queue-view.js';
import { watchLines } from './lines.js';
import { watchMeasures } from './measures.js';
import { watchPad } from './pad.js';
import { watchMemory } from './remember.js';
import { watchScans } from './scan.js';
import { showKeptToast } from './toasts.js';
import { watchToggles } from './toggles.js';
import { watchUndo } from './undo.js';
import { watchVerdicts } from './verdicts.js';

const texts = document.body.dataset;

watchMeasures();
prepareForms(document, texts);
watchScans({ hindrance });
startQueue();
watchQueue((region) => prepareForms(region, texts));
watchKeys();
watchCopies();
watchConditions();
watchLines();
watchToggles();
watchMemory();
watchInstruments();
watchUndo(isChanged);
watchVerdicts();
watchPad();
watchHelp();
showKeptToast();

showPlace();

/** On a phone the menu and the tabs go beyond the edge: what is open is rolled into sight. */
function showPlace() {
  for (const place of document.querySelectorAll('.menu [aria-current], .tabs [aria-current]')) {
    const strip = place.closest('ul, .tabs');
    strip.scrollLeft = place.offsetLeft - (strip.clientWidth - place.offsetWidth) / 2;
  }
}

/** What speaks against leaving this page for what was scanned; without network nothing could be opened. */
function hindrance() {
  if (isDirty()) return texts.textUnsaved;
  return isOffline() ? texts.textNoNetwork : undefined;
}

addEventListener('beforeunload', (event) => {
  // A page that is left without network does not come back.
  if (isDirty() || (!navigator.onLine && document.querySelector('[data-queue]'))) event.preventDefault();
});
