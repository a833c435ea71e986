// What console.* prints of values of all kinds.
import { check, fail } from 'k6';

export const options = { iterations: 4 };

export function setup() {
  console.log('in setup');
  return { text: 'a', list: [1, 2], nested: { yes: true }, none: null, gone: undefined, number: 1.5 };
}

export default function (data) {
  if (__ITER === 1) {
    fail('on purpose');
  }
  if (__ITER === 2) {
    throw new Error('of its own');
  }
  if (__ITER === 3) {
    data.nested.none.deeper();
  }
  console.log('text', 1, -0, 1.5, 1e21, true, null, undefined, NaN, Infinity);
  console.log({ a: 1, b: [1, 'x'], c: null, d: undefined, e: () => 1 }, [1, 'x', null, undefined], [], {});
  console.log(new Map([[1, 2]]), new Set([1]), new Date(0), /x/g, [[1], [2]]);
  console.log('quote " back \\ tab \t line \n end', 'ünïcode', '🙂', '=', 'a=b', '');
  console.log(Object.keys(data).sort().join(), data.gone === undefined, data.list.length);
  console.log();
  console.log('');
  console.log(new Uint8Array([1, 2]), Symbol.iterator === undefined);
  console.warn('a warning');
  console.error('an error');
  console.info('information');
  console.debug('not shown');
  check(data, { 'setup data': (it) => it.nested.yes });
}

export function teardown(data) {
  console.log(`in teardown ${Object.keys(data).sort().join()}`);
}
