// k6/metrics: each kind, with tags and thresholds.
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';
import { check } from 'k6';

const counter = new Counter('own_counter');
const gauge = new Gauge('own_gauge');
const rate = new Rate('own_rate');
const trend = new Trend('own_trend');
const time = new Trend('own_time', true);

export const options = {
  vus: 1,
  iterations: 4,
  thresholds: {
    checks: ['rate==1'],
    own_counter: ['count==10'],
    'own_counter{kind:a}': ['count==4'],
    own_gauge: ['value==3'],
    own_rate: ['rate==0.5'],
    own_trend: ['avg==1.5', 'min==0', 'max==3', 'med>=1', 'p(99)<=3'],
    own_time: [{ threshold: 'max<0.3', abortOnFail: true, delayAbortEval: '10s' }],
    iterations: ['count==4'],
    iteration_duration: ['max<5000'],
  },
};

const refused = (code) => {
  try {
    return code() === false;
  } catch (error) {
    return false;
  }
};

const thrown = (code) => {
  try {
    code();
  } catch (error) {
    return true;
  }
  return false;
};

export default function () {
  counter.add(1.5);
  counter.add(1, { kind: 'a' });
  gauge.add(__ITER);
  rate.add(__ITER % 2);
  trend.add(__ITER);
  time.add(0.25);
  check(null, {
    'a name': counter.name === 'own_counter',
    'no text': refused(() => trend.add('abc')) && refused(() => trend.add(null)) && refused(() => trend.add(undefined)),
    'no null in tags': thrown(() => trend.add(1, { kind: null })),
    'no metric here': thrown(() => new Counter('late')),
    'a boolean': rate.add(__ITER < 2),
  });
}
