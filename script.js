import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = {
  vus: 10,
  duration: '30s',
};

export default function () {
  const response = http.get(__ENV.HOST || 'http://localhost:8000/health');
  check(response, { 'status is 200': (it) => it.status === 200 });
  sleep(1);
}
