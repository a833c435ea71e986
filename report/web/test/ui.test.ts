import { describe, expect, it } from 'vitest';
import { refusal } from '../src/ui/api';
import { tone, verdictOf } from '../src/ui/live/words';
import { comparePath, placeOf, runPath } from '../src/ui/routes';
import { overlay } from '../src/ui/runs/overlay';
import { signed } from '../src/format';
import { millisOf, typed } from '../src/ui/start/durations';
import { FRESH, formOf, orderOf, placed } from '../src/ui/start/form';
import { usedRows } from '../src/components/HeatMap';
import type { Timeline } from '../src/figures';
import type { Locust, Run } from '../src/ui/types';

const LOCUST: Locust = {
  users: 3, spawn_rate: 1.5, host: 'http://localhost:1', duration_ms: 90_000, user_classes: ['Buyer', 'Visitor'], class_picker: true, shape: null,
};

describe('addresses', () => {
  it.each([
    ['/', '', { page: 'test', fresh: false }],
    ['/', '?new', { page: 'test', fresh: true }],
    ['/runs', '', { page: 'runs' }],
    ['/runs/a%2Fb', '', { page: 'run', id: 'a/b' }],
    ['/runs/%zz', '', { page: 'run', id: '%zz' }],
    ['/compare', '?a=1&b=2&c=3', { page: 'compare', ids: ['1', '2', '3'] }],
    ['/trends', '?plan=a b', { page: 'trends', plan: 'a b' }],
    ['/elsewhere', '', { page: 'nowhere' }],
    ['/runs/1/2', '', { page: 'nowhere' }],
  ])('%s%s', (path, search, place) => expect(placeOf(path, search)).toEqual(place));

  it('lead where they are read', () => {
    const id = 'a/b ?&c';
    expect(placeOf(runPath(id), '')).toEqual({ page: 'run', id });
    const [path, search] = comparePath([id, 'x']).split('?');
    expect(placeOf(path ?? '', `?${search}`)).toEqual({ page: 'compare', ids: [id, 'x'] });
  });
});

describe('lengths of time', () => {
  it.each([
    ['90', 90_000], ['90s', 90_000], ['1m 30s', 90_000], ['1h30m', 5_400_000], ['1:30', 90_000], ['1:00:05', 3_605_000], ['1.5 min', 90_000], ['250ms', 250],
    ['', null], ['soon', null], ['5 m x', null], ['-5', null],
  ])('%s', (text, millis) => expect(millisOf(text)).toBe(millis));

  it('are read as they are written', () => {
    for (const millis of [0, 250, 1000, 90_000, 3_605_000]) expect(millisOf(typed(millis))).toBe(millis);
  });
});

describe('a form', () => {
  it('becomes what the server is asked', () => {
    const form = { ...FRESH, target: ' http://x/ ', tags: [{ name: 'a', value: 'b' }, { name: '', value: '' }], variables: [{ name: 'K', value: 'V' }] };
    expect(orderOf(form, null)).toEqual({
      order: { plan: null, target: 'http://x/', load: { kind: 'users', users: 10, spawn_rate: 2, duration_ms: 60_000 }, tags: ['a=b'], variables: { K: 'V' } },
      mistakes: {},
    });
  });
  it('says at each field what is wrong', () => {
    const { mistakes } = orderOf({ ...FRESH, users: '1.5', spawnRate: 'x', duration: 'soon' }, null);
    expect(Object.keys(mistakes).sort()).toEqual(['duration_ms', 'spawn_rate', 'target', 'users']);
  });
  it('of Locust needs neither a plan nor an end', () => {
    expect(orderOf({ ...FRESH, duration: '' }, LOCUST).mistakes).toEqual({});
    expect(orderOf({ ...FRESH, duration: '', classes: [] }, LOCUST).mistakes).toHaveProperty('user_classes');
  });
  it('of Locust begins with what its command line said', () => {
    expect(orderOf(formOf(LOCUST), LOCUST)).toEqual({
      order: { plan: null, target: 'http://localhost:1', load: { kind: 'users', users: 3, spawn_rate: 1.5, duration_ms: 90_000 } },
      mistakes: {},
    });
    expect(formOf({ ...LOCUST, duration_ms: null }).duration).toBe('');
  });
  it('of Locust leaves users to a shape, and classes to who started it', () => {
    const { order, mistakes } = orderOf({ ...FRESH, users: '', classes: ['Buyer'] }, { ...LOCUST, shape: 'Steps', class_picker: false });
    expect(mistakes).toEqual({});
    expect(order).toEqual({ plan: null });
  });
  it('puts mistakes of the server at their fields, and the others above', () => {
    expect(placed([{ message: 'too many', field: 'load.users' }, { message: 'a', field: 'tags[0]' }, { message: 'odd', line: 3, column: 5 }], '')).toEqual({
      users: 'too many', tags: 'a', '': 'odd (line 3, column 5)',
    });
    expect(placed([], 'refused')).toEqual({ '': 'refused' });
  });
});

it('reads refusals of any form', () => {
  expect(refusal(409, '{"error":{"message":"a run goes on"}}').message).toBe('a run goes on');
  expect(refusal(422, '{"error":{"message":"m","field":"users"}}').mistakes).toEqual([{ message: 'm', field: 'users' }]);
  expect(refusal(502, '<html>').message).toBe('The server answered 502.');
  expect(refusal(429, '{"error":{"message":"m"}}', '30').retryAfter).toBe(30);
});

it('names how a run ended', () => {
  const run = { state: 'ended', ending: 'completed', passed: true, setup_error: null } as Run;
  expect([run, { ...run, passed: false }, { ...run, passed: null }, { ...run, ending: 'interrupted' as const }].map((it) => verdictOf(it).word)).toEqual([
    'Passed', 'Failed', 'Completed', 'Stopped',
  ]);
  expect(verdictOf({ ...run, passed: false, ending: 'interrupted' }, 2)).toMatchObject({ outcome: 'interrupted', text: expect.stringContaining('2 thresholds') });
  expect(tone({ ...run, passed: false, ending: 'interrupted' })).toBe('ended');
  expect(tone({ ...run, state: 'paused' })).toBe('paused');
});

it('lays runs of other lengths and intervals over each other', () => {
  const of = (seconds: number[], values: number[]) => ({ seconds, vus: values }) as unknown as Timeline;
  expect(overlay([of([0, 1, 2], [1, 2, 3]), of([0, 2], [10, 20])], (it) => it.vus)).toEqual({
    seconds: [0, 1, 2],
    lines: [[1, 2, 3], [10, 10, 20]],
  });
  expect(overlay([of([0, 1], [1, 2]), of([0, 1, 2, 3], [1, 1, 1, 1])], (it) => it.vus).lines[0]).toEqual([1, 2, null, null]);
});

it('draws of a heat map the rows that were met, and one more', () => {
  expect(usedRows([[0, 0, 3, 0, 0, 0], [0, 0, 0, 2, 0, 0]], 6)).toEqual({ first: 1, last: 4 });
  expect(usedRows([], 6)).toEqual({ first: 0, last: 5 });
});

it('writes changes with their sign', () => {
  expect([0.042, -0.5, 0, 12].map(signed)).toEqual(['+4.20%', '−50.0%', '+0.00%', '+1200%']);
});
