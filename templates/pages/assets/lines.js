// A list of lines in a form: each is a copy of the template of its category, numbered from 1 without gaps.
import { decideIn } from './conditions.js';

export function watchLines() {
  for (const list of document.querySelectorAll('[data-lines]')) watch(list);
}

function watch(list) {
  const form = list.closest('form');
  const category = form.querySelector('[data-line-category]');
  form.querySelector('[data-add-line]').addEventListener('click', () => add(list, category.value));
  category.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add(list, category.value);
  });
  list.addEventListener('click', ({ target }) => {
    if (!target.closest('[data-remove-line]')) return;
    target.closest('[data-line]').remove();
    renumber(list);
    category.focus();
  });
}

function add(list, category) {
  const template = document.querySelector(`template[data-line-template="${CSS.escape(category)}"]`);
  list.append(template.content.cloneNode(true));
  renumber(list);
  const line = list.querySelector('[data-line]:last-of-type');
  decideIn(line);
  line.querySelector('input:not([type=hidden]), select').focus();
  list.dispatchEvent(new Event('input', { bubbles: true }));
}

const NUMBERED = ['name', 'id', 'for', 'aria-describedby', 'data-error-for'];

function renumber(list) {
  const lines = [...list.querySelectorAll('[data-line]')];
  lines.forEach((line, at) => {
    for (const attribute of NUMBERED) {
      for (const element of line.querySelectorAll(`[${attribute}]`)) {
        const value = element.getAttribute(attribute);
        element.setAttribute(
          attribute,
          value.replace(/lines\[\d+\]/g, `lines[${at}]`).replace(/f-lines-\d+-/g, `f-lines-${at}-`),
        );
      }
    }
    const title = list.dataset.textLine.replace('{number}', at + 1);
    for (const place of line.querySelectorAll('[data-line-title], [data-line-number]')) place.textContent = title;
  });
  list.querySelector('[data-no-lines]').hidden = lines.length > 0;
}
