// flags: -u 3 -i 7 --tag run=one --env NAME=value -e OTHER=a=b
// env: K6_VUS=9 K6_ITERATIONS=20 FROM_SYSTEM=seen
// Flags are stronger than variables, these than the script's options.
import exec from 'k6/execution';

export const options = { vus: 1, iterations: 2, tags: { of: 'script' } };

export default function () {
  console.log(__ENV.NAME, __ENV.OTHER, __ENV.FROM_SYSTEM, __ENV.K6_VUS, exec.test.options.vus, exec.scenario.name, exec.scenario.executor, exec.instance.vusInitialized);
}
