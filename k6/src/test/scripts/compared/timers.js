// Timers and promises in iterations.
import http from 'k6/http';
import { check } from 'k6';
import { setTimeout } from 'k6/experimental/timers';

export const options = { iterations: 2 };

export default async function () {
  const order = [];
  setTimeout(() => order.push('timer'), 20);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.resolve().then(() => order.push('job'));
  const [one, two] = await Promise.all([http.asyncRequest('GET', `${__ENV.ECHO}/delay/30`), http.asyncRequest('POST', `${__ENV.ECHO}/anything`, 'body')]);
  order.push('requests');
  await wait(50);
  console.log(order.sort().join(), one.status, two.json('body'));
  check(one, { late: (it) => it.body === 'late' });
  if (__ITER === 1) {
    await Promise.reject(new Error('rejected'));
  }
  setTimeout(() => console.log('after the function'), 10);
}
