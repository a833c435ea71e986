// A server that tells of a test that never was, by the API of the web UI, to work on its pages without Spate.
// node test/mock/server.mjs [--port 8099] [--mode ui|run|locust] [--password x] [--endpoints 12] [--seconds 120] [--running] [--role viewer]
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MockRun } from './run.mjs';
import { comparison, history } from './history.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise);
const port = Number(option('port', 8099));
const mode = option('mode', 'ui');
const password = option('password', null);
const role = option('role', 'operator');
const pages = join(here, '../../../../web/src/main/resources/io/spate/web/page');
const sample = JSON.parse(readFileSync(join(here, '../../../src/test/resources/io/spate/report/json/results-1.json'), 'utf8'));
const runs = history(sample);
let run = null;
const clients = new Set();
const settings = { endpoints: Number(option('endpoints', 12)), before: Number(option('seconds', 0)) };
let ids = 0;

function tell(event, data) {
  const text = `id: ${++ids}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  for (const client of clients) client.write(text);
}

function start(order) {
  run = new MockRun(order, settings);
  tell('state', run.state());
}
if (args.includes('--running')) start({ load: { kind: 'users', users: 50, duration_ms: 3600_000 } });

setInterval(() => {
  if (!run || run.ended) return;
  if (run.paused) return;
  tell('second', run.second());
  tell('thresholds', { thresholds: run.thresholds() });
  if (run.ticks % 5 === 0) tell('log', run.logLine());
  if (run.ended) tell('state', run.state());
}, 1000);

const locust = mode !== 'locust' ? null
  : { users: 3, spawn_rate: 1.5, host: 'http://127.0.0.1:8000', duration_ms: 90000, user_classes: ['Buyer', 'Visitor'], class_picker: true, shape: null };
const plans = ['checkout.yml', 'browse.yml', 'nightly/soak.yml', 'nightly/spike.yml', 'k6/login.js', 'locust/locustfile.py', 'Shop.java']
  .map((path) => ({ path, name: path.replace(/.*\/|\..*/g, ''), kind: /yml$/.test(path) ? 'yaml' : /js$/.test(path) ? 'k6' : /py$/.test(path) ? 'locust' : 'java' }));

function check(order) {
  const mistakes = [];
  const load = order.load;
  if (!order.plan && !order.target && mode !== 'locust') mistakes.push({ message: 'Say what to load: a plan or a target.', field: 'target' });
  if (order.target && !/^https?:\/\/[^/]+/.test(order.target)) mistakes.push({ message: 'This is no address. It begins with http:// or https://.', field: 'target' });
  if (mode === 'locust' && order.user_classes && order.user_classes.length === 0) mistakes.push({ message: 'Choose a class.', field: 'user_classes' });
  if (load?.kind === 'users' && !(load.users > 0)) mistakes.push({ message: 'At least one user is needed.', field: 'load.users' });
  if (mistakes.length > 0) return { status: 422, body: { error: { message: 'This cannot be started yet.', mistakes } } };
  const points = load?.kind === 'curve' ? load.points : load?.kind === 'users'
    ? [{ at_ms: 0, value: 0 }, { at_ms: Math.min(load.duration_ms ?? 6e4, load.users / load.spawn_rate * 1000), value: load.users }, { at_ms: load.duration_ms ?? 6e4, value: load.users }]
    : load?.kind === 'rate' ? [{ at_ms: 0, value: load.rate }, { at_ms: load.duration_ms, value: load.rate }]
      : [{ at_ms: 0, value: 0 }, { at_ms: 60000, value: 40 }, { at_ms: 240000, value: 40 }, { at_ms: 300000, value: 0 }];
  const isPublic = /example\.com/.test(order.target ?? '');
  return {
    status: 200,
    body: {
      ok: true, name: order.plan ?? 'http test', target: order.target || 'http://127.0.0.1:8000', duration_ms: points.at(-1).at_ms,
      scenarios: mode === 'locust' ? (order.user_classes ?? locust.user_classes).map((name) => ({ name, executor: 'locust', words: `${name} users` }))
        : [{ name: 'browse', executor: 'ramping-vus', words: 'up to 40 users for 5m' }],
      curve: points, curve_unit: load?.kind === 'rate' || load?.unit === 'rate' ? 'iterations/s' : 'users',
      public_target: isPublic, warnings: isPublic ? [`${order.target} is a public address`] : [],
    },
  };
}

const json = (response, status, body, headers = {}) => {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
};
const fail = (response, status, message) => json(response, status, { error: { message } });
const TYPES = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', html: 'text/html; charset=utf-8' };

function page(path, response) {
  const file = path.startsWith('/assets/') ? normalize(join(pages, path)) : join(pages, 'index.html');
  try {
    const text = readFileSync(file);
    response.writeHead(200, { 'Content-Type': TYPES[file.split('.').pop()], 'Content-Security-Policy': "default-src 'self'" });
    response.end(text);
  } catch {
    fail(response, 404, 'not found');
  }
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : {};
}

function events(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\n\n');
  clients.add(response);
  response.on('close', () => clients.delete(response));
}

const routes = {
  'GET /plans': () => [200, { plans, locust }],
  'POST /plans/check': (_query, order) => { const it = check(order); return [it.status, it.body]; },
  'POST /run': (_query, order) => {
    if (run && !run.ended) return [409, { error: { message: 'A run goes on already.' } }];
    const it = check(order);
    if (it.status !== 200) return [it.status, it.body];
    start(order);
    return [202, { id: run.id }];
  },
  'GET /run': () => (run ? [200, run.state()] : [404, { error: { message: 'There is no run yet.' } }]),
  'POST /run/load': (_query, order) => { run.change(order.users ?? order.rate); tell('state', run.state()); return [204]; },
  'POST /run/pause': () => { run.paused = true; tell('state', run.state()); return [204]; },
  'POST /run/resume': () => { run.paused = false; tell('state', run.state()); return [204]; },
  'POST /run/stop': () => { run.stop(); tell('state', run.state()); return [204]; },
  'POST /run/stop-at-once': () => { run.stop(); tell('state', run.state()); return [204]; },
  'POST /run/reset': () => { run.reset(); tell('state', run.state()); return [204]; },
  'GET /run/timeline': () => [200, run.timeline()],
  'GET /run/endpoints': (query) => [200, run.endpoints(query)],
  'GET /run/failures': () => [200, run.failures()],
  'GET /run/exceptions': () => [200, { exceptions: [{ message: 'TypeError: cart is null <img src=x onerror=alert(1)>', trace: 'at checkout (checkout.js:12)\nat main', count: 3 }] }],
  'GET /run/logs': () => [200, { next: run.log.length, lines: run.log }],
  'GET /run/checks': () => [200, { checks: [{ name: 'status is 200', passes: 4211, fails: 9 }, { name: 'has a cart', passes: 4220, fails: 0 }] }],
  'GET /run/thresholds': () => [200, { thresholds: run.thresholds() }],
  'GET /run/generator': () => [200, { valid: true, words: [], cpu: 0.31, late_p99_ms: 0.08, gc: 0.002, memory_mb: 210, loops: [] }],
  'GET /runs': (query) => {
    const found = runs.filter((it) => (!query.plan || it.name === query.plan) && (!query.environment || it.environment === query.environment)
      && (!query.q || JSON.stringify(it).includes(query.q)));
    const offset = Number(query.offset ?? 0);
    return [200, { total: found.length, runs: found.slice(offset, offset + Number(query.limit ?? 50)).map(({ results, ...it }) => it) }];
  },
  'GET /compare': (query) => [200, comparison(runs.find((it) => it.id === query.a), runs.find((it) => it.id === query.b))],
  'GET /trends': (query) => [200, { runs: runs.filter((it) => !query.plan || it.name === query.plan).map(({ results, ...it }) => it).reverse() }],
};

function ofRun(method, id, what, response, sent) {
  const found = runs.find((it) => it.id === id);
  if (!found) return fail(response, 404, `There is no run ${id}.`);
  if (method === 'GET' && !what) return json(response, 200, found);
  if (what === 'notes') found.notes = sent.notes;
  else if (what === 'baseline') found.baseline = method === 'PUT';
  else if (method === 'DELETE') runs.splice(runs.indexOf(found), 1);
  return json(response, 204);
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (!pathname.startsWith('/api/v1')) return page(pathname, response);
  const path = pathname.slice(7);
  const known = !password || /session=yes/.test(request.headers.cookie ?? '');
  if (path === '/session') {
    return json(response, 200, { version: '0.1.0', role: known ? role : 'none', login_required: !!password, csrf: 'token', mode, folder: 'tests' });
  }
  if (path === '/login') {
    const it = await body(request);
    return it.password === password ? json(response, 204, undefined, { 'Set-Cookie': 'session=yes; HttpOnly; SameSite=Strict; Path=/' }) : fail(response, 401, 'Wrong.');
  }
  if (path === '/logout') return json(response, 204, undefined, { 'Set-Cookie': 'session=; Max-Age=0; Path=/' });
  if (!known) return fail(response, 401, 'Log in first.');
  if (request.method !== 'GET' && request.headers['x-spate-csrf'] !== 'token') return fail(response, 403, 'The token is missing.');
  if (path === '/events') return events(response);
  const route = routes[`${request.method} ${path}`];
  const sent = request.method === 'GET' ? {} : await body(request);
  if (route) {
    if (path.startsWith('/run/') && !run) return fail(response, 404, 'There is no run yet.');
    const [status, answer] = route(Object.fromEntries(searchParams), sent);
    return json(response, status, answer);
  }
  const [, stored, id, what] = path.split('/');
  return stored === 'runs' && id ? ofRun(request.method, id, what, response, sent) : fail(response, 404, 'not found');
}).listen(port, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}`);
});
