// needs: newer, or the network for jslib
// The stand-ins for modules that scripts import by URL.
import { check } from 'k6';
import http from 'k6/http';
import { check as checkLater } from 'https://jslib.k6.io/k6-utils/1.5.0/index.js';
import { findBetween, getCurrentStageIndex, normalDistributionStages, parseDuration, randomIntBetween, randomItem, randomString, tagWithCurrentStageIndex, uuidv4 } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';
import { URL, URLSearchParams } from 'https://jslib.k6.io/url/1.0.0/index.js';
import { expect } from 'https://jslib.k6.io/k6-testing/0.5.0/index.js';
import chai, { describe } from 'https://jslib.k6.io/k6chaijs/4.3.4.3/index.js';
import { Httpx, Get } from 'https://jslib.k6.io/httpx/0.1.0/index.js';
import { textSummary, jUnit } from 'https://jslib.k6.io/k6-summary/0.0.2/index.js';
import { htmlReport } from 'https://raw.githubusercontent.com/benc-uk/k6-reporter/2.4.0/dist/bundle.js';
import tempo from 'https://jslib.k6.io/http-instrumentation-tempo/1.0.1/index.js';
import papaparse from 'https://jslib.k6.io/papaparse/5.1.1/index.js';

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

export default async function () {
  const kept = await checkLater(Promise.resolve(2), { 'a check that waits': async (it) => it === 2, 'beside one that does not': (it) => it > 1 });
  check(kept, { 'comes to what they come to': (it) => it === true, 'without waiting it is at once': () => checkLater(1, { 'at once': true }) === true });
  check(null, {
    uuidv4: /^[0-9a-f-]{36}$/.test(uuidv4()),
    randomIntBetween: [1, 2, 3].includes(randomIntBetween(1, 3)),
    randomItem: ['a', 'b'].includes(randomItem(['a', 'b'])),
    randomString: randomString(8).length === 8 && /^[ab]{5}$/.test(randomString(5, 'ab')),
    findBetween: findBetween('<a>x</a><a>y</a>', '<a>', '</a>') === 'x' && findBetween('<a>x</a><a>y</a>', '<a>', '</a>', true).join() === 'x,y',
    normalDistributionStages: normalDistributionStages(10, 60).length > 2,
    parseDuration: parseDuration('1h2m3s4ms') === 3723004,
    stages: typeof getCurrentStageIndex === 'function' && typeof tagWithCurrentStageIndex === 'function',
    URL: new URL('../c?x=1', 'https://example.com/a/b/').href === 'https://example.com/a/c?x=1',
    URLSearchParams: [...new URLSearchParams('a=1&b=2').entries()].length === 2 && new URLSearchParams([['q', 'a b']]).toString() === 'q=a+b',
    papaparse: papaparse.unparse([{ a: 1, b: 'x,y' }]).replace(/\r\n/g, '|') === 'a,b|1,"x,y"',
  });
  const response = http.get(`${__ENV.ECHO}/anything`);
  expect(response.status).toBe(200);
  expect(response.json()).toHaveProperty('path');
  expect([1, 2]).toContain(2);
  const passed = describe('with chai', () => {
    chai.expect(response.status, 'status').to.equal(200);
    chai.expect(response.json(), 'body').to.have.property('path', '/anything');
    chai.expect(response).to.have.validJsonBody();
  });
  const session = new Httpx({ baseURL: __ENV.ECHO, headers: { 'X-S': 's' } });
  const [first] = session.batch([new Get('/anything/b')]);
  tempo.instrumentHTTP({ propagator: 'w3c' });
  const traced = http.post(`${__ENV.ECHO}/anything`, 'body', { headers: { 'X-A': 'a' } });
  check(traced, {
    'traced': (it) => /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/.test(it.json('headers.traceparent')) && it.json('headers.x-a') === 'a' && it.json('body') === 'body',
  });
  check(null, {
    describe: passed,
    httpx: session.get('/anything').json('headers.x-s') === 's' && first.json('path') === '/anything/b',
    reports: typeof textSummary === 'function' && typeof jUnit === 'function' && typeof htmlReport === 'function',
  });
}

export function handleSummary(data) {
  const text = textSummary(data, { indent: ' ', enableColors: false });
  return { stdout: text.includes('http_reqs') ? text : undefined, 'junit.xml': jUnit(data), 'report.html': htmlReport(data) };
}
