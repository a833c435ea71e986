// What handleSummary may do: all that an iteration may.
import http from 'k6/http';
import { check, group, sleep } from 'k6';
import { Counter } from 'k6/metrics';

const counter = new Counter('counter');

export const options = { iterations: 2 };

export default function () {
  counter.add(1);
}

export async function handleSummary(data) {
  console.log(data.metrics.counter.values.count);
  const answer = http.post(`${__ENV.ECHO}/back`, JSON.stringify({ passed: true }), { headers: { 'Content-Type': 'application/json' } });
  console.log(answer.status, answer.json('body'));
  console.log((await http.asyncRequest('GET', `${__ENV.ECHO}/status/404`)).status);
  console.log(JSON.stringify(http.batch([`${__ENV.ECHO}/anything`, `${__ENV.ECHO}/status/204`]).map((it) => it.status)));
  group('sent', () => console.log(check(answer, { fine: (it) => it.status === 200, bad: false })));
  counter.add(5);
  const began = Date.now();
  sleep(0.1);
  console.log(Date.now() - began >= 100);
  return { stdout: `${answer.status}\n` };
}
