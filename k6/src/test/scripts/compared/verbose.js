// differs: stdout - k6 prints its head there, Spate on the error stream
// flags: -v -u 1 -i 1
// Debug messages are shown with --verbose.
export default function () {
  console.debug('shown');
  console.log('shown too');
}
