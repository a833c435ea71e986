// differs: dropped_iterations - users of Spate that have just begun are slower
// differs: messages warning - likewise
// differs: "scenario": "each" - k6 has the tags of a user on its iterations too
// counts: vary
// k6/execution, all executors side by side, tags and variables of scenarios, setup data.
import http from 'k6/http';
import exec from 'k6/execution';
import { check, sleep } from 'k6';
import { Counter } from 'k6/metrics';

const runs = new Counter('runs');

export const options = {
  tags: { all: 'yes' },
  setupTimeout: '10s',
  scenarios: {
    shared: { executor: 'shared-iterations', vus: 2, iterations: 5, maxDuration: '10s', exec: 'shared', tags: { own: 'tag' }, env: { OWN: 'shared' } },
    each: { executor: 'per-vu-iterations', vus: 2, iterations: 3, exec: 'each' },
    steady: { executor: 'constant-vus', vus: 2, duration: '1s', exec: 'looping', gracefulStop: '1s' },
    ramp: { executor: 'ramping-vus', startVUs: 1, stages: [{ duration: '500ms', target: 3 }, { duration: '500ms', target: 0 }], gracefulRampDown: '1s', exec: 'looping' },
    rate: { executor: 'constant-arrival-rate', rate: 20, timeUnit: '1s', duration: '1s', preAllocatedVUs: 5, maxVUs: 10, exec: 'arriving' },
    rising: { executor: 'ramping-arrival-rate', startRate: 10, timeUnit: '1s', stages: [{ duration: '1s', target: 30 }], preAllocatedVUs: 5, exec: 'arriving' },
    late: { executor: 'shared-iterations', vus: 1, iterations: 1, startTime: '700ms', exec: 'late' },
  },
  thresholds: {
    checks: ['rate==1'],
    'iterations{scenario:shared}': ['count==5'],
    'iterations{scenario:each}': ['count==6'],
    'iterations{scenario:late}': ['count==1'],
    'iterations{scenario:rate}': ['count>=18', 'count<=21'],
    'iterations{scenario:rising}': ['count>=16', 'count<=22'],
    'runs{own:tag}': ['count==5'],
    'runs{all:yes,scenario:each}': ['count==6'],
    'http_reqs{group:::setup}': ['count==1'],
  },
};

export function setup() {
  const response = http.get(`${__ENV.ECHO}/anything`);
  check(null, {
    'no scenario in setup': () => {
      try {
        return exec.scenario.name === undefined;
      } catch (error) {
        return true;
      }
    },
    'no __ITER in setup': __VU === 0,
  });
  return { path: response.json('path'), list: [1, 2], none: null };
}

function common(data, name, executor) {
  runs.add(1);
  check(data, { 'setup data': (it) => it.path === '/anything' && it.list.length === 2 && it.none === null });
  data.list.push(3);
  data.list.pop();
  check(exec.scenario, {
    [`${name}: name and executor`]: (it) => it.name === name && it.executor === executor,
    [`${name}: progress`]: (it) => it.progress >= 0 && it.progress <= 1,
    [`${name}: startTime`]: (it) => it.startTime > 1.6e12 && it.startTime <= Date.now() + 5,
    [`${name}: iterationInTest`]: (it) => it.iterationInTest >= 0 && it.iterationInInstance === it.iterationInTest,
  });
  check(exec.vu, {
    [`${name}: numbers`]: (it) => it.idInTest > 0 && it.idInInstance > 0 && it.idInTest === __VU && it.iterationInScenario >= 0 && it.iterationInInstance >= it.iterationInScenario,
    [`${name}: __ITER`]: (it) => __ITER === it.iterationInScenario || __ITER === it.iterationInInstance,
  });
  check(exec.instance, {
    [`${name}: instance`]: (it) => it.vusActive > 0 && it.vusInitialized > 0 && it.iterationsCompleted >= 0 && it.iterationsInterrupted === 0 && it.currentTestRunDuration > 0,
  });
}

export function shared(data) {
  common(data, 'shared', 'shared-iterations');
  check(null, { 'env of the scenario': __ENV.OWN === 'shared' });
}

export function each(data) {
  common(data, 'each', 'per-vu-iterations');
  check(null, { 'env of another': __ENV.OWN === undefined || __ENV.OWN === 'shared' });
  exec.vu.tags.mine = 'm';
  exec.vu.metrics.tags.more = 'n';
  check(exec.vu.tags, { 'tags of a user': (it) => it.mine === 'm' && it.more === 'n' });
  delete exec.vu.tags.mine;
}

export function looping(data) {
  sleep(0.05);
  check(data, { 'in a loop': () => ['steady', 'ramp'].includes(exec.scenario.name) });
}

export function arriving() {
  check(exec.scenario, { arriving: (it) => it.executor.endsWith('arrival-rate') });
}

export function late(data) {
  common(data, 'late', 'shared-iterations');
  check(exec.test.options, { options: (it) => it.scenarios.late.startTime !== undefined && it.setupTimeout !== undefined });
}

export function teardown(data) {
  check(data, { 'teardown gets it too': (it) => it.path === '/anything' && it.list.length === 2 });
}

export function handleSummary(data) {
  const seen = [data.metrics.iterations.values.count > 20, data.setup_data.path === '/anything', data.metrics.checks.values.fails === 0];
  sleep(0.01);
  seen.push(check(http.post(`${__ENV.ECHO}/anything`, JSON.stringify(data)), { 'sent from handleSummary': (it) => it.status === 200 }));
  return seen.every(Boolean) ? { stdout: 'fine\n', 'summary.json': JSON.stringify(data) } : { failed: JSON.stringify(seen) };
}
