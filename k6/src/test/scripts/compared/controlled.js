// counts: vary
// Users that are controlled from outside, by nobody: what still runs at the end of the time is cut. k6 had this up to version 1.
import http from 'k6/http';
import exec from 'k6/execution';
import { sleep } from 'k6';

export const options = {
  scenarios: {
    steered: { executor: 'externally-controlled', vus: 2, maxVUs: 4, duration: '2s', exec: 'visit', tags: { kind: 'steered' } },
  },
};

export function setup() {
  console.log(exec.test.options.scenarios.steered.vus, exec.test.options.scenarios.steered.maxVUs);
}

export function visit() {
  http.get(`${__ENV.BASE}/api/health`);
  if (exec.scenario.executor !== 'externally-controlled' || exec.vu.iterationInScenario > 6) {
    throw new Error(`${exec.scenario.executor} ${exec.vu.iterationInScenario}`);
  }
  sleep(0.35);
}
