// counts: vary
import { sleep } from 'k6';
import { Rate } from 'k6/metrics';

const bad = new Rate('bad');

export const options = { vus: 1, duration: '4s', thresholds: { bad: [{ threshold: 'rate<0.5', abortOnFail: true, delayAbortEval: '3s' }] } };

export default function () {
  bad.add(1);
  sleep(1);
}

export function handleSummary(data) {
  return { stdout: `${data.state.testRunDurationMs > 2500} ${Object.keys(data.metrics.bad.thresholds)} ${data.metrics.bad.thresholds['rate<0.5'].ok}\n` };
}
