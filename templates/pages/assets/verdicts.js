// What a reading came to, big and aloud: each verdict has its word, its mark, its colour and its own tones, told apart by
// pitch and by rhythm. The sound can be switched off, on this machine for good.
const SILENT = 'yanzhen:silent';
/** [hertz, beginning, length] in seconds: two rising for good, three low for bad, one long between, a tick for kept. */
const TUNES = {
  pass: [
    [660, 0, 0.09],
    [990, 0.11, 0.14],
  ],
  fail: [
    [196, 0, 0.16],
    [196, 0.22, 0.16],
    [196, 0.44, 0.24],
  ],
  undecided: [[415, 0, 0.4]],
  kept: [[520, 0, 0.05]],
};
const shown = document.querySelector('[data-last-verdict]');
let speaker;

export function watchVerdicts() {
  if (!shown) return;
  watchSwitch(document.querySelector('[data-sound]'));
  document.addEventListener('recorded', ({ target }) => tell(target));
  document.addEventListener('kept', ({ target }) => target.matches('.reading') && play('kept'));
}

function tell(form) {
  const { verdict, text } = form.querySelector?.('[data-verdict]')?.dataset ?? {};
  if (!verdict) return;
  shown.querySelector('[data-last-item]').textContent = form.dataset.label;
  shown.querySelector('[data-last-word]').textContent = text;
  shown.dataset.lastVerdict = verdict;
  shown.hidden = false;
  play(verdict);
}

function watchSwitch(button) {
  const show = () => button.setAttribute('aria-pressed', String(localStorage.getItem(SILENT) === null));
  button.hidden = false;
  button.addEventListener('click', () => {
    if (localStorage.getItem(SILENT) === null) localStorage.setItem(SILENT, 'yes');
    else localStorage.removeItem(SILENT);
    show();
    play('kept');
  });
  show();
}

function play(tune) {
  if (localStorage.getItem(SILENT) !== null) return;
  speaker ??= new AudioContext();
  void speaker.resume();
  for (const [hertz, from, length] of TUNES[tune]) sound(hertz, speaker.currentTime + from, length);
}

function sound(hertz, from, length) {
  const tone = new OscillatorNode(speaker, { frequency: hertz, type: 'triangle' });
  const volume = new GainNode(speaker, { gain: 0 });
  // Without a soft beginning and end it clicks.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.25, from + 0.01);
  volume.gain.setValueAtTime(0.25, from + length - 0.02);
  volume.gain.linearRampToValueAtTime(0, from + length);
  tone.connect(volume).connect(speaker.destination);
  tone.start(from);
  tone.stop(from + length);
}
