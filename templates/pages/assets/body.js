// A form as the JSON that the API wants: names are paths (`lines[0].quantity.value`), empty fields are left out.

/**
 * Fields inside a `[data-if-filled]` count only when one of them that a person fills is filled: a blank reading is none.
 * Throws { field } when a field says something that its `data-type` cannot be.
 */
export function bodyOf(form, without = []) {
  const body = {};
  for (const field of form.elements) {
    if (!isAsked(field) || without.includes(field.name) || isInBlankGroup(field)) continue;
    const value = valueOf(field);
    if (value !== undefined) put(body, pathOf(field.name), value, field.type === 'checkbox');
  }
  return withoutGaps(body);
}

/** Lists lose the places of which nothing was filled in. */
function withoutGaps(value) {
  if (Array.isArray(value)) return value.filter(() => true).map(withoutGaps);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutGaps(each)]));
}

function isAsked(field) {
  if (!field.name || field.disabled || field.type === 'file' || field.name === 'idempotencyKey') return false;
  if (field.type === 'radio') return field.checked;
  // A checkbox of a list counts when it is ticked; one of its own is true or false.
  return field.type !== 'checkbox' || field.checked || field.dataset.type === 'boolean';
}

function isInBlankGroup(field) {
  const group = field.closest?.('[data-if-filled]');
  if (!group) return false;
  return ![...group.querySelectorAll('[data-fills]')].some((each) => !each.disabled && isFilled(each));
}

function isFilled(field) {
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value.trim() !== '';
}

function valueOf(field) {
  if (field.type === 'checkbox') return boxOf(field);
  if (field.multiple) return [...field.selectedOptions].map((option) => option.value);
  const text = field.value.trim();
  if (text === '') return undefined;
  switch (field.dataset.type) {
    case 'integer':
      return integer(text, field);
    case 'measured':
      return text.split(' ', 1)[0];
    case 'boolean':
      return text === 'true';
    case 'json':
      return json(text, field);
    case 'lines':
      return parts(text, /\n/);
    case 'counts':
      return counts(text);
    case 'list':
      return parts(text, /[\n,，、;；]/);
    default:
      return text;
  }
}

function boxOf(field) {
  if (field.dataset.type === 'boolean') return field.checked;
  if (field.dataset.type === 'one') return field.value;
  return [field.dataset.type === 'integer' ? integer(field.value, field) : field.value];
}

function counts(text) {
  return parts(text, /[\n,，、;；\s]+/).map((part) =>
    /^(nd|未检出)$/i.test(part) ? { notDetected: true } : { value: part },
  );
}

function parts(text, border) {
  return text
    .split(border)
    .map((part) => part.trim())
    .filter(Boolean);
}

function integer(text, field) {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw { field };
  return value;
}

function json(text, field) {
  try {
    return JSON.parse(text);
  } catch {
    throw { field };
  }
}

export function pathOf(name) {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function put(target, path, value, isList) {
  const [key, ...rest] = path;
  if (rest.length > 0) {
    target[key] ??= typeof rest[0] === 'number' ? [] : {};
    return put(target[key], rest, value, isList);
  }
  target[key] = isList && Array.isArray(value) ? [...(target[key] ?? []), ...value] : value;
}
