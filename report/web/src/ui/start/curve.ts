import type { Point } from '../types';

/** A workload drawn as a line of points, always in order of time; pure. */

export const MOST_POINTS = 100;
const STEP_MS = 1000;

const clamped = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const rounded = (millis: number) => Math.round(millis / STEP_MS) * STEP_MS;

/** Moves a point; it stays between its neighbours, the first one at the beginning, and none below zero. */
export function moved(points: readonly Point[], at: number, to: Point): Point[] {
  const before = points[at - 1]?.at_ms;
  const after = points[at + 1]?.at_ms ?? Infinity;
  const time = before === undefined ? 0 : clamped(rounded(to.at_ms), before, after);
  return points.map((it, index) => (index === at ? { at_ms: time, value: Math.max(0, Math.round(to.value)) } : it));
}

/** Adds a point where it belongs in time. */
export function added(points: readonly Point[], point: Point): { points: Point[]; at: number } {
  if (points.length >= MOST_POINTS) return { points: [...points], at: points.length - 1 };
  const made = { at_ms: Math.max(0, rounded(point.at_ms)), value: Math.max(0, Math.round(point.value)) };
  const found = points.findIndex((it) => it.at_ms > made.at_ms);
  const at = found < 0 ? points.length : Math.max(1, found);
  return { points: [...points.slice(0, at), made, ...points.slice(at)], at };
}

/** Adds a point in the middle behind one, or beyond the last one. */
export function addedBehind(points: readonly Point[], at: number): { points: Point[]; at: number } {
  const here = points[at];
  const next = points[at + 1];
  if (!here) return added(points, { at_ms: 0, value: 0 });
  if (!next) return added(points, { at_ms: here.at_ms + Math.max(30_000, Math.round(here.at_ms / 4)), value: here.value });
  return added(points, { at_ms: (here.at_ms + next.at_ms) / 2, value: (here.value + next.value) / 2 });
}

/** Takes a point out; a line keeps two, and the new first one begins at zero. */
export function removed(points: readonly Point[], at: number): Point[] {
  if (points.length <= 2) return [...points];
  return points.filter((_, index) => index !== at).map((it, index) => (index === 0 ? { ...it, at_ms: 0 } : it));
}

/** The load at an instant. */
export function valueAt(points: readonly Point[], millis: number): number {
  const next = points.findIndex((it) => it.at_ms > millis);
  const before = points[next < 0 ? points.length - 1 : next - 1] ?? points[0];
  const after = points[next];
  if (!before) return 0;
  if (!after || after.at_ms === before.at_ms) return before.value;
  return before.value + ((after.value - before.value) * (millis - before.at_ms)) / (after.at_ms - before.at_ms);
}

/** What is wrong with a line, each with the point it is about; empty where it can be run. */
export function faults(points: readonly Point[]): { at: number; message: string }[] {
  const all: { at: number; message: string }[] = [];
  points.forEach((it, at) => {
    if (!Number.isFinite(it.at_ms) || !Number.isFinite(it.value)) all.push({ at, message: 'A time and a number are needed.' });
    else if (it.at_ms < (points[at - 1]?.at_ms ?? 0)) all.push({ at, message: 'This is before the point above.' });
  });
  if (points.every((it) => it.value === 0)) all.push({ at: points.length - 1, message: 'A line at zero starts nothing.' });
  if ((points[points.length - 1]?.at_ms ?? 0) === 0) all.push({ at: points.length - 1, message: 'The test would end at once.' });
  return all;
}

export interface Shape {
  name: string;
  points: (peak: number, millis: number) => Point[];
}

const line = (...pairs: [number, number][]) => (peak: number, millis: number) =>
  pairs.map(([at, share]) => ({ at_ms: rounded(at * millis), value: Math.round(share * peak) }));

/** Lines to begin with. */
export const SHAPES: Shape[] = [
  { name: 'Ramp', points: line([0, 0], [0.25, 1], [0.85, 1], [1, 0]) },
  { name: 'Steps', points: line([0, 0.25], [0.25, 0.25], [0.25, 0.5], [0.5, 0.5], [0.5, 0.75], [0.75, 0.75], [0.75, 1], [1, 1]) },
  { name: 'Spike', points: line([0, 0.1], [0.4, 0.1], [0.45, 1], [0.55, 1], [0.6, 0.1], [1, 0.1]) },
  { name: 'Waves', points: line([0, 0.2], [0.17, 1], [0.33, 0.2], [0.5, 1], [0.67, 0.2], [0.83, 1], [1, 0.2]) },
];

/** A round number at or above a value: 1, 2, 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 10;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((it) => it * power).find((it) => it >= value) ?? value;
}
