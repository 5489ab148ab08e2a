// Counting a sample one package after another: a key per grade, undo, the verdict at once. Each step is kept in the
// browser until it is recorded, so a reload loses nothing; what another person recorded meanwhile counts instead. A count
// goes the way of every reading: through the queue, which keeps it while there is no network.
import { onQueue } from './queue.js';

const GRADES = ['CR', 'MA', 'MI'];
const KEYS = { 0: '-', ' ': '-', 1: 'CR', 2: 'MA', 3: 'MI' };
const UNDO = ['ArrowLeft', 'Backspace'];
const PERSONS_PACE = 45; // milliseconds; a scanner's keys follow faster and are no counts

const form = document.querySelector('[data-counter]');
const NAME = '缺陷'; // what is recorded of a defect that nobody named; data, not words of the page
const { queue: inspection, n, lot, seen } = form.dataset;
const item = form.elements['readings[0].item'].value;
const place = `yanzhen:sample:${inspection}/${item}`;
const part = (name) => form.querySelector(`[data-${name}]`);
const buttons = [...form.querySelectorAll('[data-step]')];
const limits = byGrade((grade) => buttonOf(grade).dataset.limit);
const named = JSON.parse(form.dataset.defects).filter(({ name }) => name !== NAME);

let base = { sampled: Number(seen), ...byGrade((grade) => Number(buttonOf(grade).dataset.count)) };
let saved = JSON.stringify(base);
let handed = saved; // what the queue was given last, recorded or not
let steps = keptSteps();
let isSending = false;
let isWaiting = false;
let wasAsked = false;
let queued = 0;

for (const button of buttons) button.addEventListener('click', () => step(button.dataset.step));
part('undo').addEventListener('click', undo);
form.addEventListener('submit', prepare, true);
form.addEventListener('recorded', () => {
  read(1);
  settle();
});
form.addEventListener('kept', settle);
form.addEventListener('refused', () => {
  isSending = false;
  handed = saved;
  show();
});
onQueue(follow);
watchKeys();
show();

function byGrade(of) {
  return Object.fromEntries(GRADES.map((grade) => [grade, of(grade)]));
}

function buttonOf(wanted) {
  return buttons.find((button) => button.dataset.step === wanted);
}

/** Steps that a reload interrupted, if they follow what is recorded now. */
function keptSteps() {
  const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (kept?.saved !== saved) return [];
  base = kept.base;
  handed = kept.handed ?? saved;
  return kept.steps;
}

function tally() {
  const count = { ...base };
  for (const each of steps) {
    count.sampled += 1;
    if (each !== '-') count[each] += 1;
  }
  return count;
}

function step(of) {
  if (tally().sampled >= Number(lot)) return;
  steps.push(of);
  const now = show();
  if (now.verdict !== 'undecided') save();
}

function undo() {
  if (steps.length === 0) return;
  const before = verdictOf(tally());
  steps.pop();
  if (show().verdict !== before) save();
}

function verdictOf(count) {
  const isOver = (grade) => limits[grade] !== '' && count[grade] > Number(limits[grade]);
  if (GRADES.some(isOver)) return 'fail';
  if (count.sampled < Number(n)) return 'undecided';
  return GRADES.some((grade) => limits[grade] === '' && count[grade] > 0) ? 'open' : 'pass';
}

function show() {
  const count = tally();
  const verdict = verdictOf(count);
  const { textOf, textUnsaved, textKept, textSaved } = form.dataset;
  for (const grade of GRADES) {
    buttonOf(grade).querySelector('[data-shown]').textContent = count[grade];
    buttonOf(grade).classList.toggle('is-over', limits[grade] !== '' && count[grade] > Number(limits[grade]));
  }
  part('go').textContent = Math.max(0, Number(n) - count.sampled);
  part('of').textContent = textOf.replace('{seen}', count.sampled).replace('{n}', n);
  part('progress').value = Math.min(Number(n), count.sampled);
  const text = form.dataset[`text${verdict[0].toUpperCase()}${verdict.slice(1)}`];
  if (part('verdict').textContent !== text) part('verdict').textContent = text;
  form.dataset.verdict = verdict;
  part('undo').disabled = steps.length === 0;
  const left = JSON.stringify(count) === handed ? 0 : Math.max(1, Math.abs(count.sampled - JSON.parse(handed).sampled));
  const recorded = count.sampled > 0 ? textSaved : '';
  const given = queued > 0 ? textKept : recorded;
  part('unsaved').textContent = left > 0 ? textUnsaved.replace('{count}', left) : given;
  localStorage.setItem(place, JSON.stringify({ saved, handed, base, steps }));
  return { verdict };
}

function save() {
  if (JSON.stringify(tally()) === handed) return;
  if (isSending) isWaiting = true;
  else form.requestSubmit();
}

/** Puts the count into the form, and into words for whoever is asked about it later. */
function prepare(event) {
  const count = tally();
  const text = JSON.stringify(count);
  if (isSending || text === handed) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  isSending = true;
  handed = text;
  const found = GRADES.map((grade) => `${buttonOf(grade).querySelector('strong').textContent} ${count[grade]}`);
  form.dataset.said = [part('of').textContent, ...found].join(' · ');
  const defects = [...named, ...GRADES.map((grade) => ({ name: NAME, severity: grade, count: unnamed(count, grade) }))];
  part('value').value = JSON.stringify({
    kind: 'defects',
    defects: defects.filter(({ count: of }) => of > 0),
    sampled: count.sampled,
  });
}

/** Of a grade, without those that were given a name on the page of the inspection. */
function unnamed(count, grade) {
  return named.reduce((left, defect) => left - (defect.severity === grade ? defect.count : 0), count[grade]);
}

/** So many counts of this page are on record by now, the last one too. */
function read(count) {
  form.elements['readings[0].seen'].value = Number(form.elements['readings[0].seen'].value) + count;
  saved = handed;
}

/** Follows what waits of this item; once somebody has decided between two counts, the page begins with that one. */
function follow({ waiting, conflicts }) {
  const isOwn = (entry) => entry.place === inspection && entry.item === item;
  const left = waiting.filter((entry) => isOwn(entry) && !entry.isSpoken).length;
  const isAsked = conflicts.some(isOwn);
  if (wasAsked && !isAsked) return location.reload();
  wasAsked = isAsked;
  if (left === 0 && queued > 0 && !isAsked) read(queued);
  queued = left === 0 ? 0 : Math.max(queued, left);
  show();
}

function settle() {
  isSending = false;
  const isChanged = show().verdict !== 'undecided' && JSON.stringify(tally()) !== handed;
  const again = isWaiting || isChanged;
  isWaiting = false;
  if (again) setTimeout(save);
}

/** A key counts when no other key follows or went before as fast as a scanner types. */
function watchKeys() {
  let last = -Infinity;
  let waiting;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyped(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (UNDO.includes(event.key)) return act(event, undo);
    if (event.key === 'Enter' && !isPressed(event.target) && !event.target.closest('[data-undo]'))
      return act(event, save);
    const of = KEYS[event.key];
    const isFast = event.timeStamp - last < PERSONS_PACE;
    if (event.key.length === 1) last = event.timeStamp;
    if (isFast) clearTimeout(waiting);
    if (of === undefined || event.repeat) return;
    if (event.key === ' ' && isPressed(event.target)) return;
    event.preventDefault();
    if (!isFast) waiting = setTimeout(() => step(of), PERSONS_PACE + 5);
  });
  // The space bar presses the button that has the focus when it comes up again; here it has counted already.
  document.addEventListener('keyup', (event) => {
    if (event.key === ' ' && event.target.closest('[data-step], [data-undo], [data-save]')) event.preventDefault();
  });
}

function act(event, run) {
  event.preventDefault();
  if (!event.repeat) run();
}

/** Tells whether Enter and the space bar press what has the focus: a link, or a button that is none of the counter's. */
function isPressed(target) {
  const stop = target.closest('a, summary, button');
  return stop !== null && !(form.contains(stop) && stop.matches('button'));
}

function isTyped(field) {
  return field.matches('input:not([type=hidden]), select, textarea');
}
