// What a person used last in a field marked `data-remember`, such as the instrument for an item, on this machine only.

export function watchMemory() {
  for (const field of document.querySelectorAll('[data-remember]')) {
    if (!field.value) field.value = localStorage.getItem(keyOf(field)) ?? '';
  }
  document.addEventListener('recorded', ({ target }) => {
    for (const field of target.querySelectorAll('[data-remember]')) {
      if (field.value.trim()) localStorage.setItem(keyOf(field), field.value.trim());
    }
  });
}

function keyOf(field) {
  return `yanzhen:${field.dataset.remember}`;
}
