// How often each executor begins, with what the script can know of it.
import exec from 'k6/execution';
import { sleep } from 'k6';

export const options = {
  scenarios: {
    shared: { executor: 'shared-iterations', vus: 2, iterations: 5, tags: { own: 'shared' }, env: { OWN: 'of shared' } },
    each: { executor: 'per-vu-iterations', vus: 2, iterations: 3, startTime: '300ms', exec: 'each', tags: { own: 'each' } },
    late: { executor: 'shared-iterations', vus: 1, iterations: 1, startTime: '600ms', exec: 'late', gracefulStop: '1s', env: { OWN: 'of late', MORE: 'yes' } },
  },
};

export default function () {
  sleep(0.01);
  console.log('default', exec.scenario.name, exec.scenario.executor, exec.scenario.iterationInTest === exec.scenario.iterationInInstance, __ENV.OWN, __ENV.MORE);
}

export function each() {
  console.log('each', exec.vu.iterationInScenario, __ITER, exec.vu.idInTest === exec.vu.idInInstance, exec.vu.idInTest === __VU, exec.vu.tags.scenario, exec.vu.tags.own, typeof __ENV.MORE);
}

export function late() {
  console.log('late', exec.instance.iterationsCompleted, exec.instance.iterationsInterrupted, exec.instance.vusInitialized, exec.instance.vusActive, typeof exec.instance.currentTestRunDuration, exec.scenario.progress < 0.1, __ENV.OWN, __ENV.MORE, exec.vu.iterationInScenario);
  console.log(Object.keys(exec.test.options.scenarios).sort().join(), exec.test.options.scenarios.late.startTime, JSON.stringify(exec.test.options.scenarios.shared.tags));
}
