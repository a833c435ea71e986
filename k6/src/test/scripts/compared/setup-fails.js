// differs: iteration_duration - Spate shows nothing of a setup that has failed
export function setup() {
  throw new Error('no data');
}

export default function () {
  console.log('never');
}

export function teardown() {
  console.log('teardown');
}

export function handleSummary() {
  return { stdout: 'summary\n' };
}
