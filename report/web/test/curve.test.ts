import { describe, expect, it } from 'vitest';
import { added, addedBehind, faults, MOST_POINTS, moved, removed, roundUp, SHAPES, valueAt } from '../src/ui/start/curve';

const line = [
  { at_ms: 0, value: 0 },
  { at_ms: 30_000, value: 50 },
  { at_ms: 60_000, value: 0 },
];

describe('a point that is moved', () => {
  it('goes where it is put, in whole seconds and whole users', () => {
    expect(moved(line, 1, { at_ms: 20_400, value: 12.6 })[1]).toEqual({ at_ms: 20_000, value: 13 });
  });
  it('stays between its neighbours and above zero', () => {
    expect(moved(line, 1, { at_ms: 99_000, value: -4 })[1]).toEqual({ at_ms: 60_000, value: 0 });
    expect(moved(line, 2, { at_ms: 1000, value: 5 })[2]).toEqual({ at_ms: 30_000, value: 5 });
  });
  it('cannot leave the beginning where it is the first', () => {
    expect(moved(line, 0, { at_ms: 9000, value: 7 })[0]).toEqual({ at_ms: 0, value: 7 });
  });
  it('leaves the line it was made from alone', () => {
    moved(line, 1, { at_ms: 1000, value: 1 });
    expect(line[1]).toEqual({ at_ms: 30_000, value: 50 });
  });
});

describe('a point that is added', () => {
  it('takes its place in time', () => {
    const { points, at } = added(line, { at_ms: 45_000, value: 10 });
    expect(at).toBe(2);
    expect(points.map((it) => it.at_ms)).toEqual([0, 30_000, 45_000, 60_000]);
  });
  it('stands in the middle behind another, or beyond the last', () => {
    expect(addedBehind(line, 0).points[1]).toEqual({ at_ms: 15_000, value: 25 });
    expect(addedBehind(line, 2).points[3]).toEqual({ at_ms: 90_000, value: 0 });
  });
  it('is refused where there are enough', () => {
    const many = Array.from({ length: MOST_POINTS }, (_, at) => ({ at_ms: at * 1000, value: 1 }));
    expect(added(many, { at_ms: 500, value: 1 }).points).toHaveLength(MOST_POINTS);
  });
});

it('keeps two points and a beginning at zero when others are removed', () => {
  expect(removed(line, 0)).toEqual([{ at_ms: 0, value: 50 }, { at_ms: 60_000, value: 0 }]);
  expect(removed(line.slice(0, 2), 0)).toHaveLength(2);
});

it('tells the load between points', () => {
  expect([0, 15_000, 30_000, 45_000, 90_000].map((at) => valueAt(line, at))).toEqual([0, 25, 50, 25, 0]);
});

it('finds what cannot be run', () => {
  expect(faults(line)).toEqual([]);
  expect(faults([{ at_ms: 0, value: 0 }, { at_ms: 0, value: 0 }])).toHaveLength(2);
  expect(faults([line[0]!, line[2]!, line[1]!]).map((it) => it.at)).toEqual([2]);
  expect(faults([line[0]!, { at_ms: 1000, value: NaN }])[0]?.at).toBe(1);
});

it('begins with shapes that can be run', () => {
  for (const shape of SHAPES) expect(faults(shape.points(100, 300_000)), shape.name).toEqual([]);
});

it('ends axes at round numbers', () => {
  expect([0, 7, 11, 58, 1200].map(roundUp)).toEqual([10, 8, 15, 60, 1500]);
});
