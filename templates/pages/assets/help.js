// The list of keys: what works everywhere, and every key of this page, read from the page itself so that it is true.

export function watchHelp() {
  const dialog = document.getElementById('key-list');
  if (!dialog) return;
  document.querySelector('[data-keys-open]').addEventListener('click', () => open(dialog));
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    open(dialog);
  });
}

function open(dialog) {
  const keyed = [...document.querySelectorAll('[accesskey]')].filter((each) => isOffered(each));
  const rows = keyed.map((each) => row(`Alt ${each.accessKey.toUpperCase()}`, labelOf(each)));
  dialog.querySelector('[data-keys-here]').replaceChildren(...rows.flat());
  dialog.showModal();
}

function isOffered(element) {
  return element.checkVisibility() || element.matches('.pick-input');
}

function labelOf(element) {
  const spoken = element.labels?.[0] ?? element;
  const copy = spoken.cloneNode(true);
  for (const key of copy.querySelectorAll('kbd, svg')) key.remove();
  return copy.textContent.trim() || element.getAttribute('aria-label') || '';
}

function row(key, text) {
  const term = document.createElement('dt');
  const kbd = document.createElement('kbd');
  kbd.textContent = key;
  term.append(kbd);
  return [term, Object.assign(document.createElement('dd'), { textContent: text })];
}

function isTyping(field) {
  return field.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select');
}
