// differs: root_group - Spate has no groups for a setup and teardown without checks
// What handleSummary is given, and what it may return.
import http from 'k6/http';
import { check, group } from 'k6';
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

const metrics = [new Counter('counter'), new Gauge('gauge'), new Rate('rate'), new Trend('trend'), new Trend('time', true), new Counter('never')];

export const options = { iterations: 2, summaryTrendStats: ['avg', 'p(99)', 'count'], thresholds: { counter: ['count>1', 'count>100'], 'trend{a:b}': ['avg<1'], http_req_duration: ['avg<1000'] } };

export function setup() {
  return { of: 'setup' };
}

export default function () {
  http.get(`${__ENV.ECHO}/anything`);
  metrics.slice(0, 5).forEach((it) => it.add(1));
  check(1, { fine: true, bad: false });
  group('one', () => {
    check(1, { inside: true });
    group('two', () => check(1, { deeper: true }));
  });
}

function shape(value) {
  if (Array.isArray(value)) {
    return value.map(shape).sort((one, other) => (one.name < other.name ? -1 : 1));
  }
  if (value !== null && typeof value === 'object') {
    return Object.keys(value).sort().reduce((all, key) => Object.assign(all, { [key]: shape(value[key]) }), {});
  }
  return typeof value === 'number' ? (Number.isInteger(value) && value < 10 ? value : 'number') : value;
}

export function handleSummary(data) {
  const lines = [];
  for (const key of Object.keys(data).sort()) {
    if (key === 'metrics') {
      Object.keys(data.metrics).sort().filter((it) => !it.startsWith('vus')).forEach((it) => lines.push(`${it} ${JSON.stringify(shape(data.metrics[it])).replace(/"(avg|count|rate|p\(99\))":[^,}]*/g, '"$1":N')}`));
    } else {
      lines.push(`${key} ${JSON.stringify(shape(data[key]))}`);
    }
  }
  return { stdout: `${lines.join('\n')}\n`, stderr: 'to stderr\n', 'written.txt': 'text', 'bytes.bin': new Uint8Array([1, 2]).buffer };
}
