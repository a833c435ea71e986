import http from 'k6/http';
import { check, group, sleep } from 'k6';

const HOST = __ENV.HOST || 'http://localhost:8000';

export const options = {
  // Up to 20 users, then down again.
  stages: [
    { duration: '30s', target: 20 },
    { duration: '1m', target: 20 },
    { duration: '10s', target: 0 },
  ],
  // What the test is judged by; a threshold that is crossed ends it with exit code 99.
  thresholds: {
    http_req_failed: ['rate<0.01'],
    http_req_duration: ['p(95)<500', 'p(99)<1000'],
    checks: ['rate>0.99'],
  },
};

// Once, before all users; every iteration gets what it returns.
export function setup() {
  const response = http.post(`${HOST}/api/auth/login`, { username: 'test', password: 'password' });
  return { token: response.json('token') };
}

export default function (data) {
  group('products', () => {
    const list = http.get(`${HOST}/api/products`);
    check(list, { 'there are products': (it) => it.status === 200 });
    // One name for all products, so that their times are one metric.
    const id = 1 + Math.floor(Math.random() * 3);
    http.get(`${HOST}/api/products/${id}`, { tags: { name: '/api/products/{id}' } });
  });

  group('account', () => {
    const params = { headers: { Authorization: `Bearer ${data.token}` } };
    check(http.get(`${HOST}/api/users`, params), { 'is logged in': (it) => it.status === 200 });
  });

  sleep(1);
}

// Once, after all users.
export function teardown() {
  http.get(`${HOST}/health`);
}
