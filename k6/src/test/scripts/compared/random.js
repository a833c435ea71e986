import { randomSeed, sleep } from 'k6';

export const options = { iterations: 1 };

export default function () {
  randomSeed(5);
  const one = Math.random();
  randomSeed(5);
  console.log(one === Math.random(), one >= 0, one < 1);
  for (const value of [0, -1, '0.01', null, undefined, NaN, 'text', {}]) {
    try {
      sleep(value);
      console.log(String(value), 'slept');
    } catch (error) {
      console.log(String(value), 'threw');
    }
  }
}
