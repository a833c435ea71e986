// differs: dropped_iterations - k6 counts what maxDuration leaves out of the iterations that are shared
// differs: never - code of k6 may go on after a pause that was cut
// differs: messages warning - k6 also tells that no iteration has ended
// Iterations that the end of their scenario cuts.
import { sleep } from 'k6';

export const options = {
  scenarios: {
    cut: { executor: 'constant-vus', vus: 2, duration: '1s', gracefulStop: '0s' },
    most: { executor: 'shared-iterations', vus: 1, iterations: 100, maxDuration: '1s', gracefulStop: '200ms' },
  },
};

export default function () {
  console.log('began');
  sleep(3);
  console.log('never');
}
