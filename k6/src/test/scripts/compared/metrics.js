// Metrics that a script adds, with values of all kinds.
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

const counter = new Counter('counter');
const time = new Counter('counter_of_times', true);
const gauge = new Gauge('gauge');
const rate = new Rate('rate');
const trend = new Trend('trend');
const never = new Trend('never');

export const options = {
  iterations: 1,
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(99.9)', 'count'],
  summaryTimeUnit: 'ms',
  thresholds: { counter: ['count>=0', 'rate>0'], gauge: ['value<5'], rate: ['rate>=0.5'], trend: ['p(99.9)<100', 'avg<1', 'max<=10', 'med>0'], never: ['avg<1'], 'trend{a:b}': ['avg<1'] },
};

export default function () {
  for (const value of [1, 0.5, '2', '3.5', true, false, null, undefined, NaN, 'abc', [4], {}, -1]) {
    for (const metric of [counter, gauge, rate, trend]) {
      let said;
      try {
        said = metric.add(value);
      } catch (error) {
        said = 'threw';
      }
      console.log(metric.name, String(value), typeof value, said);
    }
  }
  time.add(5);
  for (const name of ['', 'with blank', '1digit', 'ünï', 'a'.repeat(129), 'http_reqs', 'late']) {
    try {
      new Counter(name);
      console.log(name, 'went well');
    } catch (error) {
      console.log(name, 'threw');
    }
  }
  console.log(typeof counter.add, counter.name, JSON.stringify(counter));
}
