// exec.* before, during and after.
import exec from 'k6/execution';

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, typeof it, typeof it === 'object' ? JSON.stringify(it) : it);
  } catch (error) {
    console.log(what, 'threw');
  }
};

const all = () => {
  told('name', () => exec.scenario.name);
  told('executor', () => exec.scenario.executor);
  told('iterationInTest', () => exec.scenario.iterationInTest);
  told('iterationInInstance', () => exec.scenario.iterationInInstance);
  told('idInTest', () => exec.vu.idInTest);
  told('idInInstance', () => exec.vu.idInInstance);
  told('vu.iterationInInstance', () => exec.vu.iterationInInstance);
  told('vu.iterationInScenario', () => exec.vu.iterationInScenario);
  told('keys', () => Object.keys(exec).sort().join());
  told('keys of vu', () => Object.keys(exec.vu).sort().join());
  told('keys of scenario', () => Object.keys(exec.scenario).sort().join());
  told('options', () => exec.test.options.iterations);
  told('thresholds', () => exec.test.options.thresholds);
};

export const options = { vus: 1, iterations: 2, thresholds: { iterations: ['count>0', { threshold: 'rate>0', abortOnFail: true, delayAbortEval: '3s' }] }, tags: { a: 'b' } };

export function setup() {
  all();
}

export default function () {
  all();
}

export function teardown() {
  all();
}
