// differs: http_req - without a callback k6 judges no response
// Values of all kinds where k6 wants texts: fields, cookies, tags, bodies, Base64, pauses.
import http from 'k6/http';
import encoding from 'k6/encoding';
import exec from 'k6/execution';
import { parseHTML } from 'k6/html';
import { check, group, sleep } from 'k6';
import { Counter } from 'k6/metrics';

const counter = new Counter('counted');

export const options = {
  iterations: 1,
  tags: { all: 'yes' },
  thresholds: { checks: ['rate==1'], 'counted{group:own}': ['count==1'], 'http_reqs{status:0}': ['count==1'], 'http_req_failed{status:500}': ['rate==0'] },
};

const at = (path) => `${__ENV.ECHO}${path}`;
const body = (fields) => http.post(at('/anything'), fields).json('body');

const thrown = (code) => {
  try {
    code();
  } catch (error) {
    return true;
  }
  return false;
};

function fields() {
  check(null, {
    'nothing in a form': () => body({ none: null, gone: undefined, empty: '' }) === 'empty=&gone=%3Cnil%3E&none=%3Cnil%3E',
    'an object in a form': () => body({ a: { c: [1, 'x'], b: true } }) === 'a=map%5Bb%3Atrue+c%3A%5B1+x%5D%5D',
    'a list in a form': () => body({ list: [1, 'two', null] }) === 'list=1&list=two&list=%3Cnil%3E',
    'no list as body': () => http.post(at('/anything'), [1]).error !== '',
    'no number as body': () => http.post(at('/anything'), 5).status === 0,
    'no other type': () => http.get(at('/anything'), { responseType: 'other' }).error !== '',
    'no bad timeout': () => http.get(at('/anything'), { timeout: 'soon' }).error !== '',
    'a path into a page': () => http.get(at('/html')).json('a.b') === undefined,
  });
}

function cookies() {
  http.cookieJar().set(at('/'), 'kept', 'jar');
  check(null, {
    'given before the jar': () => http.get(at('/anything'), { cookies: { kept: 'given', other: 1 } }).json('headers.cookie') === 'kept=given; other=1; kept=jar',
    'replaced': () => http.get(at('/cookies'), { cookies: { kept: { value: 'new', replace: true } } }).json('kept') === 'new',
    'in a header, beside the jar': () => http.get(at('/anything'), { headers: { cookie: 'own=1' } }).json('headers.cookie') === 'own=1; kept=jar',
    'nothing is no cookie': () => http.get(at('/anything'), { cookies: { none: null, gone: undefined } }).json('headers.cookie') === 'kept=jar',
    'what was sent': () => {
      const { request } = http.post(at('/anything'), { a: 1 }, { cookies: { given: 'x' }, headers: { 'X-A': 'b' } });
      return request.cookies.given[0].value === 'x' && request.headers['Content-Type'][0].includes('form') && request.headers['X-A'][0] === 'b' && request.headers['User-Agent'].length === 1;
    },
  });
}

function tags() {
  counter.add(1, { group: 'own' });
  check(null, {
    'no null in tags of a metric': () => thrown(() => counter.add(1, { none: null })),
    'no object in tags of a check': () => thrown(() => check(1, { never: true }, { object: {} })),
    'no null in tags of a request': () => http.get(at('/anything'), { tags: { none: null } }).error !== '',
    'numbers in tags': () => counter.add(1, { number: 5, yes: true }) === true,
    'tags of the scenario': exec.vu.tags.scenario === 'default' && exec.vu.tags.all === 'yes' && exec.vu.tags.none === undefined,
  });
  group('inside', () => check(exec.vu.tags, { 'the group is a tag': (it) => it.group === '::inside' && Object.keys(it).sort().join() === 'all,group,scenario' }));
  check(exec.test.options, { 'short forms are a scenario': (it) => it.scenarios.default.executor === 'shared-iterations' && it.scenarios.default.iterations === 1 && it.iterations === undefined });
}

function others() {
  http.setResponseCallback(null);
  http.get(at('/status/500'));
  check(http.get('nothing'), { 'no URL has failed': (it) => it.status === 0 && it.error_code === 1000 });
  check(null, {
    'padding is asked for': () => thrown(() => encoding.b64decode('YQ')) && thrown(() => encoding.b64decode('YQ==', 'rawstd')) && encoding.b64decode('YQ', 'rawstd', 's') === 'a',
    'only texts and bytes are encoded': () => thrown(() => encoding.b64encode(5)) && thrown(() => encoding.b64encode(null)),
    'another name of Base64 is the usual one': () => encoding.b64encode('??>', 'other') === 'Pz8+',
    'no pause': () => sleep(undefined) === undefined && sleep('none') === undefined,
    'a text as conditions': () => check(1, 'ab') === true,
    'no async group': () => thrown(() => group('async', async () => {})),
    'a form in the order of names': () => parseHTML('<form><input name="b" value="1"><input name="a" value="x y"></form>').find('form').serialize() === 'a=x+y&b=1',
    'a link seen from its page': () => http.get(at('/html')).html().find('a').get(0).href() === at('/anything/first?x=1'),
  });
}

export default function () {
  fields();
  cookies();
  tags();
  others();
}
