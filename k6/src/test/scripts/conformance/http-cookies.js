// k6/http: cookies of a user, of a request, of a jar.
import http, { CookieJar } from 'k6/http';
import { check } from 'k6';

export const options = { vus: 1, iterations: 2, thresholds: { checks: ['rate==1'] } };

const at = (path) => `${__ENV.ECHO}${path}`;

export default function () {
  check(http.get(at('/cookies')), { 'each iteration starts without cookies': (it) => Object.keys(it.json()).length === 0 });
  const set = http.get(at('/cookies/set?a=1&b=2'), { redirects: 0 });
  check(set, {
    'cookies of a response': ({ cookies }) =>
      cookies.a[0].value === '1' && cookies.a[0].http_only === true && cookies.b[0].name === 'b' && cookies.b[0].path === '/',
  });
  const jar = http.cookieJar();
  check(jar.cookiesForURL(at('/')), { 'the jar has them': (it) => it.a[0] === '1' && it.b.length === 1 });
  check(http.get(at('/cookies')), { 'they are sent': (it) => it.json('a') === '1' && it.json('b') === '2' });
  jar.set(at('/'), 'c', '3', { path: '/cookies', max_age: 100 });
  jar.set(at('/'), 'd', '4', { path: '/elsewhere' });
  check(http.get(at('/cookies')), { 'set by the script': (it) => it.json('c') === '3' && it.json('d') === undefined });
  jar.delete(at('/'), 'a');
  check(http.get(at('/cookies')), { deleted: (it) => it.json('a') === undefined && it.json('b') === '2' });
  check(http.get(at('/cookies'), { cookies: { e: '5', b: { value: '6', replace: true } } }), {
    'of a request': (it) => it.json('e') === '5' && it.json('b') === '6',
  });
  check(http.get(at('/cookies')), { 'and not of the next': (it) => it.json('e') === undefined && it.json('b') === '2' });
  jar.clear(at('/'));
  check(jar.cookiesForURL(at('/')), { cleared: (it) => Object.keys(it).length === 0 });
  const own = new CookieJar();
  own.set(at('/'), 'own', 'x');
  check(http.get(at('/cookies'), { jar: own }), { 'a jar of its own': (it) => it.json('own') === 'x' });
  check(http.get(at('/cookies')), { 'is apart': (it) => it.json('own') === undefined });
  const [first] = http.batch([['GET', at('/cookies'), null, { jar: own }]]);
  check(first, { 'in a batch too': (it) => it.json('own') === 'x' });
}
