// Short notices. One may be kept for the page that is opened next.
const KEPT = 'yanzhen:toast';
const SHOWN = 5_000;

export function toast(text, tone = 'good') {
  const note = document.createElement('p');
  note.className = `toast toast-${tone}`;
  note.textContent = text;
  document.getElementById('toasts')?.append(note);
  setTimeout(() => note.remove(), SHOWN);
}

export function keepToast(text) {
  sessionStorage.setItem(KEPT, text);
}

export function showKeptToast() {
  const text = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (text) toast(text);
}
