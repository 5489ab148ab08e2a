// Says on every page what waits for the network, beside each item what waits of it, and asks about conflicts one by one:
// what was read here, what stands there by now, and which of the two is kept.
import { refreshRegions } from './live-regions.js';
import { drain, drop, onQueue, sendAnew } from './queue.js';

const SOON = 200; // milliseconds; what is sent one after another is shown at once
const panel = document.getElementById('queue');
const part = (name) => panel.querySelector(`[data-queue-${name}]`);
let asked;
let before = 0;
let fetching;
let lastField;

/** `prepare` makes the forms work in parts of the page that are fetched anew. */
export function watchQueue(prepare) {
  if (!panel) return;
  part('retry').addEventListener('click', () => void drain());
  part('keep').addEventListener('click', () => void keepMine());
  part('drop').addEventListener('click', () => void decide(() => drop(asked.entry.id)));
  document.addEventListener('focusout', ({ target }) => {
    if (!panel.contains(target)) lastField = target;
  });
  onQueue((now) => {
    show(now);
    if (now.waiting.length < before && document.querySelector('[data-live]')) {
      clearTimeout(fetching);
      fetching = setTimeout(() => void refreshed(prepare), SOON);
    }
    before = now.waiting.length;
  });
}

/** Fetches what follows the record anew; without network the page stays as it is. */
export async function refreshed(prepare) {
  try {
    await refreshRegions(prepare);
  } catch {
    // It is fetched again when something has been sent.
  }
}

function show({ waiting, conflicts, others, state }) {
  const isBroken = state === 'not-kept';
  panel.hidden = waiting.length + conflicts.length + others === 0 && !isBroken;
  const { textWaiting, textOthers } = panel.dataset;
  write('count', waiting.length > 0 ? textWaiting.replace('{count}', waiting.length) : '');
  write('state', waiting.length > 0 || isBroken ? wordsOf(state) : '');
  write('others', others > 0 ? textOthers.replace('{count}', others) : '');
  part('retry').hidden = waiting.length === 0 || state === 'signed-out' || state === 'sending';
  part('sign-in').hidden = waiting.length === 0 || state !== 'signed-out';
  part('sign-in').href = `/sign-in?next=${encodeURIComponent(location.pathname)}`;
  showItems(waiting);
  void ask(conflicts);
}

function wordsOf(state) {
  const { textOffline, textSignedOut, textBusy, textSending } = panel.dataset;
  const { textNotKept } = document.body.dataset;
  return {
    ...{ offline: textOffline, 'signed-out': textSignedOut, busy: textBusy },
    ...{ sending: textSending, 'not-kept': textNotKept },
  }[state];
}

function write(name, text) {
  if (part(name).textContent !== text) part(name).textContent = text;
}

function showItems(waiting) {
  for (const note of document.querySelectorAll('[data-waiting-for]')) {
    const [place, item] = note.dataset.waitingFor.split(' ');
    const own = waiting.filter((entry) => entry.place === place && entry.item === item);
    const said = own.map((entry) => entry.said).filter(Boolean);
    note.hidden = own.length === 0;
    const text = `${panel.dataset.textItem} ${said.join(' → ') || own.length}`;
    if (note.textContent !== text) note.textContent = text;
  }
}

async function ask([entry, ...more]) {
  const box = part('conflict');
  if (entry?.id === asked?.entry.id) return write('more', moreText(more));
  asked = entry && { entry };
  // What the buttons decide is never another than what is shown.
  box.hidden = true;
  if (!entry) return;
  const there = await standing(entry);
  if (asked?.entry !== entry) return;
  asked.seen = there.seen;
  write('item', entry.label ?? '');
  write('why', entry.problem.detail);
  write('mine', entry.said || panel.dataset.textPhoto);
  write('theirs', there.said);
  write('at', new Date(entry.at).toLocaleTimeString(document.documentElement.lang, { hourCycle: 'h23' }));
  write('more', moreText(more));
  box.hidden = false;
}

function moreText(more) {
  return more.length > 0 ? panel.dataset.textMore.replace('{count}', more.length) : '';
}

/** What the inspection's own page says of the item by now. */
async function standing({ place, item }) {
  try {
    const page = new DOMParser().parseFromString(await pageOf(place), 'text/html');
    const said = page.querySelector(`[data-said-for="${CSS.escape(item)}"]`)?.textContent.trim();
    const seen = page.querySelector(`[data-seen-for="${CSS.escape(item)}"]`)?.value;
    return { said: said ?? panel.dataset.textNothing, seen };
  } catch {
    return { said: panel.dataset.textUnknown };
  }
}

async function pageOf(place) {
  const response = await fetch(`/console/inspections/${place}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}

/** Mine, in full sight of theirs: it replaces what was shown beside it, and nothing that came after. */
function keepMine() {
  const { entry, seen } = asked;
  return decide(() => sendAnew(entry, seen === undefined ? undefined : Number(seen)));
}

async function decide(act) {
  part('conflict').hidden = true;
  // What this browser could not write down is asked again; drain tells why.
  await act().catch(() => {});
  asked = undefined;
  await drain();
  // The button that was pressed is gone; the work goes on where it was.
  if (document.activeElement === document.body) (lastField ?? document.querySelector('[data-reading]'))?.focus();
}
