import { describe, expect, it } from 'vitest';
import { matching, nextOrder, sorted, windowOf } from '../src/rows';

describe('sorted', () => {
  it('orders numbers as numbers', () => {
    expect(sorted([10, 9, 100], (it) => it, false)).toEqual([9, 10, 100]);
    expect(sorted([10, 9, 100], (it) => it, true)).toEqual([100, 10, 9]);
  });

  it('orders texts as people do, with numbers in them', () => {
    expect(sorted(['/b', '/A', '/a10', '/a9'], (it) => it, false)).toEqual(['/A', '/a9', '/a10', '/b']);
  });

  it('keeps the order of equal rows and leaves the original alone', () => {
    const rows = [{ n: 1, id: 'a' }, { n: 0, id: 'b' }, { n: 1, id: 'c' }];
    expect(sorted(rows, (it) => it.n, true).map((it) => it.id)).toEqual(['a', 'c', 'b']);
    expect(rows.map((it) => it.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('matching', () => {
  const rows = ['GET /api/users', 'POST /api/users', 'GET /health'];
  it('finds rows that hold every word, in any case', () => {
    expect(matching(rows, (it) => it, 'users get')).toEqual(['GET /api/users']);
    expect(matching(rows, (it) => it, '  ')).toEqual(rows);
    expect(matching(rows, (it) => it, 'nothing')).toEqual([]);
  });
  it('takes what is typed as plain text', () => {
    expect(matching(rows, (it) => it, '.*')).toEqual([]);
  });
});

it('turns the order on a second click and starts numbers with the highest', () => {
  const first = nextOrder({ column: 'name', descending: false }, 'rate', true);
  expect(first).toEqual({ column: 'rate', descending: true });
  expect(nextOrder(first, 'rate', true)).toEqual({ column: 'rate', descending: false });
  expect(nextOrder(first, 'name', false)).toEqual({ column: 'name', descending: false });
});

describe('windowOf', () => {
  it('draws a bounded number of rows out of many', () => {
    const { first, last } = windowOf(5000, 38, 38 * 2500, 640);
    expect(first).toBe(2488);
    expect(last - first).toBeLessThan(60);
  });
  it('stays within the rows, also when a search has left few', () => {
    expect(windowOf(3, 38, 90_000, 640)).toEqual({ first: 3, last: 3 });
    expect(windowOf(0, 38, 0, 640)).toEqual({ first: 0, last: 0 });
  });
});
