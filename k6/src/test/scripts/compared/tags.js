// differs: kind:a - Spate sorts the tags in the name of a part
// differs: metric counted - likewise
// differs: "empty" - Spate leaves out a tag that is empty
// differs: "half" - likewise
// differs: "mine" - likewise
// differs: 'counted' - a text in place of tags has none
// Tags of requests, checks, metrics, users and scenarios, of all kinds of values.
import http from 'k6/http';
import exec from 'k6/execution';
import { check, group } from 'k6';
import { Counter, Rate, Trend } from 'k6/metrics';

const counter = new Counter('counted');
const rate = new Rate('rated');
const trend = new Trend('timed', true);

export const options = {
  iterations: 1,
  tags: { all: 'yes', number: '7' },
  thresholds: { 'counted{kind:a}': ['count==2'], 'counted{kind:a,all:yes}': ['count==2'], 'counted{none:such}': ['count==0'], 'http_reqs{number:7}': ['count>1'] },
};

const tried = (what, code) => {
  try {
    const it = code();
    console.log(what, 'went well', typeof it === 'object' ? '' : it);
  } catch (error) {
    console.log(what, 'threw');
  }
};

export default function () {
  const url = `${__ENV.ECHO}/anything`;
  http.get(url, { tags: { text: 'a', number: 1, half: 0.5, yes: true, empty: '' } });
  tried('null as a tag of a request', () => http.get(url, { tags: { none: null } }));
  tried('undefined as a tag of a request', () => http.get(url, { tags: { none: undefined } }));
  tried('an object as a tag of a request', () => http.get(url, { tags: { object: { a: 1 } } }));
  tried('a list as a tag of a request', () => http.get(url, { tags: { list: [1, 2] } }));
  tried('null for tags of a request', () => http.get(url, { tags: null }));
  tried('null as parameters', () => http.get(url, null));
  tried('null as a tag of a metric', () => counter.add(1, { none: null }));
  tried('undefined as a tag of a metric', () => counter.add(1, { none: undefined }));
  tried('a number as a tag of a metric', () => counter.add(1, { kind: 'a', n: 1 }));
  tried('an object as a tag of a metric', () => counter.add(1, { object: { a: 1 } }));
  tried('null for tags of a metric', () => counter.add(1, null));
  tried('a text for tags of a metric', () => counter.add(1, 'text'));
  tried('null as a tag of a check', () => check(1, { 'null in a tag': true }, { none: null }));
  tried('a number as a tag of a check', () => check(1, { 'a number in a tag': true }, { n: 1 }));
  tried('an object as a tag of a check', () => check(1, { 'an object in a tag': true }, { object: { a: 1 } }));
  tried('null for tags of a check', () => check(1, { 'no tags': true }, null));
  counter.add(1, { kind: 'a' });
  rate.add(true, { kind: 'b' });
  trend.add(3, { kind: 'c', group: 'own' });
  tried('null as a tag of a user', () => {
    exec.vu.tags.none = null;
  });
  tried('an object as a tag of a user', () => {
    exec.vu.tags.object = { a: 1 };
  });
  tried('a number as a tag of a user', () => {
    exec.vu.tags.mine = 5;
  });
  console.log(exec.vu.tags.mine, typeof exec.vu.tags.mine, exec.vu.tags.scenario, exec.vu.tags.all, exec.vu.tags.none, exec.vu.tags.group, Object.keys(exec.vu.tags).sort().join());
  group('inside', () => {
    console.log(exec.vu.tags.group);
    counter.add(1, { group: 'mine' });
    http.get(url, { tags: { name: 'named', group: 'other', url: 'other', status: '999' } });
  });
  http.get(http.url`${__ENV.ECHO}/anything/${1}/x`);
  http.get(url, { tags: { name: '' } });
  delete exec.vu.tags.mine;
  counter.add(1, { after: 'delete' });
}
