import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../../components/Chart';
import { HeatMap } from '../../components/HeatMap';
import { Section } from '../../components/Section';
import { type Choice, Segmented } from '../../components/Segmented';
import { brief, clock, compact, count, text, time, timeLabel } from '../../format';
import { STEPS } from '../../report/OverTime';
import { FAILURE, P50, P95, P99 } from '../../report/text';
import { type Points, points } from './fold';
import { shown } from './store';

type Span = '300000' | '1800000' | 'all';

const span = signal<Span>('all');
const spans: Choice<Span>[] = [
  { value: '300000', label: '5 min', hint: 'The last five minutes.' },
  { value: '1800000', label: '30 min', hint: 'The last half hour.' },
  { value: 'all', label: 'All', hint: 'The whole run. Of a long one older seconds are drawn together.' },
];

const perSecond = (value: number) => `${brief(value)}/s`;
const millis = (value: number) => text(time(value));

/** What happens, second by second. */
export function LiveCharts() {
  const course = shown.value;
  const { value } = span;
  const drawn = useMemo(() => points(course, value === 'all' ? null : Number(value)), [course, value]);
  const x: ChartX = useMemo(() => ({ values: drawn.seconds, label: clock, show: clock, steps: STEPS }), [drawn]);
  const load = useMemo(() => loadSeries(drawn), [drawn]);
  const times = useMemo(() => timeSeries(drawn), [drawn]);
  const failures = useMemo(() => failureSeries(drawn), [drawn]);
  const tools = <Segmented label="How much of the run" choices={spans} chosen={span} />;
  const chart = { x, group: 'live', newest: true };
  return (
    <div class="live-charts">
      <Section id="load" title="Users and request rate" hint="How many virtual users run, and how many requests they make per second." tools={tools}>
        <Chart label="Virtual users and requests per second over time." {...chart} series={load} y={compact} yRight={compact} />
      </Section>
      <div class="pair">
        <Section id="times" title="Response times" hint="How long requests take, second by second. A percentile says how many of a hundred requests were at least that fast.">
          <Chart label="Percentiles of the response time over time." {...chart} series={times} y={timeLabel} height={220} />
        </Section>
        <Section id="failures-over-time" title="Failures" hint={FAILURE}>
          <Chart label="Failed requests per second over time." {...chart} series={failures} y={compact} height={220} />
        </Section>
      </div>
      <Section id="heat" title="Latency heat map" hint="How response times are spread. Each column is a moment, each row a range of times; the stronger a field, the more requests took so long.">
        <HeatMap label="How response times are spread over time." seconds={drawn.seconds} bounds={course.timeline.heat.bounds_ms} counts={drawn.heat} />
      </Section>
    </div>
  );
}

function loadSeries(of: Points): ChartSeries[] {
  return [
    { label: 'Users', hint: 'Virtual users running (scale at the right).', values: of.users, colour: 'users', area: true, right: true, show: count },
    { label: 'Requests/s', hint: 'Requests finished per second (scale at the left).', values: of.requests_per_second, colour: 'rate', show: perSecond },
  ];
}

function timeSeries(of: Points): ChartSeries[] {
  return [
    { label: 'p50', hint: P50, values: of.p50, colour: 'p50', show: millis },
    { label: 'p95', hint: P95, values: of.p95, colour: 'p95', show: millis },
    { label: 'p99', hint: P99, values: of.p99, colour: 'p99', show: millis },
  ];
}

function failureSeries(of: Points): ChartSeries[] {
  return [{ label: 'Failures/s', hint: 'Failed requests per second.', values: of.failures_per_second, colour: 'failures', area: true, show: perSecond }];
}
