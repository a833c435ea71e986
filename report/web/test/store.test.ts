import { beforeEach, expect, it, vi } from 'vitest';
import type { LogLine } from '../src/ui/types';

/** A server whose answers come when the test says so, and whose events are the test's. */
class Server {
  readonly asked: { path: string; answer: (body: unknown) => void }[] = [];
  tell: (name: string, data: unknown) => void = () => undefined;
  opened: () => void = () => undefined;

  readonly fetch = (url: string) =>
    new Promise<Response>((resolve) => {
      this.asked.push({ path: url.replace('/api/v1', ''), answer: (body) => resolve(new Response(JSON.stringify(body))) });
    });

  /** Answers the oldest question for something. */
  async answer(path: string, body: unknown): Promise<void> {
    const at = await vi.waitUntil(() => this.asked.findIndex((it) => it.path === path) + 1);
    this.asked.splice(at - 1, 1)[0]?.answer(body);
  }
}

const run = (id: string) => ({ id, state: 'running', users: 1, load: { kind: 'fixed' }, totals: { requests: 0 }, elapsed_ms: 0 });
const line = (number: number): LogLine => ({ number, at: '2026-01-01T00:00:00Z', level: 'info', text: `line ${number}` });
const second = (at: number) => ({ at_ms: at * 1000, users: 1, revision: 0, totals: { requests: at } });
const TIMELINE = { interval_ms: 1000, revision: 0, columns: { at_ms: [] }, heat: { bounds_ms: [], counts: [] } };

let server: Server;
let store: typeof import('../src/ui/live/store');
let close: () => void = () => undefined;

beforeEach(async () => {
  close();
  server = new Server();
  const heard = server;
  class Events {
    private readonly on: Record<string, (event: { data: string }) => void> = {};
    constructor() {
      heard.tell = (name, data) => this.on[name]?.({ data: JSON.stringify(data) });
      heard.opened = () => this.onopen();
    }
    onopen = () => undefined;
    addEventListener(name: string, handler: (event: { data: string }) => void) {
      this.on[name] = handler;
    }
    close() {}
  }
  Object.assign(globalThis, { fetch: server.fetch, EventSource: Events, addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.resetModules();
  store = await import('../src/ui/live/store');
  close = store.follow();
});

/** Answers all that a page asks of a run but for its log and its timeline. */
async function answered(id: string): Promise<void> {
  await server.answer('/run', run(id));
  await server.answer('/run/thresholds', { thresholds: [{ text: 'old' }] });
  await server.answer('/run/generator', { cpu: 'old' });
}

it('loses nothing that happens while it asks', async () => {
  server.tell('state', run('a'));
  await answered('a');
  await server.answer('/run/logs?after=0', { next: 1, lines: [line(0)] });
  server.tell('log', line(1));
  server.tell('second', second(1));
  server.tell('generator', { cpu: 'new' });
  server.tell('thresholds', { thresholds: [{ text: 'new' }] });
  await server.answer('/run/timeline', TIMELINE);
  await vi.waitUntil(() => store.log.value.length === 2);
  expect(store.log.value.map((it) => it.text)).toEqual(['line 0', 'line 1']);
  expect(store.shown.value.recent.map((it) => it.at_ms)).toEqual([1000]);
  expect(store.generator.value).toEqual({ cpu: 'new' });
  expect(store.thresholds.value).toEqual([{ text: 'new' }]);
});

it('shows a line once that comes as an event and in an answer', async () => {
  server.tell('state', run('a'));
  await answered('a');
  server.tell('log', line(0));
  server.tell('log', line(1));
  await server.answer('/run/timeline', TIMELINE);
  await server.answer('/run/logs?after=0', { next: 2, lines: [line(0), line(1)] });
  await vi.waitUntil(() => store.generator.value !== null);
  expect(store.log.value.map((it) => it.text)).toEqual(['line 0', 'line 1']);
});

it('shows nothing of the last run in the next', async () => {
  server.tell('state', run('a'));
  server.tell('log', line(0));
  server.tell('log', line(1));
  server.tell('second', second(9));
  await answered('a');
  await server.answer('/run/timeline', TIMELINE);
  server.tell('state', run('b'));
  expect(store.log.value).toEqual([]);
  expect(store.shown.value.recent).toEqual([]);
  server.tell('log', { ...line(0), text: 'of b' });
  await server.answer('/run/logs?after=0', { next: 2, lines: [line(0), line(1)] });
  await answered('b');
  await server.answer('/run/timeline', TIMELINE);
  await server.answer('/run/logs?after=0', { next: 1, lines: [{ ...line(0), text: 'of b' }] });
  await vi.waitUntil(() => store.generator.value !== null);
  expect(store.run.value?.id).toBe('b');
  expect(store.log.value.map((it) => it.text)).toEqual(['of b']);
});
