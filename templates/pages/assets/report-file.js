// The file of a report goes up as soon as it is chosen; its hash goes with the form, and its picture beside the photographs.

const form = document.querySelector('[data-report]');
const part = (name) => form.querySelector(`[data-report-${name}]`);
const file = part('file');
let chosen = 0;

file.addEventListener('change', () => {
  const [picked] = file.files;
  if (picked) void take(picked);
});

async function take(picked) {
  const turn = ++chosen;
  part('hash').value = '';
  show(picked);
  say(form.dataset.textUploading);
  const answer = await send(picked);
  // Somebody chose another one meanwhile.
  if (turn !== chosen) return;
  part('hash').value = answer.sha256 ?? '';
  // Otherwise choosing the same file once more would say nothing to this page.
  if (!answer.sha256) file.value = '';
  say(answer.sha256 ? `${form.dataset.textUploaded} · ${answer.sha256.slice(0, 8)}` : answer.detail);
}

async function send(picked) {
  try {
    const language = document.body.dataset.language;
    const headers = { 'content-type': picked.type, 'accept-language': language };
    const response = await fetch(form.dataset.report, { method: 'POST', headers, body: picked });
    const answer = await response.json();
    return response.ok ? answer : { detail: answer.detail ?? answer.title };
  } catch {
    return { detail: document.body.dataset.textOffline };
  }
}

function show(picked) {
  const address = URL.createObjectURL(picked);
  const isImage = picked.type.startsWith('image/');
  part('link').href = address;
  part('link').hidden = false;
  part('none').hidden = true;
  part('image').hidden = !isImage;
  part('open').hidden = isImage;
  if (isImage) part('image').src = address;
}

function say(text) {
  part('state').textContent = text;
}
