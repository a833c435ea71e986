import { sleep } from 'k6';

export const options = { teardownTimeout: '300ms' };

export default function () {
  console.log('ran');
}

export function teardown() {
  sleep(10);
}
