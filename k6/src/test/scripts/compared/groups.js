// Groups in each other, with what they return, and with checks of the same name.
import { check, group, sleep } from 'k6';

export const options = { vus: 2, iterations: 4 };

export default function () {
  check(1, { same: true, first: true, 'a name with ünïcode': true });
  const returned = group('outer', () => {
    check(1, { same: true, second: false });
    group('inner', () => check(1, { same: __VU === 1, deep: (it) => it === 1 }));
    group('inner', () => check(1, { again: true }));
    return 'value';
  });
  console.log(returned, typeof group('empty', () => {}));
  group('outer', () => check(1, { third: 0 }));
  for (const [name, code] of [['::', () => {}], ['no function'], ['async', async () => {}]]) {
    try {
      group(name, code);
      console.log(name, 'went well');
    } catch (error) {
      console.log(name, 'threw');
    }
  }
  try {
    check(1, { 'a::b': true });
    console.log('went well');
  } catch (error) {
    console.log('threw');
  }
  console.log(check(1, {}), check(null, { nothing: null }), check(1, { zero: 0, one: 1 }), check(1, { text: 'a', none: '' }));
  try {
    check(1, { throwing: () => { throw new Error('in a check'); }, after: true });
  } catch (error) {
    console.log(error.message);
  }
  for (const sets of [null, undefined, 'text', 1]) {
    try {
      console.log(String(sets), check(1, sets));
    } catch (error) {
      console.log(String(sets), 'threw');
    }
  }
  sleep(0.01);
}
