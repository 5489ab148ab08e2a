// <form data-api="POST /api/v1/…" data-next="/console/units/{unit}"> sends JSON to the API. A problem keeps the input
// and says beside each field what is wrong. The same idempotency key is sent until an answer says that it worked, so a
// second press after a lost answer records nothing twice. A `[field]` in the address is taken from the form.
import { showAnswer } from './answers.js';
import { bodyOf } from './body.js';
import { clearProblem, showProblem } from './problems.js';
import { drain, waitingAt } from './queue.js';
import { keepAndSend } from './queued-forms.js';
import { refreshed } from './queue-view.js';
import { undoWaiting } from './undo.js';
import { keepToast, toast } from './toasts.js';

const dirty = new Set();

/** Tells whether any form holds typing that was not submitted. */
export function isDirty() {
  return [...dirty].some((form) => form.isConnected);
}

/** Tells whether this form holds typing that was not submitted. */
export function isChanged(form) {
  return dirty.has(form);
}

/** What was typed into the form was no work of a person's. */
export function forget(form) {
  dirty.delete(form);
}

export function prepareForms(root, texts) {
  for (const form of root.querySelectorAll('form[data-api]')) prepareForm(form, texts);
}

function prepareForm(form, texts) {
  renewKey(form, false);
  form.addEventListener('input', () => dirty.add(form));
  form.addEventListener('change', ({ target }) => {
    if (target.matches('[data-upload]') && target.files.length > 0) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if ('queue' in form.dataset) void submitQueued(form, texts);
    else if (form.ariaBusy !== 'true') void submit(form, texts);
  });
}

/** Kept before it is sent, so the form is free at once for the next. */
async function submitQueued(form, texts) {
  clearProblem(form);
  try {
    if ('undo' in form.dataset && (await undoWaiting(form))) return;
    if ('undo' in form.dataset && !form.elements.item) return toast(form.dataset.nothing, 'caution');
    const sending = keepAndSend(form);
    dirty.delete(form);
    if (await sending) form.dispatchEvent(new CustomEvent('kept', { bubbles: true }));
    else await succeed(form, texts, {});
  } catch (trouble) {
    dirty.add(form);
    form.dispatchEvent(new CustomEvent('refused'));
    if (trouble.problem) await refreshed((region) => prepareForms(region, texts));
    showProblem(form, asProblem(trouble, texts), trouble.field !== undefined || isFocusFor(form));
  }
}

/** Whether the focus may go to the form: by the time of an answer a figure may be on its way into another. */
function isFocusFor(form) {
  return document.activeElement === document.body || form.contains(document.activeElement);
}

async function submit(form, texts) {
  clearProblem(form);
  setBusy(form, true);
  const upload = form.querySelector('input[type=file][data-upload]');
  try {
    await requireEmptyQueue(form, texts);
    const bodies = upload ? filesOf(upload) : [jsonOf(form)];
    let answer;
    for (const body of bodies) answer = await send(form, texts, body);
    await succeed(form, texts, answer);
  } catch (trouble) {
    // Otherwise choosing the same file once more would say nothing to this page.
    if (upload) upload.value = '';
    showProblem(form, asProblem(trouble, texts));
  } finally {
    setBusy(form, false);
  }
}

/** A form with `data-after-queue` is about all that was recorded, so nothing of it may still wait in this browser. */
async function requireEmptyQueue({ dataset }, texts) {
  if (!dataset.afterQueue || (await waitingAt(dataset.afterQueue)).length === 0) return;
  await drain();
  const { length } = await waitingAt(dataset.afterQueue);
  if (length > 0) throw { problem: { title: texts.textFailed, detail: dataset.textWaits.replace('{count}', length) } };
}

function jsonOf(form) {
  const [method] = form.dataset.api.split(' ');
  if (method === 'DELETE' || method === 'GET') return {};
  const placed = [...form.dataset.api.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name);
  return { type: 'application/json', bytes: JSON.stringify(bodyOf(form, placed)) };
}

function filesOf(input) {
  return [...input.files].map((file) => ({ type: file.type || 'application/octet-stream', bytes: file }));
}

async function send(form, texts, { type, bytes }) {
  const [method, pattern] = form.dataset.api.split(' ');
  const url = pattern.replace(/\[([^\]]+)\]/g, (_, name) => encodeURIComponent(form.elements[name].value));
  const headers = { accept: 'application/json', 'accept-language': texts.language };
  if (texts.account) headers['x-account'] = texts.account;
  if (type) headers['content-type'] = type;
  const key = keyField(form);
  if (key) headers['idempotency-key'] = key.value;
  const response = await fetch(url, { method, headers, body: bytes, credentials: 'same-origin' });
  const text = await response.text();
  const answer = text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {};
  if (!response.ok) throw { problem: { title: texts.textFailed, detail: `HTTP ${response.status}`, ...answer } };
  renewKey(form, true);
  return answer;
}

async function succeed(form, texts, answer) {
  dirty.delete(form);
  const said = form.dataset.done ?? texts.textDone;
  if (form.dataset.next === 'here') {
    if ('resets' in form.dataset) form.reset();
    if (said) toast(said);
    showAnswer(form, answer);
    await refreshed((region) => prepareForms(region, texts));
    form.dispatchEvent(new CustomEvent('recorded', { bubbles: true, detail: answer }));
    return;
  }
  if (said && !form.dataset.api.startsWith('DELETE')) keepToast(said);
  if (form.dataset.next) location.assign(addressOf(form.dataset.next, answer));
  else location.reload();
}

/** `{unit}` is the id of the first subject of that type in the receipt, or the answer's own member of that name. */
function addressOf(pattern, answer) {
  const subjects = (answer?.entries ?? []).flatMap((entry) => entry.subjects ?? []);
  return pattern.replace(/\{(\w[\w-]*)\}/g, (whole, name) => {
    const id = subjects.find((subject) => subject.type === name)?.id ?? answer?.[name];
    return id === undefined ? whole : encodeURIComponent(id);
  });
}

function asProblem(trouble, texts) {
  if (trouble.problem) return trouble.problem;
  if (trouble instanceof DOMException) return { title: texts.textFailed, detail: texts.textNotKept };
  if (trouble.field) {
    const label = trouble.field.labels?.[0]?.textContent.trim() ?? trouble.field.name;
    const message = texts.textUnreadable.replace('{field}', label);
    return { title: texts.textFailed, detail: message, errors: [{ path: trouble.field.name, message }] };
  }
  return { title: texts.textFailed, detail: texts.textOffline };
}

function setBusy(form, isBusy) {
  form.ariaBusy = String(isBusy);
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-busy', String(isBusy));
}

function keyField(form) {
  return form.querySelector('[data-idempotency]');
}

function renewKey(form, isUsed) {
  const field = keyField(form);
  if (field && (isUsed || !field.value)) field.value = randomKey();
}

function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
