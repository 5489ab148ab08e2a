// A ticked box that makes other fields needless: `data-disables` names a field, `data-hides` a group of them.

export function watchToggles() {
  document.addEventListener('change', ({ target }) => toggle(target));
  for (const box of document.querySelectorAll('[data-disables], [data-hides]')) toggle(box);
}

function toggle(box) {
  const { disables, hides } = box.dataset ?? {};
  if (disables) document.getElementById(disables).disabled = box.checked;
  if (hides) hide(document.getElementById(hides), box.checked);
}

function hide(group, isHidden) {
  group.hidden = isHidden;
  for (const field of group.querySelectorAll('input, select, textarea')) field.disabled = isHidden;
}
