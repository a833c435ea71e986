// needs: newer, or the network for jslib
// k6/http: files, forms, JSON paths, pages, forms and links in them.
import http from 'k6/http';
import { check } from 'k6';
import { FormData } from 'https://jslib.k6.io/formdata/0.0.2/index.js';

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

const at = (path) => `${__ENV.ECHO}${path}`;
const binary = open('./lib/data.bin', 'b');

export default function () {
  const upload = http.post(at('/anything'), { field: 'value', one: http.file(binary, 'data.bin', 'application/x-own'), two: http.file('text', 'two.txt') });
  const sent = upload.json('body');
  check(upload, {
    'multipart': (it) => it.json('headers.content-type').startsWith('multipart/form-data; boundary='),
    'a field': () => sent.includes('name="field"') && sent.includes('value'),
    'a file': () => sent.includes('name="one"; filename="data.bin"') && sent.includes('Content-Type: application/x-own') && sent.includes('\x01\x02\xff'),
    'a text as a file': () => sent.includes('filename="two.txt"') && sent.includes('text'),
  });
  const form = new FormData();
  form.append('a', 'one');
  form.append('a', http.file('x', 'x.txt', 'text/plain'));
  const made = http.post(at('/anything'), form.body(), { headers: { 'Content-Type': `multipart/form-data; boundary=${form.boundary}` } });
  check(made, { 'FormData repeats a name': (it) => it.json('body').split('name="a"').length === 3 });

  const people = { people: [{ name: 'Ann', age: 40, at: { home: true } }, { name: 'Bob', age: 20 }], 'a.b': 1, none: null };
  const shop = http.post(at('/anything'), JSON.stringify(people));
  const data = new http.Response();
  check(shop, { 'a Response can be made': () => data instanceof http.Response });
  const body = JSON.parse(shop.json('body'));
  check(body, { 'what was sent comes back': (it) => it.people.length === 2 });
  check(shop, {
    'a path': (it) => it.json('headers.host').startsWith('127.0.0.1'),
    'no path': (it) => it.json('headers.nothing') === undefined,
    'a count': (it) => http.get(`${__ENV.SHOP}/api/products`).json('#') > 0 || http.get(`${__ENV.SHOP}/api/products`).json('products.#') > 0,
    'the same object each time': (it) => it.json() === it.json(),
  });

  const long = http.post(at('/anything'), 'abc', { headers: { 'Content-Length': '99' } });
  check(long, { 'a length follows from the body': (it) => it.json('body') === 'abc' && it.json('headers.content-length') === '3' });

  const page = http.get(at('/html'));
  const doc = page.html();
  check(doc, {
    find: (it) => it.find('title').text() === 'Fruit' && it.find('li').size() === 3,
    'html with a selector': () => page.html('#list .b').text() === 'pear',
    'text of several': (it) => it.find('li').toArray().map((each) => each.text()).join() === 'apple,pear,plum',
  });
  const login = page.submitForm({ formSelector: '#login', fields: { user: 'you' } });
  check(login, {
    'submitForm posts': (it) => it.json('method') === 'POST' && it.json('path') === '/anything/form',
    'fields as they stand and as given': (it) =>
      it.json('form.csrf') === 't0k' && it.json('form.user') === 'you' && it.json('form.keep') === 'yes' && it.json('form.kind') === '2' && it.json('form.note') === 'hi',
    'what is not checked is not sent': (it) => it.json('form.no') === undefined,
  });
  const search = page.submitForm({ formSelector: '#search' });
  check(search, { 'submitForm gets': (it) => it.json('method') === 'GET' && it.json('query') === 'q=pear' });
  check(page.clickLink(), { clickLink: (it) => it.json('path') === '/anything/first' && it.json('query') === 'x=1' });
  check(page.clickLink({ selector: 'a:last-of-type' }), { 'clickLink with a selector': (it) => it.json('path') === '/anything/second' });
}
