// flags: --no-setup --no-teardown
export function setup() {
  console.log('never');
  return { a: 1 };
}

export default function (data) {
  console.log(data === undefined, data === null, arguments.length);
}

export function teardown() {
  console.log('never');
}
