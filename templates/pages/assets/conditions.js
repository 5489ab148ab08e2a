// Fields that are asked for only when others say so. `data-when` holds the category's condition as JSON; it looks at
// the fields of the same `[data-scope]`. What cannot be decided yet stays hidden; the server has the last word.

export function watchConditions() {
  document.addEventListener('input', ({ target }) => decideAround(target));
  document.addEventListener('reset', ({ target }) => setTimeout(() => decideAround(target)));
  decideIn(document);
}

export function decideIn(root) {
  for (const slot of root.querySelectorAll('[data-when]')) decide(slot);
}

function decideAround(target) {
  decideIn(target.closest('[data-scope]') ?? target.closest('form') ?? document);
}

function decide(slot) {
  const scope = slot.closest('[data-scope]') ?? slot.closest('form');
  const isAsked = holds(JSON.parse(slot.dataset.when), scope) === true;
  slot.hidden = !isAsked;
  for (const field of slot.querySelectorAll('input, select, textarea')) field.disabled = !isAsked;
}

/** True, false, or undefined where a field is still empty. */
function holds(condition, scope) {
  if (condition.all) return every(condition.all.map((each) => holds(each, scope)));
  if (condition.any) return some(condition.any.map((each) => holds(each, scope)));
  if (condition.not) return negate(holds(condition.not, scope));
  const values = valuesOf(condition.attribute, scope);
  if (values.length === 0) return undefined;
  const wanted = 'is' in condition ? [String(condition.is)] : condition.in;
  return values.some((value) => wanted.includes(value));
}

function every(answers) {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function some(answers) {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function negate(answer) {
  return answer === undefined ? undefined : !answer;
}

// `@kind` is the line's own field; everything else is an attribute.
function valuesOf(attribute, scope) {
  const name = attribute.startsWith('@') ? attribute.slice(1) : `attributes.${attribute}`;
  const fields = [...scope.querySelectorAll(`[name="${name}"], [name$=".${name}"]`)];
  return fields
    .filter((field) => !field.disabled && (field.type !== 'checkbox' || field.checked))
    .map((field) => field.value)
    .filter(Boolean);
}
