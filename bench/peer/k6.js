// What bench/peers measures of k6: PART is raw, login or think.
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

export default function () {
  if (__ENV.PART === 'login') {
    logIn();
    return;
  }
  http.get(`${base}/api/health`);
  if (__ENV.PART === 'think') {
    sleep(1);
  }
}
