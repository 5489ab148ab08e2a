// Keeps the overlay showing what the host picked. The server sends HTML that it rendered and escaped itself:
// `certificate` { html }, `clear`, and `beat` at least every 20 seconds. On each connection the server first sends
// the present state, so a source that was hidden, reloaded or cut off is right again at once.

const SILENCE = 45_000;
const RETRY = [500, 1_000, 2_000, 5_000, 10_000];
const LEAVE = 220;

const stage = document.getElementById('stage');
let source;
let watchdog;
let failures = 0;
let turn = Promise.resolve();

connect();

function connect() {
  source = new EventSource(stage.dataset.events);
  source.addEventListener('certificate', (event) => heard(() => show(cardOf(JSON.parse(event.data).html))));
  source.addEventListener('clear', () => heard(() => show(null)));
  source.addEventListener('beat', () => heard());
  source.addEventListener('error', retry);
  watch();
}

function heard(change) {
  failures = 0;
  watch();
  // One change after the other: a host who clicks fast never gets two cards at once.
  if (change) turn = turn.then(change).catch((error) => reportError(error));
}

function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(retry, SILENCE);
}

// EventSource gives up for ever on an HTTP error, and never notices a dead line; so we open a new one ourselves.
function retry() {
  source.close();
  clearTimeout(watchdog);
  const pause = RETRY[Math.min(failures, RETRY.length - 1)];
  failures += 1;
  watchdog = setTimeout(connect, pause);
}

function cardOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.querySelector('.card');
}

async function show(next) {
  const present = stage.querySelector('.card');
  if (present && next && present.outerHTML === next.outerHTML) return;
  if (next) await loaded(next.querySelector('img'));
  if (present) await leave(present);
  if (!next) return;
  next.classList.add('is-entering');
  next.addEventListener('animationend', () => next.classList.remove('is-entering'), { once: true });
  stage.replaceChildren(next);
}

async function leave(card) {
  card.classList.add('is-leaving');
  await new Promise((done) => setTimeout(done, LEAVE));
  card.remove();
}

// The photo is fetched before the card is shown, but never waited for longer than a viewer would.
function loaded(image) {
  if (!image) return Promise.resolve();
  const fetched = new Image();
  fetched.src = image.src;
  return Promise.race([fetched.decode().catch(() => {}), new Promise((done) => setTimeout(done, 1_500))]);
}
