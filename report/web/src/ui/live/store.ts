import { batch, computed, signal } from '@preact/signals';
import { get, Refusal, refreshSession } from '../api';
import type { GeneratorState, LiveTimeline, LogLine, Run, Second, ThresholdState } from '../types';
import { course, type Course, EMPTY, folded, lastAt, merged, rebased, since, stale } from './fold';
import { link, type LinkState } from './link';

/** The run that goes on: undefined until the server has answered, null where there is none. */
export const run = signal<Run | null | undefined>(undefined);
export const shown = signal<Course>(course(EMPTY));
export const thresholds = signal<ThresholdState[]>([]);
export const generator = signal<GeneratorState | null>(null);
export const log = signal<LogLine[]>([]);
export const connection = signal<LinkState>('connecting');
/** Grows with each second and each change, for whatever asks the server for more. */
export const tick = signal(0);

export const going = computed(() => !!run.value && run.value.state !== 'ended');

let asking = false;
/** How often the server has told each thing by itself. */
const told = { state: 0, thresholds: 0, generator: 0 };

/** Says whether an answer asked for now is still news when it comes: what the server tells meanwhile is newer. */
function newsOf(what: keyof typeof told): () => boolean {
  const before = told[what];
  return () => told[what] === before;
}

/** Asks for what was folded so far; anew where seconds of ours may be missing, or were forgotten. */
async function timeline(anew: boolean): Promise<void> {
  if (asking && !anew) return;
  asking = true;
  const id = run.peek()?.id;
  const last = lastAt(shown.peek());
  try {
    const answer = await get<LiveTimeline>('/run/timeline');
    if (run.peek()?.id !== id) return;
    shown.value = rebased(anew ? since(shown.peek(), last) : shown.peek(), answer);
  } finally {
    asking = false;
  }
}

/** Shows a run, and nothing of another one. */
function show(next: Run): void {
  if (run.peek()?.id !== next.id) {
    shown.value = course(EMPTY);
    thresholds.value = [];
    generator.value = null;
    log.value = [];
  }
  run.value = next;
}

/** Asks for all that is shown of the run, as after a reload of the page. */
export async function load(): Promise<void> {
  try {
    const news = newsOf('state');
    const current = await get<Run>('/run');
    if (news()) batch(() => show(current));
    const id = run.peek()?.id;
    const metAreNews = newsOf('thresholds');
    const healthIsNews = newsOf('generator');
    const [met, health, lines] = await Promise.all([
      get<{ thresholds: ThresholdState[] }>('/run/thresholds').catch(() => ({ thresholds: [] })),
      get<GeneratorState>('/run/generator').catch(() => null),
      get<{ lines: LogLine[] }>('/run/logs?after=0').catch(() => ({ lines: [] })),
      timeline(true).catch(() => undefined),
    ]);
    // Where another run has begun meanwhile, all is asked for once more.
    if (run.peek()?.id !== id) return;
    batch(() => {
      if (metAreNews()) thresholds.value = met.thresholds;
      if (healthIsNews()) generator.value = health;
      log.value = merged(log.peek(), lines.lines);
      tick.value++;
    });
  } catch (e) {
    if (e instanceof Refusal && e.status === 404) run.value = null;
    else if (!(e instanceof Refusal) && run.peek() === undefined) connection.value = 'lost';
  }
}

/** Asks for the state alone, after something was done to the run. */
export async function renew(): Promise<void> {
  const news = newsOf('state');
  const answer = await get<Run>('/run');
  if (news()) changed(answer);
}

function changed(next: Run | null): void {
  if (!next) {
    run.value = null;
    return;
  }
  const another = run.peek()?.id !== next.id;
  batch(() => {
    show(next);
    tick.value++;
  });
  if (another) void load();
}

function second(it: Second): void {
  const current = run.peek();
  if (stale(shown.peek(), it)) void timeline(it.totals.requests < (current?.totals.requests ?? 0)).catch(() => undefined);
  // Somebody else may have changed the load.
  if (current && current.load.kind !== 'fixed' && it.users !== current.users) void renew().catch(() => undefined);
  batch(() => {
    shown.value = folded(shown.peek(), it);
    if (current) {
      run.value = { ...current, users: it.users, totals: it.totals, elapsed_ms: Math.max(current.elapsed_ms, it.at_ms) };
    }
    tick.value++;
  });
}

function received(name: string, data: unknown): void {
  if (name === 'state') {
    told.state++;
    changed(data as Run | null);
  } else if (name === 'second') second(data as Second);
  else if (name === 'thresholds') {
    told.thresholds++;
    thresholds.value = (data as { thresholds: ThresholdState[] }).thresholds;
  } else if (name === 'generator') {
    told.generator++;
    generator.value = data as GeneratorState;
  } else if (name === 'log') log.value = merged(log.peek(), [data as LogLine]);
}

/** Follows the run until what it returns is called. */
export function follow(): () => void {
  return link('/api/v1/events', {
    state: (state) => (connection.value = state),
    opened: () => {
      void refreshSession().then(load, load);
    },
    event: received,
    lively: () => run.peek()?.state === 'running',
  });
}
