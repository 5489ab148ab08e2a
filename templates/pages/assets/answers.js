// What an answer tells once, such as the secret of a key, and the button that copies it.

export function showAnswer(form, answer) {
  for (const box of form.querySelectorAll('[data-answer]')) {
    const text = answer?.[box.dataset.answer];
    if (!text) continue;
    box.querySelector('[data-answer-text]').textContent = text;
    box.hidden = false;
    box.querySelector('[tabindex]')?.focus();
  }
}

export function watchCopies() {
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy]');
    if (!button) return;
    await navigator.clipboard.writeText(button.parentElement.querySelector('[data-answer-text]').textContent);
    button.textContent = button.dataset.said;
  });
}
