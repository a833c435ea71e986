// flags: --stage 300ms:2 --stage 300ms:0
// counts: vary
import exec from 'k6/execution';
import { sleep } from 'k6';

export const options = { vus: 1, iterations: 1 };

export default function () {
  console.log(exec.scenario.executor, exec.scenario.name);
  sleep(0.1);
}
