// Thresholds in all their forms, kept and crossed.
import http from 'k6/http';
import { check } from 'k6';
import { Trend } from 'k6/metrics';

const own = new Trend('own', true);

export const options = {
  iterations: 2,
  thresholds: {
    http_req_duration: ['p(95)<5000', 'avg < 5000', { threshold: 'max<1', abortOnFail: false }, 'p(99.99)<9000', 'min>=0', 'med<5000'],
    'http_req_duration{name:own}': ['p(90)<5000'],
    'http_req_duration{status:404}': ['max<5000'],
    http_req_failed: ['rate<0.01', 'rate<=0.5'],
    checks: ['rate>0.9'],
    'checks{check:fine}': ['rate==1'],
    http_reqs: ['count===4', 'count!=3', 'rate>0'],
    own: ['avg>=1'],
    iterations: ['count>=3'],
    vus: ['value>=0'],
    'iteration_duration{scenario:default}': ['avg<5000'],
  },
};

export default function () {
  http.get(`${__ENV.ECHO}/anything`, { tags: { name: 'own' } });
  http.get(`${__ENV.ECHO}/status/404`);
  check(1, { fine: true, bad: false });
  own.add(2);
}
