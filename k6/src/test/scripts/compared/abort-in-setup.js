// differs: iteration_duration - Spate shows nothing of a setup that has failed
import exec from 'k6/execution';

export function setup() {
  exec.test.abort('not today');
}

export default function () {
  console.log('never');
}

export function teardown() {
  console.log('teardown');
}
