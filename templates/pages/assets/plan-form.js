// The form for a plan. The path of a figure holds dots (`map.金750(18K)`), which names of fields cannot, so figures carry
// no name and are gathered here into the field `limits`. Who answers for them is asked as soon as there is one.

const form = document.querySelector('[data-plan]');
const items = [...form.querySelectorAll('[data-item]')].map((element) => ({
  element,
  code: element.dataset.item,
  name: element.dataset.label,
  box: element.querySelector('input[name="adds"]'),
  own: element.querySelector('[data-own]'),
  figures: [...element.querySelectorAll('[data-figure]')],
  aqls: [...element.querySelectorAll('[data-aql]')],
}));

form.addEventListener('input', settle);
settle();

function settle() {
  const chosen = items.filter(({ box }) => !box || box.checked);
  for (const item of items) item.element.classList.toggle('is-chosen', chosen.includes(item));
  for (const item of items) if (item.own) settleOwn(item, chosen.includes(item));
  form.elements.limits.value = JSON.stringify(chosen.flatMap(limitOf));
  form.elements.sampling.value = JSON.stringify(chosen.flatMap(samplingOf));
  tell(chosen);
}

function settleOwn({ own, figures, aqls }, isChosen) {
  own.hidden = !isChosen;
  for (const field of [...figures, ...aqls]) field.disabled = !isChosen;
  for (const figure of figures)
    figure.toggleAttribute(
      'data-sampled',
      aqls.some((aql) => isFilled(aql) && samples(aql, figure)),
    );
  const isSet = isChosen && [...figures, ...aqls].some(isFilled);
  const answer = own.querySelector('[data-answer-for]');
  answer.hidden = !isSet;
  for (const field of answer.querySelectorAll('input')) field.disabled = !isSet;
  own.querySelector('[data-lacks]').hidden = !figures.some(isMissing);
}

function limitOf({ code, own, figures }) {
  const set = Object.fromEntries(
    figures.filter(isFilled).map((figure) => [figure.dataset.figure, figure.value.trim()]),
  );
  if (Object.keys(set).length === 0) return [];
  return [{ item: code, set, ...answerIn(own) }];
}

function samplingOf({ code, own, aqls }) {
  const chosen = Object.fromEntries(aqls.filter(isFilled).map((field) => [field.dataset.aql, field.value]));
  if (Object.keys(chosen).length === 0) return [];
  return [{ item: code, level: 'II', aql: chosen, ...answerIn(own) }];
}

/** Whose rule it is, and who answers for it. */
function answerIn(own) {
  const said = (name) => own.querySelector(`[data-own-${name}]`).value.trim();
  return { source: said('source'), by: said('by') };
}

/** A grade with an AQL has its number from the table. */
function samples(aql, figure) {
  return figure.dataset.figure === `allowed.${aql.dataset.aql}`;
}

function tell(chosen) {
  const missing = chosen.flatMap(({ name, figures }) => figures.filter(isMissing).map(() => name));
  const { textChosen, textMissing, textComplete, textComma } = form.dataset;
  const state = missing.length > 0 ? textMissing : textComplete;
  const names = [...new Set(missing)].join(textComma);
  const place = form.querySelector('[data-tally]');
  const text = `${textChosen.replace('{chosen}', chosen.length)} · ${state}`;
  place.textContent = text.replace('{count}', missing.length).replace('{items}', names);
  place.classList.toggle('note-caution', missing.length > 0);
}

function isFilled(figure) {
  return figure.value.trim() !== '';
}

function isMissing(figure) {
  return !figure.disabled && 'needed' in figure.dataset && !('sampled' in figure.dataset) && !isFilled(figure);
}
