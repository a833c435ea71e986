import { Tile } from '../../components/Tile';
import { brief, bytes, count, counted, percent, text, time } from '../../format';
import { FAILURE, P50, P95, P99 } from '../../report/text';
import type { Run } from '../types';

/** The totals so far, with what they are at the moment below. */
export function LiveTiles({ run }: { run: Run }) {
  const { totals } = run;
  const { current } = totals;
  const live = run.state !== 'ended';
  const now = (value: number | null, of: (value: number) => string) => (live && value !== null ? `now ${of(value)}` : undefined);
  const millis = (value: number) => text(time(value));
  const note = (it: string | undefined) => (it === undefined ? {} : { note: it });
  return (
    <dl class="tiles" aria-label="Key figures">
      <Tile label="Requests" hint="All requests that were made so far, whatever came of them." value={count(totals.requests)} note={`${count(totals.iterations)} iterations`} />
      <Tile label="Request rate" hint="Requests per second, over the whole run." value={brief(totals.requests_per_second)} unit="/s"
        {...note(now(current.requests_per_second, (it) => `${brief(it)}/s`))} />
      <Tile label="Failures" hint={FAILURE} value={percent(totals.failure_rate)} bad={totals.failures > 0} note={failures(run)} />
      <Tile label="Users" hint="Virtual users that run at the moment." value={count(run.users)} note={asked(run)} />
      <Tile label="Data received" hint="Bytes received, headers included." {...bytes(totals.data_received)} note={`${text(bytes(totals.data_sent))} sent`} />
      <Tile label="p50" hint={P50} {...time(totals.p50)} {...note(now(current.p50, millis))} />
      <Tile label="p95" hint={P95} {...time(totals.p95)} {...note(now(current.p95, millis))} />
      <Tile label="p99" hint={P99} {...time(totals.p99)} {...note(now(current.p99, millis))} />
      <Tile label="Slowest" hint="The longest that any request took." {...time(totals.max)} note={`mean ${millis(totals.mean)}`} />
      <Tile label="Dropped iterations"
        hint="Iterations that were due and did not start, because no virtual user was free. The load was then lower than asked for."
        value={count(totals.dropped_iterations)} bad={totals.dropped_iterations > 0} />
    </dl>
  );
}

function failures({ totals, state }: Run): string {
  const all = counted(totals.failures, 'request');
  return state === 'ended' || totals.failures === 0 ? all : `${all}, now ${brief(totals.current.failures_per_second)}/s`;
}

function asked({ load, state }: Run): string {
  if (state === 'ended') return '\u00a0';
  if (load.kind === 'rate') return `${brief(load.value)} iterations/s asked for`;
  return load.kind === 'users' ? `${count(load.value)} asked for` : 'as planned';
}
