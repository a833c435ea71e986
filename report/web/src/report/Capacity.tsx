import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, clock, percent, text, time, timeLabel } from '../format';
import type { Results } from '../results';
import type { Capacity as Found, Trial } from '../target';

/** The highest load that the target bears, where that was searched for. */
export function Capacity({ results }: { results: Results }) {
  return results.capacity ? <Search capacity={results.capacity} /> : null;
}

const byLoad = (trials: Trial[]) => [...trials].sort((a, b) => a.load - b.load);

function Search({ capacity }: { capacity: Found }) {
  const show = (load: number) => shown(load, capacity);
  const trials = useMemo(() => byLoad(capacity.trials.filter((it) => it.outcome !== 'generator_limited')), [capacity]);
  const x: ChartX = useMemo(() => ({ values: trials.map((it) => it.load), label: show, show }), [trials]);
  const series = useMemo(() => lines(trials), [trials]);
  const columns = useMemo(() => tableColumns(show), [capacity]);
  const broken = capacity.broken[0];
  const facts: [string, string][] = [
    ...fact('Bears', capacity.load, show),
    ...(capacity.low !== null && capacity.high !== null
      ? [['Limit, 95% sure', `${show(capacity.low)} to ${show(capacity.high)}`] as [string, string]] : []),
    ...fact('Knee', capacity.knee, show),
    ...(broken ? [['Broke first', broken.objective] as [string, string]] : []),
  ];
  return (
    <Section id="capacity" title="Capacity" hint="The highest load at which all objectives were met, again and again. Each point is a load that was tried; at the knee throughput over response time is highest.">
      <p class="lead">{sentence(capacity)}</p>
      <dl class="facts-row">
        {facts.map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      {trials.length > 1 && (
        <Chart label="Response times and failures by load." x={x} series={series} y={timeLabel} yRight={(share) => percent(share)} height={260}
          marked={capacity.load === null ? undefined : { at: capacity.load, label: `bears ${show(capacity.load)}` }} />
      )}
      <DataTable label="Loads that were tried" columns={columns} rows={capacity.trials} order={{ column: 'at', descending: false }} empty="" />
    </Section>
  );
}

function shown(load: number, capacity: Found): string {
  return capacity.unit === 'users' ? `${Math.round(load)} users` : `${brief(load)}/s`;
}

function fact(name: string, load: number | null, show: (load: number) => string): [string, string][] {
  return load === null ? [] : [[name, show(load)]];
}

function sentence(it: Found): string {
  const load = it.load === null ? 'nothing' : shown(it.load, it);
  switch (it.status) {
    case 'found': return `The target bears ${load}.`;
    case 'not_reached': return `The target bears ${load} and more: the highest load of the search holds.`;
    case 'nothing_holds': return 'Even the lowest load of the search is too much.';
    case 'generator_limited': return `No verdict: the generator was the limit. The target bears ${load} at least.`;
    default: return `Not confirmed: the search ended early. So far ${load} held.`;
  }
}

function lines(trials: Trial[]): ChartSeries[] {
  const show = (millis: number) => text(time(millis));
  return [
    { label: 'p50', hint: 'Half of the requests took at most this long.', values: trials.map((it) => it.p50_ms), colour: 'p50', show },
    { label: 'p95', hint: '95 of 100 requests took at most this long.', values: trials.map((it) => it.p95_ms), colour: 'p95', show },
    { label: 'p99', hint: '99 of 100 requests took at most this long.', values: trials.map((it) => it.p99_ms), colour: 'p99', show },
    { label: 'Failed', hint: 'Failed requests of all (scale at the right).', values: trials.map((it) => it.failure_rate), colour: 'dropped', dash: [6, 4], right: true,
      show: (share) => percent(share) },
  ];
}

function tableColumns(show: (load: number) => string): Column<Trial>[] {
  return [
    { key: 'load', title: 'Load', value: (row) => row.load, show: (row) => show(row.load) },
    { key: 'at', title: 'From', value: (row) => row.from_seconds, show: (row) => clock(row.from_seconds) },
    { key: 'purpose', title: 'Why', value: (row) => row.purpose },
    { key: 'outcome', title: 'Outcome', value: (row) => row.outcome, show: (row) => row.outcome.replace('_', ' '), bad: (row) => row.outcome === 'broken' },
    { key: 'rate', title: 'Req/s', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
    { key: 'p50', title: 'p50', value: (row) => row.p50_ms, show: (row) => brief(row.p50_ms) },
    { key: 'p95', title: 'p95', value: (row) => row.p95_ms, show: (row) => brief(row.p95_ms) },
    { key: 'p99', title: 'p99', value: (row) => row.p99_ms, show: (row) => brief(row.p99_ms) },
    { key: 'failed', title: 'Fails %', value: (row) => row.failure_rate, show: (row) => percent(row.failure_rate), bad: (row) => row.failure_rate > 0 },
  ];
}
