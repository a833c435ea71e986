// differs: iteration - k6 counts one of those that the abort has cut
// counts: vary
import exec from 'k6/execution';
import { sleep } from 'k6';

export const options = { vus: 3, duration: '20s' };

export default function () {
  if (__VU === 1) {
    sleep(0.3);
    exec.test.abort('enough');
  }
  sleep(15);
  console.log('never');
}

export function teardown() {
  console.log('teardown');
}
