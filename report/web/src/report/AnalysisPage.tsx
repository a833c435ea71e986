import { useMemo } from 'preact/hooks';
import type { Analyzed, AnalyzedEndpoint, AnalyzedFailure, Moment } from '../analysis';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { type Column, DataTable } from '../components/DataTable';
import { Masthead } from '../components/Masthead';
import { Section } from '../components/Section';
import { brief, clock, compact, count, duration, percent, text, time, timeLabel } from '../format';
import { STEPS } from './OverTime';
import { FAILURE, P50, P95, P99 } from './text';

/** What spate analyze read out of result files, one after the other. */
export function AnalysisPage({ files }: { files: Analyzed[] }) {
  return (
    <>
      <Masthead />
      <header>
        <h1>{files.length === 1 ? files[0]?.file : 'Result files'}</h1>
      </header>
      <main>
        {files.map((it, at) => <File key={at} of={it} id={`file-${at + 1}`} named={files.length > 1} />)}
      </main>
      <footer>
        <span>Spate</span>
        <span>What a file does not tell is a dash.</span>
      </footer>
    </>
  );
}

const dash = '–';
const or = (value: number | undefined, show: (value: number) => string) => (value === undefined ? dash : show(value));

const millis = (key: string, title: string, of: (row: AnalyzedEndpoint) => number | undefined): Column<AnalyzedEndpoint> => ({
  key, title, hint: `${title}, in milliseconds.`, value: (row) => of(row) ?? 0, show: (row) => or(of(row), brief),
});

const endpoints: Column<AnalyzedEndpoint>[] = [
  { key: 'name', title: 'Endpoint', value: (row) => `${row.method} ${row.name}`.trim() },
  { key: 'requests', title: 'Requests', value: (row) => row.requests ?? 0, show: (row) => or(row.requests, count) },
  { key: 'failures', title: 'Fails', hint: FAILURE, value: (row) => row.failures ?? 0, show: (row) => or(row.failures, count), bad: (row) => (row.failures ?? 0) > 0 },
  { key: 'success', title: 'Success', value: (row) => row.success_rate ?? 0, show: (row) => or(row.success_rate, percent) },
  { key: 'rate', title: 'Req/s', hint: 'Requests per second.', value: (row) => row.requests_per_second ?? 0, show: (row) => or(row.requests_per_second, brief) },
  millis('avg', 'Avg', (row) => row.time_ms.avg),
  millis('p50', 'p50', (row) => row.time_ms.percentiles['50']),
  millis('p95', 'p95', (row) => row.time_ms.percentiles['95']),
  millis('p99', 'p99', (row) => row.time_ms.percentiles['99']),
  millis('max', 'Max', (row) => row.time_ms.max),
];

const failures: Column<AnalyzedFailure>[] = [
  { key: 'name', title: 'Endpoint', value: (row) => `${row.method} ${row.name}`.trim() },
  { key: 'error', title: 'Error', value: (row) => row.error },
  { key: 'count', title: 'Count', value: (row) => row.count, show: (row) => count(row.count) },
];

function File({ of, id, named }: { of: Analyzed; id: string; named: boolean }) {
  return (
    <>
      {named && <h1>{of.file}</h1>}
      <p class="facts">
        <span>{of.format.replaceAll('_', ' ')}</span>
        {of.started_at && <span>from {of.started_at}</span>}
        {of.seconds !== undefined && <span>{duration(of.seconds)}</span>}
      </p>
      {of.notices.map((it) => <p key={it} class="note">{it}</p>)}
      {of.timeline.length > 1 && <Course of={of.timeline} id={id} />}
      <Section id={`${id}-endpoints`} title="Endpoints" hint="Times are in milliseconds.">
        <DataTable label="Endpoints" columns={endpoints} rows={of.endpoints} order={{ column: 'requests', descending: true }} total={of.total}
          search={(row) => `${row.method} ${row.name}`} searchLabel="Search endpoints" empty="The file tells of no endpoint." />
      </Section>
      {of.failures.length > 0 && (
        <Section id={`${id}-failures`} title="Failures" hint={FAILURE}>
          <DataTable label="Failures" columns={failures} rows={of.failures} order={{ column: 'count', descending: true }}
            search={(row) => `${row.method} ${row.name} ${row.error}`} searchLabel="Search failures" empty="" />
        </Section>
      )}
    </>
  );
}

function Course({ of, id }: { of: Moment[]; id: string }) {
  const drawn = useMemo(() => series(of), [of]);
  const x: ChartX = useMemo(() => ({ values: of.map((it) => it.seconds), label: clock, show: clock, steps: STEPS }), [of]);
  return (
    <>
      <Section id={`${id}-rate`} title="Requests and failures" hint="How many requests ended per second, and how many of them failed.">
        <Chart label="Requests and failures per second over time." x={x} series={drawn.rates} y={compact} group={id} height={180} />
      </Section>
      <Section id={`${id}-times`} title="Response times" hint="How long requests took.">
        <Chart label="Percentiles of the time over time." x={x} series={drawn.times} y={timeLabel} group={id} />
      </Section>
    </>
  );
}

function series(of: Moment[]): { rates: ChartSeries[]; times: ChartSeries[] } {
  const show = (value: number) => text(time(value));
  const line = (label: string, hint: string, colour: string, value: (it: Moment) => number | undefined, as: (value: number) => string): ChartSeries => ({
    label, hint, colour, values: of.map((it) => value(it) ?? null), show: as,
  });
  const perSecond = (value: number) => `${brief(value)}/s`;
  return {
    rates: [
      line('Requests/s', 'Requests finished per second.', 'rate', (it) => it.requests_per_second, perSecond),
      line('Failures/s', 'Failed requests per second.', 'failures', (it) => it.failures_per_second, perSecond),
    ],
    times: [
      line('p50', P50, 'p50', (it) => it.p50_ms, show),
      line('p95', P95, 'p95', (it) => it.p95_ms, show),
      line('p99', P99, 'p99', (it) => it.p99_ms, show),
    ],
  };
}
