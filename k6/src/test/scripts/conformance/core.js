// k6: check, group, sleep, fail, randomSeed; globals.
import k6, { check, fail, group, randomSeed, sleep } from 'k6';
import exec from 'k6/execution';

export const options = {
  iterations: 1,
  thresholds: {
    checks: ['rate==1'],
    'checks{kind:tagged}': ['rate==1'],
    'checks{group:::outer::inner}': ['rate==1'],
    'group_duration{group:::outer}': ['max>=20', 'max<5000'],
  },
};

export default function () {
  check(null, { 'a value is a condition': true, 'a function is asked': () => 1 });
  check({ a: 1 }, { 'tags of a check': (it) => it.a === 1 }, { kind: 'tagged' });
  const returned = group('outer', () => {
    const before = Date.now();
    sleep(0.02);
    check(null, { 'sleep lasts': Date.now() - before >= 19 });
    return group('inner', () => {
      check(null, { 'within two groups': true });
      return 'value';
    });
  });
  check(returned, { 'group returns': (it) => it === 'value' });
  let thrown = '';
  try {
    fail('on purpose');
  } catch (error) {
    thrown = String(error);
  }
  check(thrown, { 'fail throws its text': (it) => it.includes('on purpose') });
  check(null, { 'check returns false': () => !k6.check.call(null, null, {}) === false });
  randomSeed(7);
  const first = [Math.random(), Math.random()];
  randomSeed(7);
  check(first, { 'a seed repeats': ([a, b]) => a === Math.random() && b === Math.random() && a !== b && a < 1 });
  check(null, {
    'a group has no sign of its own in its name': () => {
      try {
        group('a::b', () => {});
      } catch (error) {
        return true;
      }
      return false;
    },
    'a group is left when its code throws': () => {
      try {
        group('thrown', () => fail('x'));
      } catch (error) {
        return exec.vu.tags.group === undefined || exec.vu.tags.group === '';
      }
      return false;
    },
    '__VU and __ITER': __VU === 1 && __ITER === 0,
    '__ENV': typeof __ENV.ECHO === 'string' && __ENV.none === undefined,
    'globalThis is global': typeof globalThis.console.log === 'function',
  });
}
