import { batch, computed, signal } from '@preact/signals';
import { get, Refusal, refreshSession } from '../api';
import type { GeneratorState, LiveTimeline, LogLine, Run, Second, ThresholdState } from '../types';
import { appended, course, type Course, EMPTY, folded, rebased, stale } from './fold';
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
/** How often the server has told the state by itself. */
let told = 0;

async function timeline(anew: boolean): Promise<void> {
  if (asking && !anew) return;
  asking = true;
  try {
    const answer = await get<LiveTimeline>('/run/timeline');
    shown.value = anew ? course(answer) : rebased(shown.peek(), answer);
  } finally {
    asking = false;
  }
}

/** Asks for all that is shown of the run, as after a reload of the page. */
export async function load(): Promise<void> {
  try {
    const before = told;
    const current = await get<Run>('/run');
    const [met, health, lines] = await Promise.all([
      get<{ thresholds: ThresholdState[] }>('/run/thresholds').catch(() => ({ thresholds: [] })),
      get<GeneratorState>('/run/generator').catch(() => null),
      get<{ lines: LogLine[] }>('/run/logs?after=0').catch(() => ({ lines: [] })),
      timeline(true).catch(() => undefined),
    ]);
    batch(() => {
      if (told === before || run.peek()?.id !== current.id) run.value = current;
      thresholds.value = met.thresholds;
      generator.value = health;
      log.value = appended([], lines.lines);
      tick.value++;
    });
  } catch (e) {
    if (e instanceof Refusal && e.status === 404) run.value = null;
    else if (!(e instanceof Refusal) && run.peek() === undefined) connection.value = 'lost';
  }
}

/** Asks for the state alone, after something was done to the run. What the server tells meanwhile is newer than the answer. */
export async function renew(): Promise<void> {
  const before = told;
  const answer = await get<Run>('/run');
  if (told === before) changed(answer);
}

function changed(next: Run | null): void {
  const before = run.peek();
  if (!next) {
    run.value = null;
    return;
  }
  if (!before || before.id !== next.id) void load();
  batch(() => {
    run.value = next;
    tick.value++;
  });
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
    told++;
    changed(data as Run | null);
  } else if (name === 'second') second(data as Second);
  else if (name === 'thresholds') thresholds.value = Array.isArray(data) ? data : (data as { thresholds: ThresholdState[] }).thresholds;
  else if (name === 'generator') generator.value = data as GeneratorState;
  else if (name === 'log') log.value = appended(log.peek(), [data as LogLine]);
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
