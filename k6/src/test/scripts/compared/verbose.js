// flags: -v -u 1 -i 1
// Debug messages are shown with --verbose.
export default function () {
  console.debug('shown');
  console.log('shown too');
}
