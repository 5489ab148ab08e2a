// Forms without the mouse: Enter goes on to the next field and from the last one to the button; Ctrl+Enter submits.
// `data-enter="submit"` on a form keeps what browsers do by themselves.

export function watchKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    const form = event.target.form;
    if (!form) return;
    if (event.ctrlKey || event.metaKey) submit(event, form);
    else if (isFieldOf(event.target, form)) goOn(event, form);
  });
}

function isFieldOf(field, form) {
  if (!form.dataset.api || form.dataset.enter === 'submit') return false;
  return field.matches('input:not([type=file], [type=submit]), select');
}

function submit(event, form) {
  event.preventDefault();
  form.requestSubmit();
}

function goOn(event, form) {
  event.preventDefault();
  const stops = [...form.elements].filter(isStop);
  const next = stops[stops.indexOf(event.target) + 1] ?? form.querySelector('.form-actions button');
  next?.focus();
  if (next?.matches('input')) next.select();
}

function isStop(field) {
  const isTyped = field.matches('input:not([type=hidden]), select, textarea, .form-actions button');
  return isTyped && !field.disabled && !field.closest('[hidden]') && field.tabIndex >= 0;
}
