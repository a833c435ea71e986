// k6/http: batch and asyncRequest.
import http from 'k6/http';
import { check } from 'k6';

export const options = { iterations: 1, batch: 10, batchPerHost: 10, thresholds: { checks: ['rate==1'], http_reqs: ['count==19'] } };

const at = (path) => `${__ENV.ECHO}${path}`;

export default async function () {
  const list = http.batch([at('/anything/0'), ['POST', at('/anything/1'), 'body', { headers: { 'X-N': '1' } }], { method: 'PUT', url: at('/anything/2'), body: 'put', params: {} }]);
  check(list, {
    'a list gives a list': (it) => Array.isArray(it) && it.length === 3,
    'in order': (it) => it.every((each, index) => each.json('path') === `/anything/${index}`),
    'as described': (it) => it[1].json('headers.x-n') === '1' && it[2].json('method') === 'PUT',
  });
  const named = http.batch({ one: at('/anything'), two: ['GET', at('/status/204')] });
  check(named, { 'an object gives an object': (it) => it.one.status === 200 && it.two.status === 204 });
  const before = Date.now();
  http.batch(Array.from({ length: 8 }, () => at('/delay/150')));
  check(Date.now() - before, { 'at the same time': (it) => it < 900 });
  check(http.batch([]), { 'nothing of nothing': (it) => it.length === 0 });

  const started = Date.now();
  const both = await Promise.all([http.asyncRequest('GET', at('/delay/100')), http.asyncRequest('GET', at('/delay/100'))]);
  check(both, { 'two at once': (it) => it.every((each) => each.body === 'late') && Date.now() - started < 190 });
  const order = [];
  const later = http.asyncRequest('POST', at('/anything'), { a: 'b' }).then((response) => {
    order.push('response');
    return response.json('form.a');
  });
  order.push('code');
  check(await later, { 'then': (it) => it === 'b' && order.join() === 'code,response' });
  const failed = await http.asyncRequest('GET', 'http://127.0.0.1:1/');
  check(failed, { 'a failed one resolves': (it) => it.status === 0 && it.error_code === 1212 });
  let caught = '';
  try {
    await http.asyncRequest('GET', 'http://127.0.0.1:1/', null, { throw: true });
  } catch (error) {
    caught = String(error);
  }
  check(caught, { 'and rejects where it is to throw': (it) => it !== '' });
  const [a, b] = await Promise.allSettled([http.asyncRequest('GET', at('/anything')), Promise.reject(new Error('no'))]);
  check(null, { allSettled: a.status === 'fulfilled' && b.reason.message === 'no' });
}
