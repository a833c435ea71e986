// differs: http_req - without a callback k6 judges no response; it has error codes of expected statuses too
// k6/http: every method, bodies, headers, names, redirects, timings.
import http from 'k6/http';
import { check } from 'k6';

export const options = {
  iterations: 1,
  maxRedirects: 4,
  userAgent: 'conformance/1.0',
  thresholds: {
    checks: ['rate==1'],
    'http_reqs{name:named}': ['count==2'],
    'http_reqs{method:PATCH}': ['count==1'],
    'http_reqs{own:tag}': ['count==1'],
    'http_reqs{name:http://template/${}/x}': ['count<1'],
    'http_req_failed{status:404}': ['rate==1'],
    'http_req_failed{status:418}': ['rate==0'],
    'http_reqs{expected_response:false}': ['count==1'],
  },
};

const at = (path) => `${__ENV.ECHO}${path}`;
const is = (response, values) =>
  check(response, Object.fromEntries(Object.entries(values).map(([path, value]) => [`${path} is ${value}`, (it) => it.json(path) === value])));

export default function () {
  is(http.get(at('/anything?a=1&b=2')), { method: 'GET', query: 'a=1&b=2', 'headers.user-agent': 'conformance/1.0' });
  is(http.post(at('/anything'), JSON.stringify({ a: 1 }), { headers: { 'Content-Type': 'application/json', 'X-Own': 'yes' } }), {
    method: 'POST',
    body: '{"a":1}',
    'headers.content-type': 'application/json',
    'headers.x-own': 'yes',
  });
  is(http.post(at('/anything'), { name: 'two words', more: 'a&b=ü' }), { 'form.name': 'two words', 'form.more': 'a&b=ü' });
  is(http.put(at('/anything'), 'text'), { method: 'PUT', body: 'text' });
  is(http.patch(at('/anything'), 'part'), { method: 'PATCH', body: 'part' });
  is(http.del(at('/anything')), { method: 'DELETE', body: '' });
  is(http.del(at('/anything'), 'why'), { body: 'why' });
  is(http.options(at('/anything')), { method: 'OPTIONS' });
  is(http.request('PROPFIND', at('/anything')), { method: 'PROPFIND' });
  is(http.request('POST', at('/anything'), 'high'), { method: 'POST' });
  const head = http.head(at('/anything'));
  check(head, { 'HEAD has a status and no body': (it) => it.status === 200 && !it.body });
  is(http.post(at('/anything'), new Uint8Array([65, 66, 67]).buffer), { body: 'ABC' });

  const named = { tags: { name: 'named', own: 'tag' } };
  http.get(at('/anything/1'), { tags: { name: 'named' } });
  http.get(at('/anything/2'), named);
  is(http.get(http.url`${__ENV.ECHO}/anything/${7}/x`), { path: '/anything/7/x' });

  const back = http.get(at('/redirect/3'));
  check(back, { 'redirects are followed': (it) => it.url === at('/anything/end') && it.status === 200 });
  check(http.get(at('/redirect/3'), { redirects: 0 }), {
    'no redirects': (it) => it.status === 302 && it.headers.Location === '/redirect/2',
  });
  check(http.get(at('/redirect/3'), { redirects: 1 }), { 'one redirect': (it) => it.status === 302 && it.url === at('/redirect/2') });

  const missing = http.get(at('/status/404'));
  check(missing, { 'a status of failure': (it) => it.status === 404 && it.error_code === 1404 });
  http.get(at('/status/418'), { responseCallback: http.expectedStatuses(418, { min: 500, max: 599 }) });
  http.setResponseCallback(http.expectedStatuses({ min: 200, max: 404 }));
  http.get(at('/status/403'));
  http.setResponseCallback(null);
  http.get(at('/status/500'));

  const response = http.get(at('/anything'));
  check(response, {
    timings: ({ timings }) =>
      timings.duration > 0 && ['blocked', 'connecting', 'tls_handshaking', 'sending', 'waiting', 'receiving'].every((it) => timings[it] >= 0),
    'duration is sending and waiting and receiving': ({ timings: { duration, sending, waiting, receiving } }) =>
      Math.abs(duration - sending - waiting - receiving) < 0.01,
    'headers have their usual case': ({ headers }) => headers['Content-Type'] === 'application/json' && headers['X-Two'] === 'one, two',
    where: (it) => it.remote_ip === '127.0.0.1' && it.remote_port > 0 && it.proto === 'HTTP/1.1' && it.url === at('/anything'),
    'status_text': (it) => it.status_text === '200 Said',
    'request is there': (it) => it.request.method === 'GET' && it.request.url === at('/anything'),
    'no error': (it) => it.error === '' && it.error_code === 0,
  });
  check(http.get(at('/bytes/256'), { responseType: 'binary' }), {
    'a binary body': (it) => it.body instanceof ArrayBuffer && new Uint8Array(it.body).every((byte, index) => byte === index),
  });
  check(http.get(at('/bytes/3'), { responseType: 'none' }), { 'no body': (it) => it.body === null });
  check(http.get(at('/gzip')), { 'gzip is unpacked': (it) => it.body === 'small'.repeat(100) });
  const authority = at('').replace('://', '://me:secret@');
  check(http.get(`${authority}/basic/me/secret`, { auth: 'basic' }), { 'basic auth': (it) => it.status === 200 });
  check(http.post(at('/anything'), 'x'.repeat(1000), { compression: 'gzip' }), {
    'compressed': (it) => it.json('headers.content-encoding') === 'gzip' && it.json('body').length < 200,
  });
}
