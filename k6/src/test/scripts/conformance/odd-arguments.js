// needs: newer, for modules that k6 0.48 has not
// Whatever a function is called with: what it throws speaks of the script, and not of Java.
import * as k6 from 'k6';
import * as http from 'k6/http';
import * as metrics from 'k6/metrics';
import * as data from 'k6/data';
import exec from 'k6/execution';
import * as encoding from 'k6/encoding';
import * as hashes from 'k6/crypto';
import * as html from 'k6/html';
import * as ws from 'k6/ws';
import * as websockets from 'k6/websockets';
import * as timers from 'k6/timers';
import * as csv from 'k6/experimental/csv';
import * as fs from 'k6/experimental/fs';
import * as streams from 'k6/experimental/streams';
import * as secrets from 'k6/secrets';
import * as redis from 'k6/experimental/redis';

const modules = { k6, http, metrics, data, encoding, hashes, html, ws, websockets, timers, csv, fs, streams, secrets, redis };

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

const odd = [
  [],
  [undefined],
  [null],
  [{}],
  [[]],
  [5],
  [NaN],
  [''],
  ['x'],
  [Symbol('s')],
  [() => 1],
  ['x', null],
  ['x', undefined],
  ['x', {}],
  ['x', 5],
  ['x', 'y'],
  ['x', 'y', null],
  ['x', 'y', 5],
  ['x', 'y', 'z'],
  ['x', 'y', 'z', null],
  ['x', 'y', 'z', {}],
  [{}, {}],
  [{}, {}, {}],
  [null, null, null, null],
  [1e20],
  [-1],
  [2n],
  [2n, 3n],
  [new Uint8Array(3)],
  [new Date()],
  [new Proxy({}, {})],
  ['md5', 'x', 'hex'],
  [Infinity, Infinity],
];

// They wait, repeat themselves, or change what later requests expect.
const left = new Set(['k6.sleep', 'http.setResponseCallback', 'timers.setInterval', 'timers.setTimeout']);
const ends = /^(constructor|default|fail)$/;
const ofJava = /java\.|Exception|truffle|graal|polyglot|invokeMember|Invalid or unsupported|Cannot invoke|io\.spate|Multiple applicable/i;

const wrong = new Set();
let thrown = 0;

function judge(name, error) {
  thrown++;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (ofJava.test(text)) {
    wrong.add(`${name}: ${text.split('\n')[0]}`);
  }
}

function call(name, make) {
  for (const args of odd) {
    try {
      const returned = make(args);
      if (returned !== null && returned !== undefined && typeof returned.then === 'function') {
        returned.then(
          () => {},
          (error) => judge(name, error),
        );
      }
    } catch (error) {
      judge(name, error);
    }
  }
}

function callAll(name, object) {
  const names = new Set();
  for (let it = object; it && ![Object.prototype, Array.prototype, Error.prototype].includes(it); it = Object.getPrototypeOf(it)) {
    Object.getOwnPropertyNames(it).forEach((each) => names.add(each));
  }
  for (const each of names) {
    const path = `${name}.${each}`;
    if (ends.test(each) || left.has(path) || typeof object[each] !== 'function') {
      continue;
    }
    call(path, /^[A-Z]/.test(each) ? (args) => new object[each](...args) : (args) => object[each](...args));
  }
}

export default async function () {
  for (const [name, module] of Object.entries(modules)) {
    callAll(name, { ...module.default, ...module });
  }
  const response = http.get(`${__ENV.ECHO}/html`);
  const page = html.parseHTML(response.body);
  const objects = {
    response,
    jar: http.cookieJar(),
    own: new http.CookieJar(),
    page,
    found: page.find('a'),
    element: page.find('a').get(0),
    form: page.find('form'),
    hash: hashes.createHash('md5'),
    hmac: hashes.createHMAC('md5', 'key'),
    file: http.file('x', 'y'),
    crypto: globalThis.crypto,
    subtle: globalThis.crypto.subtle,
  };
  Object.entries(objects).forEach(([name, object]) => callAll(name, object));
  call('open', (args) => open(...args));
  call('tags', ([value]) => (exec.vu.tags.x = value));
  await new Promise((resolve) => timers.setTimeout(resolve, 300));
  wrong.forEach((it) => console.log(it));
  k6.check(null, { 'something is thrown': thrown > 500, 'nothing speaks of Java': wrong.size === 0 });
}
