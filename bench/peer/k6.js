// What bench/peers and bench/scripts measure of k6: PART is raw, login, think, nonstop or guide.
import http from 'k6/http';
import { check, sleep } from 'k6';

const base = __ENV.BASE;

export const options = { vus: Number(__ENV.USERS), duration: `${__ENV.SECONDS}s` };

function logIn() {
  const login = http.post(`${base}/api/auth/login`, JSON.stringify({ username: 'u', password: 'p' }), {
    headers: { 'Content-Type': 'application/json' },
  });
  const users = http.get(`${base}/api/users`, { headers: { Authorization: `Bearer ${login.json('token')}` } });
  check(users, { 'status is 200': (r) => r.status === 200 });
}

// What a guide to scaling has its users do.
function follow() {
  const login = http.post(`${base}/api/auth/login`, { username: 'test', password: 'password' });
  check(login, { 'login successful': (r) => r.status === 200 });
  const res = http.get(`${base}/api/users`, { headers: { Authorization: `Bearer ${login.json('token')}` } });
  check(res, {
    'status is 200': (r) => r.status === 200,
    'response time < 200ms': (r) => r.timings.duration < 200,
  });
  if (__ENV.PART === 'guide') {
    sleep(1);
  }
}

export default function () {
  if (__ENV.PART === 'guide' || __ENV.PART === 'nonstop') {
    follow();
    return;
  }
  if (__ENV.PART === 'login') {
    logIn();
    return;
  }
  http.get(`${base}/api/health`);
  if (__ENV.PART === 'think') {
    sleep(1);
  }
}
