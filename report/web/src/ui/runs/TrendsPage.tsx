import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../../components/Chart';
import { type Column, DataTable } from '../../components/DataTable';
import { Section } from '../../components/Section';
import { brief, compact, percent, text, time, timeLabel } from '../../format';
import { P50, P95, P99 } from '../../report/text';
import { query } from '../api';
import { useAsked } from '../asked';
import { go, Link } from '../router';
import { runPath } from '../routes';
import type { RunPage as Page, StoredRun } from '../types';
import { day, outcomeOf, when } from './text';

/** The figures of a plan's runs, one after the other. */
export function TrendsPage({ plan }: { plan: string }) {
  const everything = useAsked<Page>(`/runs${query({ limit: 200 })}`).value.value;
  const plans = useMemo(() => everything?.plans ?? [...new Set((everything?.runs ?? []).map((it) => it.name))].sort(), [everything]);
  const chosen = plan || everything?.runs[0]?.name || '';
  const { value, error } = useAsked<{ runs: StoredRun[] }>(chosen ? `/trends${query({ plan: chosen, limit: 200 })}` : null).value;
  const choose = (it: string) => go(`/trends${query({ plan: it })}`, true);
  return (
    <>
      <div class="page-head">
        <h1>Trends</h1>
        {plans.length > 0 && (
          <select aria-label="Plan" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            {(plans.includes(chosen) ? plans : [chosen, ...plans]).map((it) => <option key={it} value={it}>{it}</option>)}
          </select>
        )}
      </div>
      {error && <p class="mistake box" role="alert">{error}</p>}
      {everything && everything.total === 0 && <p class="note">No run was kept yet.</p>}
      {value && value.runs.length > 0 && <Trend runs={value.runs} />}
    </>
  );
}

const millis = (value: number) => text(time(value));

const columns: Column<StoredRun>[] = [
  { key: 'started', title: 'Started', value: (row) => row.started_at, show: (row) => <Link to={runPath(row.id)}>{when(row.started_at)}</Link> },
  { key: 'outcome', title: 'Outcome', value: (row) => outcomeOf(row).word, show: (row) => <span class={`pill ${outcomeOf(row).tone}`}>{outcomeOf(row).word}</span> },
  { key: 'environment', title: 'Environment', value: (row) => row.environment ?? '' },
  { key: 'p50', title: 'p50', value: (row) => row.p50, show: (row) => brief(row.p50) },
  { key: 'p95', title: 'p95', value: (row) => row.p95, show: (row) => brief(row.p95) },
  { key: 'p99', title: 'p99', value: (row) => row.p99, show: (row) => brief(row.p99) },
  { key: 'rate', title: 'Req/s', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
  { key: 'share', title: 'Fails %', value: (row) => row.failure_rate, show: (row) => percent(row.failure_rate), bad: (row) => row.failure_rate > 0.01 },
  { key: 'commit', title: 'Commit', value: (row) => row.commit ?? '', show: (row) => <code>{row.commit ?? ''}</code> },
];

function Trend({ runs }: { runs: StoredRun[] }) {
  const chart = useMemo(() => {
    const x: ChartX = {
      values: runs.map((_, at) => at),
      steps: [1, 2, 5, 10, 20, 50, 100],
      toEdge: true,
      label: (at) => (runs[at] ? day(runs[at].started_at) : ''),
      show: (at) => (runs[at] ? `${when(runs[at].started_at)}${runs[at].commit ? `, ${runs[at].commit}` : ''}` : ''),
    };
    const baseline = runs.findLastIndex((it) => it.baseline);
    return { x, group: 'trends', newest: true, marked: baseline < 0 ? undefined : { at: baseline, label: 'baseline' } };
  }, [runs]);
  const series = useMemo(() => lines(runs), [runs]);
  return (
    <>
      <Section id="trend-times" title="Response times" hint="Percentiles of each run, the oldest at the left.">
        <Chart label="Percentiles of each run, one after the other." {...chart} series={series.times} y={timeLabel} />
      </Section>
      <div class="pair">
        <Section id="trend-rate" title="Requests per second" hint="Over each whole run.">
          <Chart label="Requests per second of each run." {...chart} series={series.rate} y={compact} height={180} />
        </Section>
        <Section id="trend-failures" title="Failures" hint="Failures in percent of the requests.">
          <Chart label="Failures of each run." {...chart} series={series.failures} y={percent} height={180} />
        </Section>
      </div>
      <Section id="trend-runs" title="Runs" hint="The runs above. Times are in milliseconds.">
        <DataTable label="Runs of the plan" columns={columns} rows={runs} order={{ column: 'started', descending: true }} empty="" />
      </Section>
    </>
  );
}

function lines(runs: StoredRun[]): { times: ChartSeries[]; rate: ChartSeries[]; failures: ChartSeries[] } {
  const of = (key: 'p50' | 'p95' | 'p99', hint: string): ChartSeries => ({ label: key, hint, values: runs.map((it) => it[key]), colour: key, show: millis });
  return {
    times: [of('p50', P50), of('p95', P95), of('p99', P99)],
    rate: [{ label: 'Requests/s', hint: 'Requests per second over the run.', values: runs.map((it) => it.requests_per_second), colour: 'rate', show: brief }],
    failures: [{ label: 'Failures', hint: 'Of all requests.', values: runs.map((it) => it.failure_rate), colour: 'failures', area: true, show: percent }],
  };
}
