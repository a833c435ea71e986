export default function () {
  console.log('ran');
}

export function teardown() {
  throw new Error('too late');
}
