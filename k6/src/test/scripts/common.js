const http = require('k6/http');
const { check } = require('k6');
const { Trend } = require('k6/metrics');

const waiting = new Trend('waiting_time', true);

module.exports.options = {
  scenarios: {
    shop: { executor: 'constant-arrival-rate', rate: 10, timeUnit: '1s', duration: '1m', preAllocatedVUs: 2, exec: 'shop' },
  },
  thresholds: { waiting_time: ['p(95)<500', { threshold: 'avg<200', abortOnFail: true, delayAbortEval: '10s' }] },
};

module.exports.shop = function () {
  const response = http.get('http://localhost:8000/');
  waiting.add(response.timings.waiting);
  check(response, { 'status is 200': (it) => it.status === 200 });
};
