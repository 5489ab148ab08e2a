// Sheets: tells the file's name with an upload, and follows the work on an import. Whoever closes the page stops nothing.
import { followNews } from './news.js';

// Before the form sends the file, which it does on the same event.
document.addEventListener(
  'change',
  ({ target }) => {
    const [file] = (target.matches?.('[data-sheet]') && target.files) || [];
    if (file) target.form.elements.name.value = file.name.slice(0, 200);
  },
  true,
);

const work = document.getElementById('import');
if (work?.dataset.events) follow(work.dataset);

function follow({ events, state: known }) {
  const bar = document.querySelector('.sheet-progress progress');
  const figure = document.querySelector('.sheet-progress output');
  const stop = followNews(events, { progress });

  function progress({ data }) {
    const { state, progress: done } = JSON.parse(data);
    if (state !== known) {
      stop();
      location.reload();
      return;
    }
    bar.value = done;
    figure.textContent = `${Math.floor(done / 10)}%`;
  }
}
