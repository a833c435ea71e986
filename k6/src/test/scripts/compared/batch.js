// http.batch in all its forms.
import http from 'k6/http';

export const options = { iterations: 1, batch: 3, batchPerHost: 2 };

// The keys of an object have no order in k6.
const told = (what, code) => {
  try {
    const it = code();
    console.log(what, Array.isArray(it), Object.keys(it).sort().join(), Object.keys(it).sort().map((key) => `${it[key].status} ${it[key].request.method} ${it[key].url.replace(__ENV.ECHO, '')}`).join('|'));
  } catch (error) {
    console.log(what, 'threw');
  }
};

export default function () {
  const at = (path) => `${__ENV.ECHO}/anything/${path}`;
  told('URLs', () => http.batch([at('a'), at('b'), at('c'), at('d')]));
  told('lists', () => http.batch([['GET', at('a')], ['POST', at('b'), 'body'], ['PUT', at('c'), { a: 1 }, { tags: { kind: 'x' } }], ['GET', at('d'), null, { headers: { a: 'b' } }]]));
  told('objects', () => http.batch([{ method: 'GET', url: at('a') }, { method: 'POST', url: at('b'), body: 'x', params: { tags: { name: 'own' } } }]));
  told('an object of requests', () => http.batch({ front: at('a'), back: ['GET', at('b')], other: { method: 'DELETE', url: at('c') } }));
  told('without a method', () => http.batch([{ url: at('a') }]));
  told('templates', () => http.batch([http.url`${__ENV.ECHO}/anything/${1}`]));
  told('none', () => http.batch([]));
  told('null', () => http.batch(null));
  told('undefined', () => http.batch());
  told('a text', () => http.batch(at('a')));
  told('several arguments', () => http.batch(at('a'), at('b')));
  told('bodies', () => http.batch([['POST', at('a'), JSON.stringify({ a: 1 })]]).map((it) => it));
}
