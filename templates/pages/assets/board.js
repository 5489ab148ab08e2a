// The board follows what happens in the warehouse: at once when something moves, and every half minute for the clocks.
import { refreshRegions } from './live-regions.js';
import { followNews } from './news.js';

const CLOCKS = 30_000;
const news = document.getElementById('news');

followNews('/api/v1/deadlines/events', {
  open: () => tell(news.dataset.liveText, false),
  error: () => tell(news.dataset.staleText, true),
  changed: refresh,
});
setInterval(() => document.hidden || refresh(), CLOCKS);
document.addEventListener('visibilitychange', () => document.hidden || refresh());

function tell(text, isStale) {
  news.textContent = text;
  news.classList.toggle('is-stale', isStale);
}

// A refresh that fails is tried again with the next; the stream says meanwhile that the board is old.
function refresh() {
  return refreshRegions(() => {}).catch(() => {});
}
