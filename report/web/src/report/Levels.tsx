import { useMemo } from 'preact/hooks';
import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, clock, count, percent } from '../format';
import { type TimeKind, timesOf } from '../figures';
import type { Level, Results } from '../results';
import { timeKind } from './state';
import { outcome } from './text';

const columns = (kind: TimeKind, judged: boolean): Column<Level>[] => [
  { key: 'from', title: 'From', value: (row) => row.from_seconds, show: (row) => clock(row.from_seconds) },
  { key: 'requests', title: 'Requests', value: (row) => row.requests, show: (row) => count(row.requests) },
  { key: 'rate', title: 'Req/s', hint: 'Requests per second.', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
  time(kind, 'med', 'p50'),
  time(kind, 'p95', 'p95'),
  time(kind, 'p99', 'p99'),
  { key: 'share', title: 'Fails %', hint: 'Failures in percent of the requests.', value: (row) => row.failure_rate,
    show: (row) => percent(row.failure_rate), bad: (row) => row.failures > 0 },
  ...(judged ? [verdict] : []),
];

const name: Column<Level> = { key: 'name', title: 'Level', value: (row) => row.name };

const verdict: Column<Level> = {
  key: 'verdict', title: 'Thresholds', value: (row) => row.verdict, show: (row) => outcome(row.verdict), bad: (row) => row.verdict === 'crossed',
};

function time(kind: TimeKind, key: 'med' | 'p95' | 'p99', title: string): Column<Level> {
  return { key, title, hint: `${title}, in milliseconds.`, value: (row) => timesOf(row, kind)[key], show: (row) => brief(timesOf(row, kind)[key]) };
}

/** What each level of load came to. */
export function Levels({ results }: { results: Results }) {
  const levels = results.levels ?? [];
  const judged = levels.some((it) => it.verdict !== '');
  const kind = timeKind.value;
  const all = useMemo(() => [name, ...columns(kind, judged)], [kind, judged]);
  if (levels.length < 2 && !judged) return null;
  return (
    <Section id="levels" title="Levels of load" hint="How the target did at each number of users, or each rate. Times are in milliseconds; seconds in which the load changed are left out.">
      <DataTable label="Levels of load" columns={all} rows={levels} order={{ column: 'from', descending: false }} empty="" />
    </Section>
  );
}
