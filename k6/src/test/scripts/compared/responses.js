// What a response tells: its fields, JSON by paths, headers, cookies, the request.
import http from 'k6/http';

export const options = { iterations: 1 };

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, it === undefined ? 'undefined' : JSON.stringify(it));
  } catch (error) {
    console.log(what, 'threw');
  }
};

export default function () {
  const data = {
    name: { first: 'Tom', last: 'Anderson' }, age: 37, children: ['Sara', 'Alex', 'Jack'], 'fav.movie': 'Deer Hunter', none: null, yes: true, big: 12345678901234567890, half: 0.1,
    friends: [{ first: 'Dale', last: 'Murphy', age: 44, nets: ['ig', 'fb'] }, { first: 'Roger', last: 'Craig', age: 68, nets: ['fb'] }, { first: 'Jane', last: 'Murphy', age: 47 }], empty: [], nothing: {},
  };
  const response = http.post(`${__ENV.ECHO}/back`, JSON.stringify(data));
  for (const path of ['', 'name', 'name.last', 'age', 'children', 'children.#', 'children.1', 'child*.2', 'c?ildren.0', 'fav\\.movie', 'friends.#.first', 'friends.1.last', 'friends.#(last=="Murphy").first', 'friends.#(last=="Murphy")#.first', 'friends.#(age>45)#.last', 'friends.#(first%"D*").last', 'friends.#(nets.#(=="fb"))#.first', 'none', 'no', 'yes', 'big', 'half', 'empty', 'empty.0', 'nothing', 'children.5', 'children.-1', 'friends.#', 'children|@reverse', 'friends.#.nets.#', '@this.age', 'friends.#(age>45)#|#', 'friends.#(last!="Craig").age', 'friends.#(age<=47)#.age', 'name.first.x']) {
    told(path, () => response.json(path));
  }
  told('whole', () => response.json().name);
  for (const at of ['/anything', '/status/404', '/redirect/2', '/html', '/gzip', '/bytes/4']) {
    const it = http.get(`${__ENV.ECHO}${at}`);
    told(at, () => [it.status, it.status_text, it.proto, it.error, it.error_code, it.remote_ip, typeof it.remote_port, it.url === `${__ENV.ECHO}${at}`, it.tls_version, it.tls_cipher_suite, Object.keys(it.timings).sort(), it.ocsp, typeof it.body, it.body === null ? null : it.body.length > 0]);
    told('headers', () => Object.keys(it.headers).sort());
    told('request', () => [it.request.method, Object.keys(it.request).sort(), it.request.body, it.request.cookies, it.request.headers['User-Agent'].length]);
    told('as JSON', () => Object.keys(JSON.parse(JSON.stringify(it))).sort());
  }
  const posted = http.post(`${__ENV.ECHO}/anything`, { a: 1 }, { headers: { 'x-own': 'yes' }, cookies: { c: 'd' } });
  told('what was sent', () => [posted.request.method, posted.request.body, posted.request.headers['X-Own'], posted.request.headers['Content-Type'], posted.request.cookies, posted.request.headers.Cookie]);
  told('json of a page', () => http.get(`${__ENV.ECHO}/html`).json());
  told('path into a page', () => http.get(`${__ENV.ECHO}/html`).json('a.b'));
  told('no body', () => http.get(`${__ENV.ECHO}/anything`, { responseType: 'none' }).body);
  told('json without a body', () => http.get(`${__ENV.ECHO}/anything`, { responseType: 'none' }).json());
  told('another type', () => http.get(`${__ENV.ECHO}/anything`, { responseType: 'other' }).error !== '');
  told('html without a body', () => http.get(`${__ENV.ECHO}/anything`, { responseType: 'none' }).html());
}
