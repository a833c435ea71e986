import { Tile } from '../components/Tile';
import { brief, bytes, count, counted, percent, text, time } from '../format';
import { timesOf } from '../figures';
import type { Results } from '../results';
import { timeKind } from './state';
import { FAILURE, P50, P95, P99 } from './text';

export function Tiles({ results }: { results: Results }) {
  const { totals } = results;
  const times = timesOf(totals, timeKind.value);
  const name = timeKind.value === 'service' ? 'service time' : 'response time';
  return (
    <dl class="tiles" aria-label="Key figures">
      <Tile label="Requests" hint="All requests that were made, whatever came of them." value={count(totals.requests)}
        note={`${count(totals.iterations)} iterations`} />
      <Tile label="Request rate" hint="Requests per second, over the whole run." value={brief(totals.requests_per_second)} unit="/s"
        note={`${brief(totals.iterations_per_second)} iterations/s`} />
      <Tile label="Failures" hint={FAILURE} value={percent(totals.failure_rate)} bad={totals.failures > 0}
        note={counted(totals.failures, 'request')} />
      <Tile label="Users, peak" hint="The most virtual users that ran at the same time." value={count(totals.vus_max)} />
      <Tile label="Data received" hint="Bytes received, headers included." {...bytes(totals.bytes_received)}
        note={`${text(bytes(totals.bytes_sent))} sent`} />
      <Tile label="p50" hint={P50} {...time(times.med)} note={name} />
      <Tile label="p95" hint={P95} {...time(times.p95)} note={name} />
      <Tile label="p99" hint={P99} {...time(times.p99)} note={name} />
      <Tile label="Slowest" hint="The longest that any request took." {...time(times.max)} note={name} />
      <Tile label="Dropped iterations"
        hint="Iterations that were due and did not start, because no virtual user was free. The load was then lower than asked for."
        value={count(totals.dropped_iterations)} bad={totals.dropped_iterations > 0} />
    </dl>
  );
}
