// Cookies: of responses, of requests, of jars, over redirects and iterations.
import http from 'k6/http';

export const options = { iterations: 2 };

// What comes by name has no order in k6.
function sorted(key, value) {
  if (key === 'expires') {
    return 'left out';
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return Object.keys(value)
    .sort()
    .reduce((all, name) => Object.assign(all, { [name]: value[name] }), {});
}

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, it === undefined ? 'undefined' : JSON.stringify(it, sorted));
  } catch (error) {
    console.log(what, 'threw');
  }
};

const jar = new http.CookieJar();
jar.set(`${__ENV.ECHO}/`, 'early', '9');

export default function () {
  const at = (path) => `${__ENV.ECHO}${path}`;
  told('none at first', () => http.get(at('/cookies')).json());
  told('over a redirect', () => http.get(at('/cookies/set?a=1&b=two')).json());
  told('without the redirect', () => http.get(at('/cookies/set?c=3'), { redirects: 0 }).cookies);
  told('now', () => http.get(at('/cookies')).json());
  told('of the jar', () => http.cookieJar().cookiesForURL(at('/')));
  told('of a request', () => http.get(at('/cookies'), { cookies: { a: 'other', d: 4 } }).json());
  told('replaced', () => http.get(at('/cookies'), { cookies: { a: { value: 'new', replace: true } } }).json());
  told('not kept', () => http.get(at('/cookies')).json());
  told('of a jar of its own', () => {
    const jar = new http.CookieJar();
    jar.set(at('/'), 'own', 'x');
    return [http.get(at('/cookies'), { jar }).json(), jar.cookiesForURL(at('/'))];
  });
  told('set', () => [http.cookieJar().set(at('/'), 'e', 'five', { path: '/cookies', max_age: 600, http_only: true }), http.get(at('/cookies')).json(), http.get(at('/anything')).json('headers.cookie')]);
  told('of another host', () => http.cookieJar().set('http://other.test/', 'f', '6', { domain: 'other.test' }));
  told('secure', () => [http.cookieJar().set(at('/'), 'g', '7', { secure: true }), http.get(at('/cookies')).json('g')]);
  told('expired', () => [http.cookieJar().set(at('/'), 'a', 'gone', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }), http.get(at('/cookies')).json('a')]);
  told('delete', () => [http.cookieJar().delete(at('/'), 'b'), http.get(at('/cookies')).json()]);
  told('clear', () => [http.cookieJar().clear(at('/')), http.get(at('/cookies')).json()]);
  told('in headers', () => http.get(at('/cookies'), { headers: { Cookie: 'h=8' } }).json());
  told('in both', () => http.get(at('/cookies'), { headers: { Cookie: 'h=8' }, cookies: { i: 9 } }).json());
  told('null', () => http.get(at('/cookies'), { cookies: { none: null, gone: undefined } }).json());
  told('the request tells', () => http.get(at('/cookies'), { cookies: { j: 'k' } }).request.cookies.j);
  const other = new http.CookieJar();
  other.set(at('/'), 'l', '10');
  for (const params of [{ jar }, { jar: other }, { jar, cookies: { l: { value: 'x', replace: true } } }, { cookies: { m: 'n' } }, { headers: { Cookie: 'h=8' } }, {}]) {
    told('what was sent', () => [http.get(at('/cookies'), params).request].map((it) => [it.cookies, it.headers.Cookie]));
  }
  told('set for good', () => http.cookieJar().set(at('/'), 'last', String(__ITER)));
}
