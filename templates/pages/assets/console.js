// Entry of the console's scripts. Every page can be read without it; it makes forms speak to the API and catches scans.
import { watchCopies } from './answers.js';
import { watchConditions } from './conditions.js';
import { isDirty, prepareForms } from './forms.js';
import { watchInstruments } from './instruments.js';
import { watchKeys } from './keys.js';
import { watchLines } from './lines.js';
import { watchMemory } from './remember.js';
import { watchScans } from './scan.js';
import { showKeptToast, toast } from './toasts.js';
import { watchToggles } from './toggles.js';

const texts = document.body.dataset;

prepareForms(document, texts);
watchScans({ isBusy: isDirty, sayBusy: () => toast(texts.textUnsaved, 'caution') });
watchKeys();
watchCopies();
watchConditions();
watchLines();
watchToggles();
watchMemory();
watchInstruments();
showKeptToast();

addEventListener('beforeunload', (event) => {
  if (isDirty()) event.preventDefault();
});
