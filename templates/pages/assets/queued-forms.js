// A form with `data-queue="<inspection>"` is kept in the browser before it is sent (see queue.js), so it can be filled
// without network. A reading says how often its item was read as far as this page knows, counting what waits.
import { bodyOf } from './body.js';
import { shrunk } from './photo.js';
import { keep, newKey, outcomeOf, waitingAt } from './queue.js';

const PHOTO = 'photo';

let keeping = Promise.resolve();

/** Keeps and sends what a form says; answers whether it waits. Throws what `showProblem` shows. */
export async function keepAndSend(form) {
  const upload = form.querySelector('input[type=file][data-upload]');
  const commands = upload ? await photosOf(form, upload) : [commandFrom(form)];
  keeping = keeping.then(
    () => keepAll(commands),
    () => keepAll(commands),
  );
  const outcomes = await Promise.all((await keeping).map(outcomeOf));
  // Nothing was added when just that waits already: it still does.
  return outcomes.length === 0 || outcomes.some(Boolean);
}

async function photosOf(form, upload) {
  const files = [...upload.files];
  form.reset();
  return Promise.all(files.map(async (file) => photoOf(form, await shrunk(file))));
}

function commandFrom(form) {
  const body = bodyOf(form);
  return body.readings ? readingOf(form, body) : { ...commandOf(form), ...withoutReading(form, body) };
}

/** A command about an item that is no reading: taking one back. */
function withoutReading({ dataset }, body) {
  return { item: body.item, said: dataset.said, type: 'application/json', bytes: JSON.stringify(body) };
}

function readingOf(form, { readings }) {
  return {
    ...commandOf(form),
    item: readings[0].item,
    said: form.dataset.said ?? shownOf(form),
    type: 'application/json',
    readings,
  };
}

async function keepAll(commands) {
  const ids = [];
  for (const command of commands) {
    const entry = command.readings ? await withBytes(command) : command;
    if (entry) ids.push(await keep(entry));
  }
  return ids;
}

/** Nothing when just that waits already: a second press. */
async function withBytes({ readings, ...command }) {
  const waiting = (await waitingAt(command.place)).filter(({ item, problem }) => item === command.item && !problem);
  if (waiting.at(-1)?.said === command.said) return undefined;
  const [reading] = readings;
  if (reading.seen !== undefined) reading.seen += waiting.length;
  return { ...command, bytes: JSON.stringify({ readings }) };
}

function photoOf(form, bytes) {
  return { ...commandOf(form), item: PHOTO, said: '', type: bytes.type, bytes };
}

function commandOf(form) {
  const [method, url] = form.dataset.api.split(' ');
  const { queue: place, label } = form.dataset;
  return { place, label, method, url, key: newKey(), at: Date.now() };
}

/** What a person sees of what was filled in. */
function shownOf(form) {
  const fields = [...form.elements].filter((field) => field.name && !field.disabled && field.type !== 'hidden');
  return fields.map(shown).filter(Boolean).join(' · ');
}

function shown(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked ? labelOf(field) : '';
  if (field.matches('select')) return field.value && field.selectedOptions[0].textContent;
  const text = field.value.trim();
  const unit = field.parentElement.querySelector('.unit')?.textContent ?? '';
  return text && `${text} ${unit}`.trim();
}

function labelOf(field) {
  return field.labels?.[0]?.textContent.trim() ?? field.value;
}
