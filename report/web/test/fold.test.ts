import { describe, expect, it } from 'vitest';
import { course, EMPTY, folded, LINES, merged, points, rebased, RECENT, since, stale } from '../src/ui/live/fold';
import type { LiveTimeline, LogLine, Second, Totals } from '../src/ui/types';

const totals = (requests: number) => ({ requests }) as Totals;
const second = (at: number, revision = 1, requests = at): Second => ({
  at_ms: at * 1000, users: 5, requests_per_second: at, failures_per_second: 0, p50: 1, p95: 2, p99: 3, heat: [at], revision, totals: totals(requests),
});

function timeline(count: number, interval = 1000, revision = 1): LiveTimeline {
  const column = (of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at));
  return {
    interval_ms: interval, revision,
    columns: {
      at_ms: column((at) => at * interval), users: column(() => 5), requests_per_second: column((at) => at), failures_per_second: column(() => 0),
      p50: column(() => 1), p95: column(() => 2), p99: column(() => 3),
    },
    heat: { bounds_ms: [0], counts: column((at) => at).map((it) => [it]) },
  };
}

describe('seconds that come', () => {
  it('follow what the server has folded', () => {
    const drawn = points(folded(course(timeline(3)), second(3)));
    expect(drawn.seconds).toEqual([0, 1, 2, 3]);
    expect(drawn.requests_per_second).toEqual([0, 1, 2, 3]);
    expect(drawn.heat[3]).toEqual([3]);
  });
  it('change nothing when they come twice, or late', () => {
    const once = folded(course(timeline(3)), second(3));
    expect(folded(once, second(3))).toBe(once);
    expect(folded(once, second(1))).toBe(once);
    expect(folded(course(timeline(4, 2000)), second(7))).toEqual(course(timeline(4, 2000)));
  });
  it('are kept one by one up to a limit', () => {
    let all = course(EMPTY);
    for (let at = 0; at < RECENT + 50; at++) all = folded(all, second(at));
    expect(all.recent).toHaveLength(RECENT);
    expect(all.recent[0]?.at_ms).toBe(50_000);
  });
});

describe('a timeline of the server', () => {
  it('is asked for again when the figures began anew', () => {
    const before = folded(course(timeline(3)), second(3, 1, 100));
    expect(stale(before, second(4, 1, 120))).toBe(false);
    expect(stale(before, second(4, 2, 4))).toBe(true);
  });
  it('is not when the server only merged neighbours', () => {
    expect(stale(folded(course(timeline(3)), second(3, 1, 100)), second(4, 2, 120))).toBe(false);
  });
  it('takes the place of what was known, and keeps seconds that came since', () => {
    const next = rebased(folded(folded(course(timeline(3)), second(3)), second(4)), timeline(4));
    expect(points(next).seconds).toEqual([0, 1, 2, 3, 4]);
    expect(next.recent).toHaveLength(1);
  });
});

it('draws the last part alone', () => {
  const drawn = points(folded(course(timeline(100)), second(100)), 10_000);
  expect(drawn.seconds[0]).toBe(90);
  expect(drawn.seconds).toHaveLength(11);
});

it('draws a day of merged intervals with the last seconds behind them', () => {
  const day = folded(course(timeline(600, 144_000)), second(86_401));
  const drawn = points(day);
  expect(drawn.seconds).toHaveLength(601);
  expect(drawn.seconds.every((it, at) => at === 0 || it > (drawn.seconds[at - 1] ?? 0))).toBe(true);
});

it('keeps the last lines of a log, once each and in order', () => {
  const lines = Array.from({ length: LINES + 5 }, (_, at) => ({ number: at, at, level: 'info', text: String(at) }));
  const texts = (all: LogLine[]) => all.map((it) => it.text);
  expect(merged([], lines)).toHaveLength(LINES);
  expect(texts(merged(lines.slice(0, 2), lines.slice(2, 3)))).toEqual(['0', '1', '2']);
  expect(texts(merged(lines.slice(1, 4), lines.slice(0, 2)))).toEqual(['0', '1', '2', '3']);
});

it('keeps seconds that are newer than the timeline of the server', () => {
  const empty = rebased(folded(course(EMPTY), second(3)), EMPTY);
  expect(points(empty).seconds).toEqual([3]);
  expect(points(since(empty, 3000)).seconds).toEqual([]);
});
