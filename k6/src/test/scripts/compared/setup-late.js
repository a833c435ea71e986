import { sleep } from 'k6';

export const options = { setupTimeout: '500ms' };

export function setup() {
  sleep(10);
}

export default function () {
  console.log('never');
}

export function teardown() {
  console.log('teardown');
}
