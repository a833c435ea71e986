import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { Section } from '../components/Section';
import { brief, clock, compact, count, text, time, timeLabel } from '../format';
import type { Timeline } from '../figures';
import type { Results } from '../results';
import type { RunFinding } from '../target';
import { STEPS } from './OverTime';

const LOOKS = {
  good: { word: 'Good sign', look: 'good' },
  warning: { word: 'Warning', look: 'warning' },
  red_flag: { word: 'Red flag', look: 'invalid' },
} as const;

/** What the run says about its target, in words, with the stretch of the chart that proves it. */
export function Findings({ results }: { results: Results }) {
  const findings = results.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <Section id="findings" title="Findings" hint="What the figures say about the target: good signs, warnings and red flags. The shaded part of each chart is where it shows.">
      <ul class="findings">
        {findings.map((it) => (
          <li key={it.rule} class={LOOKS[it.sign].look} style={it.sign === 'good' ? { borderColor: 'var(--good)' } : undefined}>
            <strong>{LOOKS[it.sign].word}</strong> {it.title}
            <p>{it.words}</p>
            <Proof finding={it} results={results} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Good signs have no chart: the whole run proves them. */
function Proof({ finding, results: { timeline } }: { finding: RunFinding; results: Results }) {
  const x: ChartX = useMemo(() => ({ values: timeline.seconds, label: clock, show: clock, steps: STEPS }), [timeline]);
  const series = useMemo(() => lines(finding, timeline), [finding, timeline]);
  if (finding.sign === 'good' || timeline.seconds.length < 2 || series.length === 0) return null;
  const times = finding.metric === 'http_req_duration' || finding.metric === 'http_req_response_time';
  return (
    <Chart label={`${finding.title}: where it shows.`} x={x} series={[...series, users(timeline), shade(finding, timeline, series)]}
      y={times ? timeLabel : compact} yRight={compact} height={150} />
  );
}

function lines(finding: RunFinding, timeline: Timeline): ChartSeries[] {
  const millis = (value: number) => text(time(value));
  const rate = (value: number) => `${brief(value)}/s`;
  switch (finding.metric) {
    case 'http_req_duration':
      return percentiles(timeline.service_time_ms, millis);
    case 'http_req_response_time':
      return percentiles(timeline.response_time_ms, millis);
    case 'http_req_failed':
      return [{ label: 'Failures/s', hint: 'Failed requests per second.', values: timeline.failures_per_second, colour: 'failures', show: rate }];
    case 'http_reqs':
    case 'checks':
      return [{ label: 'Requests/s', hint: 'Requests finished per second.', values: timeline.requests_per_second, colour: 'rate', show: rate }];
    case 'generator_cpu':
      return [{ label: 'Generator CPU', hint: 'CPU time of the event loops, as a share of their cores.', values: timeline.generator_cpu ?? [], colour: 'rate', show: brief }]
        .filter((it) => it.values.length > 0);
    default:
      return [];
  }
}

function percentiles(times: Timeline['service_time_ms'], show: (value: number) => string): ChartSeries[] {
  return [
    { label: 'p50', hint: 'Half of the requests took at most this long.', values: times.p50, colour: 'p50', show },
    { label: 'p95', hint: '95 of 100 requests took at most this long.', values: times.p95, colour: 'p95', show },
    { label: 'p99', hint: '99 of 100 requests took at most this long.', values: times.p99, colour: 'p99', show },
  ];
}

function users(timeline: Timeline): ChartSeries {
  return { label: 'Users', hint: 'Virtual users running (scale at the right).', values: timeline.vus, colour: 'users', right: true, show: count };
}

/** As high as the chart, where the finding shows. */
function shade(finding: RunFinding, timeline: Timeline, series: ChartSeries[]): ChartSeries {
  const highest = Math.max(0, ...series.flatMap((it) => it.values.map((value) => value ?? 0)));
  const width = (timeline.seconds[1] ?? 1) - (timeline.seconds[0] ?? 0);
  return {
    label: 'Here',
    hint: `Where it shows: ${clock(finding.from_seconds)} to ${clock(finding.to_seconds)}.`,
    values: timeline.seconds.map((at) => (at > finding.from_seconds - width && at < finding.to_seconds ? highest : null)),
    colour: 'muted',
    area: true,
    show: () => '',
  };
}
