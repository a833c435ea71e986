/** The connection on which the server tells what happens; it comes back by itself. */

export type LinkState = 'connecting' | 'open' | 'lost';

interface Handlers {
  state: (state: LinkState) => void;
  /** Is called where events may have been missed, before any further one. */
  opened: () => void;
  event: (name: string, data: unknown) => void;
  /** Whether something has to come every second. */
  lively: () => boolean;
}

const NAMES = ['state', 'second', 'thresholds', 'log', 'generator'];
/** So much silence in a running test means that nothing will come any more. */
const SILENCE_MS = 5000;
const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 2500;

/** Opens the connection; what it returns closes it for good. */
export function link(path: string, on: Handlers): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let heard = performance.now();
  let wait = FIRST_WAIT_MS;
  let closed = false;

  const open = () => {
    clearTimeout(retry);
    source?.close();
    if (closed) return;
    const made = new EventSource(path);
    source = made;
    heard = performance.now();
    made.onopen = () => {
      heard = performance.now();
      wait = FIRST_WAIT_MS;
      on.state('open');
      on.opened();
    };
    made.onerror = () => lost();
    for (const name of NAMES) {
      made.addEventListener(name, (event) => {
        heard = performance.now();
        on.event(name, JSON.parse((event as MessageEvent<string>).data));
      });
    }
  };

  // The browser's own attempts end at the first answer that is no stream, so the attempts are ours.
  const lost = () => {
    source?.close();
    source = null;
    if (closed) return;
    on.state('lost');
    clearTimeout(retry);
    retry = setTimeout(open, wait);
    wait = Math.min(LAST_WAIT_MS, wait * 1.25);
  };

  const watch = setInterval(() => {
    if (source && on.lively() && performance.now() - heard > SILENCE_MS) lost();
  }, 1000);
  const online = () => {
    if (!source) open();
  };
  addEventListener('online', online);
  addEventListener('offline', lost);
  on.state('connecting');
  open();

  return () => {
    closed = true;
    clearTimeout(retry);
    clearInterval(watch);
    removeEventListener('online', online);
    removeEventListener('offline', lost);
    source?.close();
  };
}
