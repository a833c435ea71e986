// What bench/k6-calls measures: the part PART, by ten users without a pause.
import encoding from 'k6/encoding';
import exec from 'k6/execution';
import http from 'k6/http';
import { check, group } from 'k6';
import crypto from 'k6/crypto';
import { parseHTML } from 'k6/html';
import { SharedArray } from 'k6/data';
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

const users = { executor: 'constant-vus', vus: 10, gracefulStop: '0s' };

export const options = {
  scenarios: {
    warmUp: Object.assign({ duration: `${__ENV.WARM_UP}s` }, users),
    counted: Object.assign({ duration: `${__ENV.SECONDS}s`, startTime: `${__ENV.WARM_UP}s` }, users),
  },
  thresholds: { 'iterations{scenario:counted}': ['count>=0'] },
};

const url = `${__ENV.BASE}/api/users`;
const shared = new SharedArray('users', () => Array.from({ length: 1000 }, (_, id) => ({ id, name: `user${id}`, tags: ['a', 'b'] })));
const items = { items: Array.from({ length: 50 }, (_, id) => ({ id, name: `item${id}`, price: id * 1.5 })) };
const json = JSON.stringify(items);
const bytes = new Uint8Array(2000).map((_, index) => index % 256).buffer;
const row = '<li class="row"><a href="/x">t</a></li>';
const page = `<title>T</title><form><input name="csrf" value="abc"><input name="q" value="1"></form><ul>${row.repeat(30)}</ul>`;
const trend = new Trend('a_trend', true);
const counter = new Counter('a_counter');
const rate = new Rate('a_rate');
const gauge = new Gauge('a_gauge');

function times(count, action) {
  for (let i = 0; i < count; i++) {
    action(i);
  }
}

const parts = {
  get: () => http.get(url),
  'get, status and headers': () => {
    const response = http.get(url);
    return response.status + response.headers['Content-Type'] + response.timings.duration;
  },
  'get, three checks': () =>
    check(http.get(url), {
      'is 200': (it) => it.status === 200,
      'has a body': (it) => it.body.length > 0,
      'is fast': (it) => it.timings.duration < 500,
    }),
  'get, with tags and headers': () => http.get(url, { tags: { name: 'users', k: 'v' }, headers: { Authorization: 'Bearer abc', 'X-A': 'b' } }),
  'get, with cookies': () => http.get(url, { cookies: { a: 'b', c: 'd' } }),
  'get, named by http.url': () => http.get(http.url`${__ENV.BASE}/api/users?${exec.vu.iterationInInstance}`),
  'get, all of its JSON': () => http.get(url).json(),
  'get, binary': () => new Uint8Array(http.get(url, { responseType: 'binary' }).body).length,
  'get, in two groups': () => group('outer', () => group('inner', () => http.get(url))),
  'batch of three': () => http.batch([['GET', url], ['GET', url], ['GET', url]]),
  'post of JSON': () => http.post(url, JSON.stringify({ a: 1, b: 'x' }), { headers: { 'Content-Type': 'application/json' } }),
  'post of a form': () => http.post(url, { a: 1, b: 'x' }),
  'post of bytes': () => http.post(url, bytes),
  'post of a file': () => http.post(url, { file: http.file(bytes, 'a.bin'), x: 'y' }),
  'cookie jar': () => {
    const jar = http.cookieJar();
    jar.set(url, 'a', 'b');
    return jar.cookiesForURL(url);
  },
  'k6/html, a title': () => parseHTML(page).find('title').text(),
  'k6/html, an attribute': () => parseHTML(page).find('input[name=csrf]').attr('value'),
  'k6/html, each of 30': () => parseHTML(page).find('li.row').each((_, it) => it.textContent().length),
  'k6/html, a form': () => parseHTML(page).find('form').serialize(),
  'check, 50 times': () => times(50, (i) => check(i, { 'is small': (it) => it < 100, 'is whole': (it) => it % 1 === 0 })),
  'group, 50 times': () => times(50, () => group('a group', () => {})),
  'metrics, 4 kinds, 20 times': () =>
    times(20, (i) => {
      trend.add(i);
      counter.add(1, { a: 'b' });
      rate.add(i % 2 === 0);
      gauge.add(i);
    }),
  'SharedArray, 50 of it': () => times(50, (i) => shared[(i * 17) % 1000].id),
  'SharedArray, all 1,000': () => {
    let sum = 0;
    for (const user of shared) {
      sum += user.id;
    }
    return sum;
  },
  'sha256, 20 times': () => times(20, (i) => crypto.sha256(`hello world ${i}`, 'hex')),
  'hmac, 20 times': () => times(20, (i) => crypto.hmac('sha256', 'key', `hello world ${i}`, 'base64')),
  'base64 there and back, 20 times': () => times(20, (i) => encoding.b64decode(encoding.b64encode(`hello world ${i}`), 'std', 's')),
  'exec, 50 times': () => times(50, () => exec.vu.idInTest + exec.scenario.iterationInTest),
  'JSON.parse of 2 KB, 10 times': () => times(10, () => JSON.parse(json)),
  'JSON.stringify of it, 10 times': () => times(10, () => JSON.stringify(items)),
  'a regular expression, 20 times': () => times(20, () => /name":"(item4\d+)"/.exec(json)),
  'replace by a function, 310 times': () => times(10, () => 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (it) => it.toUpperCase())),
  'texts, 200 of them': () => {
    let text = '';
    times(200, (i) => (text += `user-${i}@example.com`.toUpperCase()));
    return text.split('A').length;
  },
  'objects, map, filter, reduce of 200': () =>
    Array.from({ length: 200 }, (_, i) => ({ i, twice: i * 2 })).filter((it) => it.i % 3).map((it) => it.twice).reduce((a, b) => a + b, 0),
  'sums, 5,000 of them': () => {
    let x = 0;
    for (let i = 0; i < 5000; i++) {
      x = (x * 31 + i) % 1000003;
    }
    return x;
  },
  'throw and catch, 20 times': () =>
    times(20, (i) => {
      try {
        throw new Error(`no ${i}`);
      } catch (error) {
        return error.message.length;
      }
    }),
};

export default function () {
  return parts[__ENV.PART]();
}

// For bench/k6-calls: the names of all parts, and what was counted.
export function handleSummary(data) {
  return { stdout: JSON.stringify({ parts: Object.keys(parts), iterations: data.metrics['iterations{scenario:counted}'].values.count }) };
}
