// needs: newer, for JSON modules
// k6/data, open, k6/encoding, k6/timers, JSON and CommonJS modules.
import { SharedArray } from 'k6/data';
import encoding, { b64decode, b64encode } from 'k6/encoding';
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'k6/timers';
import { check, sleep } from 'k6';
import papaparse from 'https://jslib.k6.io/papaparse/5.1.1/index.js';
import json from './lib/data.json' with { type: 'json' };
import common, { twice } from './lib/common.cjs';
import * as esm from './lib/esm.js';

const users = new SharedArray('users', () => JSON.parse(open('./lib/data.json')).users);
const rows = new SharedArray('rows', () => papaparse.parse(open('./lib/data.csv'), { header: true }).data);
const bytes = new Uint8Array(open('./lib/data.bin', 'b'));

export const options = { vus: 2, iterations: 2, thresholds: { checks: ['rate==1'] } };

export default async function () {
  check(users, {
    'as an array': (it) => it.length === 2 && it[1].name === 'Bob' && it.map((each) => each.name).join() === 'Ann,Bob',
    'to be walked': (it) => [...it].length === 2 && it.find((each) => each.age > 30).name === 'Ann' && Array.isArray(it.filter(() => true)),
    'not to be changed': (it) => {
      try {
        it[0] = {};
      } catch (error) {
        return true;
      }
      return it[0].name === 'Ann';
    },
    'rows of CSV': () => rows.length === 2 && rows[0].name === 'Ann' && rows[1].city === 'Paris, Texas',
    'a file in bytes': () => bytes.length === 3 && bytes[2] === 255,
    'JSON imported': () => json.users.length === 2,
    'CommonJS': () => common.name === 'common' && twice(2) === 4,
    'a module with both kinds of exports': () => esm.default === 'default' && esm.named === 1 && esm.again === 1,
    'open only in init code': () => {
      try {
        open('./lib/data.json');
      } catch (error) {
        return String(error).includes('init');
      }
      return false;
    },
  });
  check(null, {
    'b64encode': b64encode('hello, wörld') === 'aGVsbG8sIHfDtnJsZA==' && b64encode('??>', 'rawurl') === 'Pz8-' && encoding.b64encode(new Uint8Array([255]).buffer, 'url') === '_w==',
    'b64decode': b64decode('aGVsbG8', 'rawstd', 's') === 'hello' && new Uint8Array(b64decode('/w=='))[0] === 255,
  });
  const order = [];
  const never = setTimeout(() => order.push('never'), 1);
  clearTimeout(never);
  let ticks = 0;
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      ticks++;
      order.push(`tick${ticks}`);
      if (ticks === 2) {
        clearInterval(timer);
        resolve();
      }
    }, 5);
    setTimeout((word) => order.push(word), 0, 'first');
  });
  check(order, { 'timers': (it) => it.join() === 'first,tick1,tick2' });
  sleep(0);
}
