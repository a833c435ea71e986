// flags: -d 1s
// counts: vary
// A duration by a flag takes the place of the script's scenarios.
import { sleep } from 'k6';

export const options = { scenarios: { own: { executor: 'shared-iterations', vus: 2, iterations: 3, exec: 'other' } } };

export function other() {
  console.log('never');
}

export default function () {
  console.log('default');
  sleep(0.2);
}
