import { signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Column, DataTable } from '../../components/DataTable';
import { brief, count, counted, duration, percent } from '../../format';
import { query } from '../api';
import { useAsked } from '../asked';
import { going } from '../live/store';
import { go, Link } from '../router';
import { comparePath, runPath } from '../routes';
import type { RunPage as Page, StoredRun } from '../types';
import { outcomeOf, when } from './text';

const STEP = 200;
/** The server gives no more at once; a search finds the others. */
const MOST = 500;
const picked = signal<readonly string[]>([]);

const millis = (key: 'p50' | 'p95' | 'p99'): Column<StoredRun> => ({
  key, title: key, hint: 'In milliseconds.', value: (row) => row[key] ?? 0, show: (row) => brief(row[key] ?? 0),
});

const columns: Column<StoredRun>[] = [
  {
    key: 'name', title: 'Run', value: (row) => row.name, show: (row) => (
      <span class="run-name">
        <input type="checkbox" aria-label={`Pick ${row.name} of ${when(row.started_at)} for a comparison`} checked={picked.value.includes(row.id)} onChange={() => pick(row.id)} />
        <Link to={runPath(row.id)}>{row.name}</Link>
        {row.baseline && <span class="kind">baseline</span>}
        {row.notes && <span class="has-note" title={row.notes} aria-label="Has notes">✎</span>}
      </span>
    ),
  },
  { key: 'started', title: 'Started', value: (row) => row.started_at, show: (row) => when(row.started_at) },
  {
    key: 'outcome', title: 'Outcome', value: (row) => outcomeOf(row).word, show: (row) => <span class={`pill ${outcomeOf(row).tone}`}>{outcomeOf(row).word}</span>,
  },
  { key: 'environment', title: 'Environment', value: (row) => row.environment ?? '' },
  { key: 'elapsed', title: 'Length', value: (row) => row.elapsed_ms, show: (row) => duration(row.elapsed_ms / 1000) },
  { key: 'requests', title: 'Requests', value: (row) => row.requests, show: (row) => count(row.requests) },
  { key: 'rate', title: 'Req/s', hint: 'Requests per second.', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
  { key: 'share', title: 'Fails %', hint: 'Failures in percent of the requests.', value: (row) => row.failure_rate, show: (row) => percent(row.failure_rate), bad: (row) => row.failure_rate > 0.01 },
  millis('p50'), millis('p95'), millis('p99'),
  { key: 'commit', title: 'Commit', value: (row) => row.commit ?? '', show: (row) => <code>{row.commit ?? ''}</code> },
];

function pick(id: string): void {
  picked.value = picked.value.includes(id) ? picked.value.filter((it) => it !== id) : [...picked.value, id].slice(-6);
}

/** The runs that were kept, the newest first. */
export function RunsPage() {
  const search = useSignal('');
  const asked = useSignal('');
  const plan = useSignal('');
  const environment = useSignal('');
  const limit = useSignal(STEP);
  useEffect(() => {
    const timer = setTimeout(() => (asked.value = search.value), 200);
    return () => clearTimeout(timer);
  }, [search.value]);
  const path = `/runs${query({ q: asked.value, plan: plan.value, environment: environment.value, offset: 0, limit: limit.value })}`;
  const { value, error } = useAsked<Page>(path, going.value).value;
  const everything = useAsked<Page>(`/runs${query({ offset: 0, limit: STEP })}`, going.value).value.value;
  const plans = useMemo(() => value?.plans ?? everything?.plans ?? distinct(everything, (it) => it.name), [value, everything]);
  const environments = useMemo(() => value?.environments ?? everything?.environments ?? distinct(everything, (it) => it.environment ?? ''), [value, everything]);
  // Picks are drawn by the rows, so the columns change with them.
  const drawn = useMemo(() => [...columns], [picked.value]);
  const filtered = Boolean(asked.value || plan.value || environment.value);

  return (
    <>
      <div class="page-head">
        <h1>Runs</h1>
        <Picked runs={value?.runs ?? []} />
      </div>
      <div class="table-tools">
        <div class="search">
          <input type="search" placeholder="Search runs" aria-label="Search runs" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
          <span aria-live="polite">{value ? counted(value.total, 'run') : ''}</span>
        </div>
        <Filter label="Plan" all="All plans" of={plans} chosen={plan.value} choose={(it) => (plan.value = it)} />
        <Filter label="Environment" all="All environments" of={environments} chosen={environment.value} choose={(it) => (environment.value = it)} />
      </div>
      {error && <p class="mistake box" role="alert">{error}</p>}
      {value && (
        <DataTable label="Runs" columns={drawn} rows={value.runs} order={{ column: 'started', descending: true }}
          empty={filtered ? 'No run matches.' : 'No run was kept yet. Every test that ends is kept here.'} />
      )}
      {value && value.total > value.runs.length && (
        <p class="note">
          {limit.value < MOST && <button type="button" class="button" onClick={() => (limit.value = Math.min(MOST, limit.value + STEP))}>Show more</button>}
          {' '}{count(value.runs.length)} of {count(value.total)}{limit.value >= MOST && '; search to find the others'}
        </p>
      )}
    </>
  );
}

function distinct(page: Page | null, of: (run: StoredRun) => string): string[] {
  return [...new Set((page?.runs ?? []).map(of))].filter(Boolean).sort();
}

/** What can be done with the runs that are picked; the oldest is what the others are held against. */
function Picked({ runs }: { runs: StoredRun[] }) {
  const ids = picked.value;
  if (ids.length === 0) return <p class="note">Pick two or more to compare them.</p>;
  const started = (id: string) => runs.find((it) => it.id === id)?.started_at ?? '';
  const ordered = [...ids].sort((one, other) => started(one).localeCompare(started(other)));
  return (
    <div class="buttons">
      <button type="button" class="button quiet" onClick={() => (picked.value = [])}>Clear</button>
      <button type="button" class="button primary" disabled={ids.length < 2} onClick={() => go(comparePath(ordered))}>
        Compare {ids.length === 1 ? '(pick another)' : `${ids.length} runs`}
      </button>
    </div>
  );
}

interface FilterProps {
  label: string;
  all: string;
  of: string[];
  chosen: string;
  choose: (value: string) => void;
}

export function Filter({ label, all, of, chosen, choose }: FilterProps) {
  return (
    <select aria-label={label} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{all}</option>
      {of.map((it) => <option key={it} value={it}>{it}</option>)}
    </select>
  );
}
