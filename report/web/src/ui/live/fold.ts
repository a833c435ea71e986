import type { Columns, LiveTimeline, LogLine, Second } from '../types';

/** How live events become what the charts draw; pure, so that it is tested without a server. */

type Cells = (number | null)[];

/** What charts draw: one entry for each interval, times in seconds. */
export interface Points {
  seconds: number[];
  users: Cells;
  requests_per_second: Cells;
  failures_per_second: Cells;
  p50: Cells;
  p95: Cells;
  p99: Cells;
  late_ms: Cells;
  heat: (readonly number[])[];
}

/** The intervals the server has folded, and the last seconds one by one. */
export interface Course {
  timeline: LiveTimeline;
  recent: readonly Second[];
}

/** So many seconds are kept one by one; older ones are taken from the server's timeline. */
export const RECENT = 1800;

export const EMPTY: LiveTimeline = {
  interval_ms: 1000,
  revision: 0,
  columns: { at_ms: [], users: [], requests_per_second: [], failures_per_second: [], p50: [], p95: [], p99: [] },
  heat: { bounds_ms: [], counts: [] },
};

export function course(timeline: LiveTimeline): Course {
  return { timeline, recent: [] };
}

/** Takes another second in; one that was there already, or comes too late, changes nothing. */
export function folded(of: Course, second: Second): Course {
  const last = lastAt(of);
  if (last !== null && second.at_ms <= last) return of;
  return { timeline: of.timeline, recent: [...of.recent.slice(-RECENT + 1), second] };
}

/** Whether the server's timeline has to be asked for again: its figures began anew, or seconds fell out of ours. */
export function stale(of: Course, second: Second): boolean {
  if (second.revision === of.timeline.revision) return of.recent.length >= RECENT;
  // Where the server merged neighbours, what we hold is as true as before: only a new beginning is news.
  const requests = of.recent[of.recent.length - 1]?.totals.requests ?? 0;
  return second.totals.requests < requests || of.recent.length === 0 || of.recent.length >= RECENT;
}

/** The same course on a newer timeline, with the seconds that came since it began. */
export function rebased(of: Course, timeline: LiveTimeline): Course {
  const first = timeline.columns.at_ms[0];
  if (first === undefined) return { timeline, recent: of.recent };
  const last = timeline.columns.at_ms[timeline.columns.at_ms.length - 1] ?? first;
  const keep = of.recent.filter((it) => it.at_ms > last || (timeline.interval_ms > 1000 && it.at_ms >= first));
  return { timeline, recent: keep.slice(-RECENT / 2) };
}

/** The seconds that came after a moment alone. */
export function since(of: Course, at: number | null): Course {
  return { timeline: of.timeline, recent: of.recent.filter((it) => at === null || it.at_ms > at) };
}

/** The last moment there is anything of, in milliseconds of the run. */
export function lastAt({ timeline, recent }: Course): number | null {
  const at = recent[recent.length - 1]?.at_ms;
  if (at !== undefined) return at;
  const { at_ms: all } = timeline.columns;
  const last = all[all.length - 1];
  if (last === undefined) return null;
  return last + timeline.interval_ms - 1000;
}

/** The last part of the course, or all of it. */
export function points({ timeline, recent }: Course, lastMs: number | null = null): Points {
  const { columns, heat } = timeline;
  const seam = recent[0]?.at_ms ?? Infinity;
  const newest = recent[recent.length - 1]?.at_ms ?? columns.at_ms[columns.at_ms.length - 1] ?? 0;
  const from = lastMs === null ? -Infinity : newest - lastMs;
  const old = columns.at_ms.map((_, at) => at).filter((at) => within(columns.at_ms[at], from, seam));
  const young = recent.filter((it) => it.at_ms >= from);
  const column = (name: Exclude<keyof Columns, 'at_ms'>, of: (second: Second) => number | null): Cells => [
    ...old.map((at) => columns[name]?.[at] ?? null),
    ...young.map(of),
  ];
  return {
    seconds: [...old.map((at) => (columns.at_ms[at] ?? 0) / 1000), ...young.map((it) => it.at_ms / 1000)],
    users: column('users', (it) => it.users),
    requests_per_second: column('requests_per_second', (it) => it.requests_per_second),
    failures_per_second: column('failures_per_second', (it) => it.failures_per_second),
    p50: column('p50', (it) => it.p50),
    p95: column('p95', (it) => it.p95),
    p99: column('p99', (it) => it.p99),
    late_ms: column('late_ms', () => null),
    heat: [...old.map((at) => heat.counts[at] ?? []), ...young.map((it) => it.heat ?? [])],
  };
}

function within(at: number | undefined, from: number, until: number): boolean {
  return at !== undefined && at >= from && at < until;
}

/** So many lines of the log are kept. */
export const LINES = 2000;

/** All lines of both, once each: they come as events and as answers, and either may be the newer. */
export function merged(lines: readonly LogLine[], more: readonly LogLine[]): LogLine[] {
  const known = new Map([...lines, ...more].map((it) => [it.number, it]));
  return [...known.values()].sort((a, b) => a.number - b.number).slice(-LINES);
}
