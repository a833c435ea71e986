// Bodies and headers of requests: forms with all kinds of values, as they arrive.
import http from 'k6/http';

export const options = { iterations: 1 };

const url = `${__ENV.ECHO}/anything`;

const sent = (what, code) => {
  let it;
  try {
    it = code();
  } catch (error) {
    console.log(what, 'threw');
    return;
  }
  if (it.status !== 200) {
    console.log(what, it.status, it.error !== '', it.error_code);
    return;
  }
  const { method, query, headers, body } = it.json();
  console.log(what, method, query, headers['content-type'], headers['content-length'], body);
};

export default function () {
  sent('texts', () => http.post(url, { a: 'b', 'c d': 'e&f', 'ü': '~*()!\'' }));
  sent('numbers', () => http.post(url, { z: 1, a: 1.5, big: 1e21, yes: true, no: false, zero: 0 }));
  sent('null and undefined', () => http.post(url, { none: null, gone: undefined, empty: '' }));
  sent('lists', () => http.post(url, { list: [1, 'two', 3], empty: [] }));
  sent('objects', () => http.post(url, { object: { a: 1 } }));
  sent('a list as body', () => http.post(url, [1, 2]));
  sent('a number as body', () => http.post(url, 5));
  sent('true as body', () => http.post(url, true));
  sent('null', () => http.post(url, null));
  sent('undefined', () => http.post(url));
  sent('put form', () => http.put(url, { a: 1 }));
  sent('patch form', () => http.patch(url, { a: 1 }));
  sent('delete form', () => http.del(url, { a: 1 }));
  sent('own type', () => http.post(url, { a: 1 }, { headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' } }));
  sent('json', () => http.post(url, JSON.stringify({ a: 1 }), { headers: { 'content-type': 'application/json' } }));
  sent('form by json type', () => http.post(url, { a: 1, b: [1] }, { headers: { 'Content-Type': 'application/json' } }));
  sent('typed', () => http.post(url, new Uint8Array([65, 66])));
  sent('buffer', () => http.post(url, new Uint8Array([65, 66]).buffer));
  sent('request of its own', () => http.request('OWN', url, 'x'));
  sent('asked with a body', () => http.request('GET', url, 'body'));
  sent('its length', () => http.post(url, 'abc', { headers: { 'Content-Length': '3' } }));
  sent('in pieces', () => http.post(url, 'abc', { headers: { 'Transfer-Encoding': 'chunked' } }));
  const headers = http.get(url, { headers: { 'X-Number': 5, 'X-Yes': true, 'x-low': 'low', 'X-Empty': '', Host: 'own.test', 'User-Agent': 'me' } }).json('headers');
  console.log(JSON.stringify(Object.keys(headers).sort()), headers['x-number'], headers['x-yes'], headers['x-low'], headers.host, headers['user-agent'], JSON.stringify(headers['x-empty']));
  for (const value of [null, undefined, [1, 2], { a: 1 }]) {
    try {
      console.log('header', JSON.stringify(value), http.get(url, { headers: { 'X-Own': value } }).json('headers.x-own'));
    } catch (error) {
      console.log('header', JSON.stringify(value), 'threw');
    }
  }
}
