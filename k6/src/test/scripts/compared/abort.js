// differs: never - code of k6 may go on after a pause that was cut
// counts: vary
// A threshold that ends the run cuts the iterations that run.
import { sleep } from 'k6';
import { Counter } from 'k6/metrics';

const bad = new Counter('bad');

export const options = { vus: 2, duration: '30s', thresholds: { bad: [{ threshold: 'count<1', abortOnFail: true }] } };

export default function () {
  bad.add(1);
  sleep(20);
  console.log('never');
}

export function teardown() {
  console.log('teardown');
}
