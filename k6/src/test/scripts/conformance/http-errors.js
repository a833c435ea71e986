// k6/http: requests without a response.
import http from 'k6/http';
import { check } from 'k6';

export const options = {
  iterations: 1,
  blockHostnames: ['*.blocked.test'],
  hosts: { 'named.test': '127.0.0.1' },
  thresholds: { checks: ['rate==1'], 'http_req_failed': ['rate>0.7'] },
};

const thrown = (code) => {
  try {
    code();
  } catch (error) {
    return String(error);
  }
  return '';
};

export default function () {
  const port = __ENV.ECHO.split(':').pop();
  check(http.get(`http://named.test:${port}/anything`), { 'hosts': (it) => it.status === 200 });
  check(http.get('http://127.0.0.1:1/'), { refused: (it) => it.status === 0 && it.error_code === 1212 && it.error !== '' && it.body === null });
  check(http.get('http://www.blocked.test/'), { blocked: (it) => it.status === 0 && it.error_code === 1111 });
  check(http.get(`${__ENV.ECHO}/close`), { closed: (it) => it.status === 0 && it.error_code >= 1000 });
  check(http.get(`${__ENV.ECHO}/delay/2000`, { timeout: 50 }), { 'timeout in ms': (it) => it.error_code === 1050 });
  check(http.get(`${__ENV.ECHO}/delay/2000`, { timeout: '60ms' }), { 'timeout as text': (it) => it.status === 0 && it.error_code === 1050 });
  check(http.get('nothing'), { 'no URL': (it) => it.status === 0 && it.error_code === 1000 });
  check(http.get(`${__ENV.ECHO}/delay/2000`, { timeout: '60' }), { 'timeout as a number in a text': (it) => it.error_code === 1050 });
  check(http.get(null), { 'null is no URL': (it) => it.status === 0 && it.error_code === 1020 && it.remote_port === 0 });
  check(http.post(`${__ENV.ECHO}/anything`, [1]), { 'a list is no body': (it) => it.status === 0 && it.error !== '' });
  check(http.get(`${__ENV.ECHO}/anything`, { tags: { none: null } }), { 'null is no tag': (it) => it.status === 0 && it.error !== '' });
  check(null, {
    'throw: true throws': () => thrown(() => http.get('http://127.0.0.1:1/', { throw: true })) !== '',
    'no JSON without a body': () => thrown(() => http.get('http://127.0.0.1:1/').json()).includes('null'),
    'no JSON in a page': () => thrown(() => http.get(`${__ENV.ECHO}/html`).json()) !== '',
    'a field of no response is undefined': () => http.get('http://127.0.0.1:1/').headers['Content-Type'] === undefined,
  });
}
