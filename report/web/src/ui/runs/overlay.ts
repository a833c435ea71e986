import type { Timeline } from '../../figures';

type Cells = (number | null)[];

export interface Overlay {
  seconds: number[];
  lines: Cells[];
}

/** Lines of several runs over a common axis that begins where each of them began. */
export function overlay(timelines: readonly Timeline[], column: (of: Timeline) => readonly (number | null)[]): Overlay {
  const seconds = [...new Set(timelines.flatMap((it) => it.seconds))].sort((one, other) => one - other);
  return { seconds, lines: timelines.map((it) => drawn(it.seconds, column(it), seconds)) };
}

/** The value of the interval that each instant lies in, and nothing beyond the last one. */
function drawn(begins: readonly number[], values: readonly (number | null)[], seconds: readonly number[]): Cells {
  const last = begins[begins.length - 1] ?? -1;
  const length = begins.length > 1 ? last - (begins[begins.length - 2] ?? 0) : 1;
  let at = -1;
  return seconds.map((second) => {
    while (at + 1 < begins.length && (begins[at + 1] ?? Infinity) <= second) at++;
    return at < 0 || second >= last + length ? null : (values[at] ?? null);
  });
}
