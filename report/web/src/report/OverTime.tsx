import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { Section } from '../components/Section';
import { Segmented } from '../components/Segmented';
import { brief, clock, compact, count, text, time, timeLabel } from '../format';
import type { TimeKind, Timeline } from '../figures';
import type { Results } from '../results';
import { timeKind, timeKinds } from './state';
import { FAILURE, P50, P95, P99 } from './text';

const perSecond = (value: number) => `${brief(value)}/s`;
export const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];

export function OverTime({ results }: { results: Results }) {
  const { timeline } = results;
  const kind = timeKind.value;
  const x: ChartX = useMemo(() => ({ values: timeline.seconds, label: clock, show: clock, steps: STEPS }), [timeline]);
  const load = useMemo(() => loadSeries(timeline), [timeline]);
  const failures = useMemo(() => failureSeries(timeline, results.totals.dropped_iterations > 0), [timeline]);
  const times = useMemo(() => timeSeries(timeline, kind), [timeline, kind]);
  const warmUp = results.warm_up?.seconds;
  const marked = results.reload?.happened ? { at: results.reload.at_seconds, label: 'reload' } : undefined;
  const chart = { x, group: 'time', shadedTo: warmUp, marked };
  if (timeline.seconds.length === 0) return null;
  return (
    <>
      <Section id="load" title="Users and request rate" hint="How many virtual users ran, and how many requests they made per second.">
        <Chart label="Virtual users and requests per second over time." {...chart} series={load} y={compact} yRight={compact} />
        {warmUp && <p class="note">The shaded beginning is the warm-up: it is not part of any figure on this page.</p>}
      </Section>
      <Section id="times" title="Response times" hint="How long requests took, second by second. A percentile says how many of a hundred requests were at least that fast."
        tools={<Segmented label="Which time" choices={timeKinds} chosen={timeKind} />}>
        <Chart label={`Percentiles of the ${kind} time over time.`} {...chart} series={times} y={timeLabel} height={260} />
      </Section>
      <Section id="failures-over-time" title="Failures over time" hint={FAILURE}>
        <Chart label="Failed requests per second over time." {...chart} series={failures} y={compact} height={160} />
      </Section>
    </>
  );
}

function loadSeries(timeline: Timeline): ChartSeries[] {
  return [
    { label: 'Users', hint: 'Virtual users running (scale at the right).', values: timeline.vus, colour: 'users', area: true, right: true, show: count },
    { label: 'Requests/s', hint: 'Requests finished per second (scale at the left).', values: timeline.requests_per_second, colour: 'rate', show: perSecond },
  ];
}

function failureSeries(timeline: Timeline, dropped: boolean): ChartSeries[] {
  const failures: ChartSeries = {
    label: 'Failures/s', hint: 'Failed requests per second.', values: timeline.failures_per_second, colour: 'failures', area: true, show: perSecond,
  };
  const drops: ChartSeries = {
    label: 'Dropped/s', hint: 'Iterations per second that were due and did not start, because no virtual user was free.',
    values: timeline.dropped_iterations_per_second, colour: 'dropped', dash: [6, 4], show: perSecond,
  };
  return dropped ? [failures, drops] : [failures];
}

function timeSeries(timeline: Timeline, kind: TimeKind): ChartSeries[] {
  const times = kind === 'service' ? timeline.service_time_ms : timeline.response_time_ms;
  const show = (millis: number) => text(time(millis));
  return [
    { label: 'p50', hint: P50, values: times.p50, colour: 'p50', show },
    { label: 'p95', hint: P95, values: times.p95, colour: 'p95', show },
    { label: 'p99', hint: P99, values: times.p99, colour: 'p99', show },
  ];
}
