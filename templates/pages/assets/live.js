// The control page of a live session: its preview, scans that go on the screen from anywhere, and news from elsewhere.
import { prepareForms } from './forms.js';
import { refreshRegions } from './live-regions.js';

const NEWS = 15_000;
const texts = document.body.dataset;
const pick = document.querySelector('.pick [name="code"]');
const region = document.getElementById('on-screen');

if (region) {
  draw();
  new MutationObserver(draw).observe(region, { childList: true });
  setInterval(() => document.hidden || void follow(), NEWS);
}
if (pick) addEventListener('keydown', keepScan, true);
document.addEventListener('recorded', pointToSession);

// The overlay's own card and style, kept from mixing with the console's by a shadow tree.
function draw() {
  const screen = region.querySelector('.screen');
  if (!screen || screen.shadowRoot) return;
  const { content } = region.querySelector('template[data-screen]');
  screen.attachShadow({ mode: 'open' }).append(content.cloneNode(true));
}

// Another host of the party, a suspension or a hold may have changed the screen.
function follow() {
  return refreshRegions((fresh) => prepareForms(fresh, texts)).catch(() => {});
}

// What is typed while no field is in use is a scan or a number: it belongs into the pick field, from its first key on.
function keepScan(event) {
  const isTyping = event.target.matches?.('input, select, textarea');
  if (isTyping || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
  pick.focus();
  event.stopImmediatePropagation();
}

function pointToSession({ target, detail }) {
  const link = target.querySelector('[data-opened-session]');
  const opened = detail?.entries?.flatMap(({ subjects }) => subjects).find(({ type }) => type === 'live-session');
  if (link && opened) link.href = `/console/live/${encodeURIComponent(opened.id)}`;
}
