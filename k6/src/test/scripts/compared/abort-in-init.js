// differs: exit code - Spate ends with 107, as for any error of init code
import exec from 'k6/execution';

exec.test.abort('never begins');

export default function () {
  console.log('never');
}
