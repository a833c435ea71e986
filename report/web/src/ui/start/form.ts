import type { Load, Locust, Mistake, Order, Point } from '../types';
import { faults } from './curve';
import { millisOf, typed } from './durations';

/** What is typed on the start page, as it is typed. */
export interface Form {
  plan: string | null;
  target: string;
  kind: 'plan' | 'users' | 'rate' | 'curve';
  users: string;
  spawnRate: string;
  rate: string;
  maxUsers: string;
  duration: string;
  unit: 'users' | 'rate';
  points: Point[];
  environment: string;
  tags: Pair[];
  variables: Pair[];
  classes: string[] | null;
}

export interface Pair {
  name: string;
  value: string;
}

export const FRESH: Form = {
  plan: null,
  target: '',
  kind: 'users',
  users: '10',
  spawnRate: '2',
  rate: '50',
  maxUsers: '100',
  duration: '1m',
  unit: 'users',
  points: [
    { at_ms: 0, value: 0 },
    { at_ms: 30_000, value: 50 },
    { at_ms: 150_000, value: 50 },
    { at_ms: 180_000, value: 0 },
  ],
  environment: '',
  tags: [],
  variables: [],
  classes: null,
};

type Fields = Record<string, string>;

function number(text: string, field: string, what: string, mistakes: Fields, whole: boolean): number {
  const value = Number(text.replace(/[\s,]/g, ''));
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) mistakes[field] = `${what} is a number above zero.`;
  else if (whole && !Number.isInteger(value)) mistakes[field] = `${what} is a whole number.`;
  return value;
}

function duration(form: Form, mistakes: Fields): number {
  const millis = millisOf(form.duration);
  if (!millis) mistakes['duration_ms'] = 'A length of time is needed, such as 90s or 5m.';
  return millis ?? 0;
}

/** What is typed to begin with where Locust's command line has said it. */
export function formOf(locust: Locust): Form {
  return {
    ...FRESH,
    users: String(locust.users),
    spawnRate: String(locust.spawn_rate),
    target: locust.host,
    duration: locust.duration_ms === null ? '' : typed(locust.duration_ms),
  };
}

function load(form: Form, locust: Locust | null, mistakes: Fields): Load | undefined {
  if (locust?.shape) return undefined;
  if (form.kind === 'users' || locust) {
    return {
      kind: 'users',
      users: number(form.users, 'users', 'The number of users', mistakes, true),
      spawn_rate: number(form.spawnRate, 'spawn_rate', 'The spawn rate', mistakes, false),
      duration_ms: locust && form.duration.trim() === '' ? null : duration(form, mistakes),
    };
  }
  if (form.kind === 'rate') {
    return {
      kind: 'rate',
      rate: number(form.rate, 'rate', 'The rate', mistakes, false),
      max_users: number(form.maxUsers, 'max_users', 'The most users', mistakes, true),
      duration_ms: duration(form, mistakes),
    };
  }
  if (form.kind !== 'curve') return undefined;
  const [wrong] = faults(form.points);
  if (wrong) mistakes['points'] = wrong.message;
  return { kind: 'curve', unit: form.unit, points: form.points };
}

/** What is asked of the server, and what is wrong with it already, by field. */
export function orderOf(form: Form, locust: Locust | null): { order: Order; mistakes: Fields } {
  const mistakes: Fields = {};
  const asked = load(form, locust, mistakes);
  const target = form.target.trim();
  if (form.plan === null && target === '' && !locust) mistakes['target'] = 'Without a plan an address is needed.';
  const tags = named(form.tags, 'tags', mistakes).map((it) => `${it.name}=${it.value}`);
  const variables = Object.fromEntries(named(form.variables, 'variables', mistakes).map((it) => [it.name, it.value]));
  const order: Order = {
    plan: form.plan,
    ...(target ? { target } : {}),
    ...(asked ? { load: asked } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(form.environment.trim() ? { environment: form.environment.trim() } : {}),
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    ...(locust?.class_picker && form.classes ? { user_classes: form.classes } : {}),
  };
  if (locust?.class_picker && form.classes?.length === 0) mistakes['user_classes'] = 'At least one user class is needed.';
  return { order, mistakes };
}

function named(pairs: Pair[], field: string, mistakes: Fields): Pair[] {
  const filled = pairs.map((it) => ({ name: it.name.trim(), value: it.value.trim() })).filter((it) => it.name || it.value);
  if (filled.some((it) => !it.name)) mistakes[field] = 'A value without a name.';
  return filled;
}

const KNOWN = new Set([
  'plan', 'target', 'users', 'spawn_rate', 'duration_ms', 'rate', 'max_users', 'points', 'tags', 'environment', 'variables', 'user_classes',
]);

/** The server's mistakes by their fields; those that have none here stand under "". */
export function placed(mistakes: readonly Mistake[], whole: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const it of mistakes) {
    const field = (it.field ?? '').replace(/^load\./, '').replace(/[.[].*$/, '');
    const where = typeof it.line === 'number' ? ` (line ${it.line}${typeof it.column === 'number' ? `, column ${it.column}` : ''})` : '';
    const key = KNOWN.has(field) ? field : '';
    const text = it.message + where;
    all[key] = all[key] === undefined ? text : `${all[key]}\n${text}`;
  }
  return mistakes.length === 0 ? { '': whole } : all;
}
