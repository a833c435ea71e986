// What the cache of `spate k6` learns from: what k6 scripts do most. The launcher runs it once.
import http from 'k6/http';
import { check, group, sleep } from 'k6';
import { Counter, Rate, Trend } from 'k6/metrics';

export const options = {
    scenarios: {
        users: { executor: 'constant-vus', vus: 5, duration: '4s' },
        rate: { executor: 'constant-arrival-rate', rate: 200, duration: '4s', preAllocatedVUs: 5 },
        shared: { executor: 'shared-iterations', vus: 1, iterations: 2 },
        each: { executor: 'per-vu-iterations', vus: 1, iterations: 2 },
        stages: { executor: 'ramping-vus', stages: [{ duration: '1s', target: 1 }] },
        steps: { executor: 'ramping-arrival-rate', preAllocatedVUs: 1, stages: [{ duration: '1s', target: 5 }] },
    },
    thresholds: { http_req_duration: ['p(95)<5000'], checks: ['rate>0.1'] },
};

const base = __ENV.BASE;
const seen = new Counter('seen');
const fits = new Rate('fits');
const times = new Trend('times', true);

export function setup() {
    return { started: new Date().toISOString() };
}

export default function () {
    const json = { headers: { 'Content-Type': 'application/json' }, tags: { name: 'login' } };
    const login = http.post(`${base}/api/auth/login`, JSON.stringify({ username: 'test', password: 'password' }), json);
    const token = login.json('token');
    http.post(`${base}/api/auth/login`, { username: 'test', password: 'password' });
    group('browse', () => {
        const users = http.get(`${base}/api/users`, { headers: { Authorization: `Bearer ${token}` } });
        const fine = check(users, {
            'status is 200': (r) => r.status === 200,
            'is soon there': (r) => r.timings.duration < 500,
        });
        fits.add(fine);
        times.add(users.timings.waiting);
        seen.add(users.body.length > 0 ? 1 : 0);
    });
    const all = http.batch([`${base}/api/products`, ['GET', `${base}/api/health`]]);
    all.forEach((each) => each.headers['Content-Type']);
    sleep(0.01 * Math.random());
}
