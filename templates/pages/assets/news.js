// The server's news, heard again after an HTTP error too: at one, EventSource itself gives up for ever.
const PAUSE = 3_000;

/** Calls `heard[name]` with each event of that name; answers how to stop. */
export function followNews(address, heard) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource(address);
    for (const [name, listener] of Object.entries(heard)) source.addEventListener(name, listener);
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, PAUSE);
    });
  };
  const stop = () => {
    clearTimeout(timer);
    source.close();
  };
  addEventListener('pagehide', stop);
  open();
  return stop;
}
