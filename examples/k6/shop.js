// A script of k6, unchanged:  spate demo --serve   and then   spate k6 run examples/k6/shop.js
import http from 'k6/http';
import { check, group, sleep } from 'k6';
import { Trend } from 'k6/metrics';
import { SharedArray } from 'k6/data';
import { randomItem } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

const HOST = __ENV.HOST || 'http://localhost:8000';
const products = new SharedArray('products', () => [1, 2, 3].map((id) => ({ id })));
const bodySize = new Trend('body_size');

export const options = {
    scenarios: {
        visitors: {
            executor: 'ramping-vus',
            stages: [
                { duration: '5s', target: 10 },
                { duration: '10s', target: 10 },
                { duration: '2s', target: 0 },
            ],
        },
        health: { executor: 'constant-arrival-rate', rate: 2, duration: '17s', preAllocatedVUs: 2, exec: 'health' },
    },
    thresholds: {
        http_req_failed: ['rate<0.01'],
        'http_req_duration{scenario:visitors}': ['p(95)<500'],
        checks: [{ threshold: 'rate>0.99', abortOnFail: true, delayAbortEval: '5s' }],
    },
};

export function setup() {
    const response = http.post(`${HOST}/api/auth/login`, { username: 'test', password: 'password' });
    return { token: response.json('token') };
}

export default function (data) {
    group('look around', () => {
        const page = http.get(`${HOST}/shop`);
        check(page, { 'three products': (it) => it.html('.price').size() === 3 });
        const { id } = randomItem(products);
        const product = http.get(http.url`${HOST}/api/products/${id}`);
        bodySize.add(product.body.length);
    });
    const users = http.get(`${HOST}/api/users`, { headers: { Authorization: `Bearer ${data.token}` } });
    check(users, { 'is logged in': (it) => it.status === 200 });
    sleep(0.5);
}

export function health() {
    check(http.get(`${HOST}/health`), { 'is healthy': (it) => it.status === 200 });
}
