import { useMemo } from 'preact/hooks';
import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { Segmented } from '../components/Segmented';
import { brief, count, percent } from '../format';
import { type Times, type TimeKind, timesOf } from '../figures';
import type { Endpoint, Results } from '../results';
import { timeKind, timeKinds } from './state';
import { FAILURE } from './text';

const ORDER = { column: 'requests', descending: true };
const searched = (row: Endpoint) => `${row.method} ${row.name} ${row.scenarios.join(' ')}`;

const name: Column<Endpoint> = {
  key: 'name',
  title: 'Endpoint',
  value: (row) => `${row.method} ${row.name}`.trim(),
  show: (row) => (
    <>
      {row.method && <span class="method">{row.method}</span>} {row.name}
    </>
  ),
};

const requests: Column<Endpoint> = { key: 'requests', title: 'Requests', value: (row) => row.requests, show: (row) => count(row.requests) };

const statistics = (kind: TimeKind): Column<Endpoint>[] => [
  name,
  requests,
  { key: 'failures', title: 'Fails', hint: FAILURE, value: (row) => row.failures, show: (row) => count(row.failures), bad: (row) => row.failures > 0 },
  { key: 'share', title: 'Fails %', hint: 'Failures in percent of the requests.', value: share, show: (row) => percent(share(row)), bad: (row) => row.failures > 0 },
  { key: 'rate', title: 'Req/s', hint: 'Requests per second.', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
  millis(kind, 'avg', 'Avg', 'Mean, in milliseconds.'),
  millis(kind, 'min', 'Min', 'Fastest, in milliseconds.'),
  millis(kind, 'med', 'Med', 'Median, in milliseconds.'),
  millis(kind, 'p95', 'p95', '95th percentile, in milliseconds.'),
  millis(kind, 'max', 'Max', 'Slowest, in milliseconds.'),
];

const percentiles = (kind: TimeKind): Column<Endpoint>[] => [
  name,
  requests,
  millis(kind, 'med', '50%', 'Half of the requests were at least this fast, in milliseconds.'),
  millis(kind, 'p75', '75%', '75 of 100 requests were at least this fast, in milliseconds.'),
  millis(kind, 'p90', '90%', '90 of 100 requests were at least this fast, in milliseconds.'),
  millis(kind, 'p95', '95%', '95 of 100 requests were at least this fast, in milliseconds.'),
  millis(kind, 'p99', '99%', '99 of 100 requests were at least this fast, in milliseconds.'),
  millis(kind, 'p99_9', '99.9%', '999 of 1,000 requests were at least this fast, in milliseconds.'),
  millis(kind, 'max', '100%', 'The slowest request, in milliseconds.'),
];

function share(row: Endpoint): number {
  return row.requests === 0 ? 0 : row.failures / row.requests;
}

function millis(kind: TimeKind, key: keyof Times, title: string, hint: string): Column<Endpoint> {
  return { key, title, hint, value: (row) => timesOf(row, kind)[key], show: (row) => brief(timesOf(row, kind)[key]) };
}

export function Endpoints({ results }: { results: Results }) {
  const kind = timeKind.value;
  const total = useMemo(() => aggregated(results), [results]);
  const first = useMemo(() => statistics(kind), [kind]);
  const second = useMemo(() => percentiles(kind), [kind]);
  const table = {
    rows: results.endpoints, order: ORDER, search: searched, searchLabel: 'Search endpoints', total, empty: 'No requests were made.',
  };
  const choice = <Segmented label="Which time" choices={timeKinds} chosen={timeKind} />;
  return (
    <>
      <Section id="statistics" title="Request statistics" hint="One row for each method and name. Times are in milliseconds." tools={choice}>
        <DataTable label="Request statistics" columns={first} {...table} />
        {results.endpoints_folded > 0 && (
          <p class="note">The {count(results.endpoints_folded)} endpoints with the fewest requests are folded into the row “(other)”.</p>
        )}
      </Section>
      <Section id="percentiles" title="Response time percentiles" hint="How fast each endpoint answered its requests. Times are in milliseconds." tools={choice}>
        <DataTable label="Response time percentiles" columns={second} {...table} />
      </Section>
    </>
  );
}

function aggregated({ totals }: Results): Endpoint {
  return {
    method: '',
    name: 'Aggregated',
    scenarios: [],
    requests: totals.requests,
    failures: totals.failures,
    requests_per_second: totals.requests_per_second,
    failures_per_second: 0,
    service_time_ms: totals.service_time_ms,
    response_time_ms: totals.response_time_ms,
  };
}
