// Promises that nobody awaits.
export const options = { iterations: 2 };

export default function () {
  if (__ITER === 0) {
    Promise.reject(new Error('alone'));
  } else {
    new Promise(() => {}).then(() => console.log('never'));
  }
  console.log('went on');
}
