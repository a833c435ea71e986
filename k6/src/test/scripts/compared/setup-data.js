// What setup measures counts; what it returns is each user's own.
import http from 'k6/http';
import { check } from 'k6';
import { Counter } from 'k6/metrics';

const counter = new Counter('counted');

export const options = { vus: 2, iterations: 4, thresholds: { counted: ['count==6'], 'http_reqs{group:::setup}': ['count==2'], http_reqs: ['count==3'] } };

export function setup() {
  check(http.get(`${__ENV.ECHO}/anything`), { 'in setup': (it) => it.status === 200 });
  http.get(`${__ENV.ECHO}/anything`);
  counter.add(1);
  console.log(__VU);
  return { list: [1], text: 'a', 'ünï': 'ö', none: null, deep: { deeper: { deepest: [1, [2, [3]]] } } };
}

export default function (data) {
  data.list.push(1);
  counter.add(1);
  console.log(JSON.stringify(data.deep), data.text, data['ünï']);
}

export function teardown(data) {
  http.get(`${__ENV.ECHO}/anything`);
  check(data, { 'in teardown': (it) => it.list.length === 1 });
  counter.add(1);
  console.log(__VU, data.list.length);
}
