import { signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Column, Grid } from '../../components/Grid';
import { Segmented, type Choice } from '../../components/Segmented';
import { Spark } from '../../components/Spark';
import { brief, bytes, count, counted, percent, text } from '../../format';
import { FAILURE } from '../../report/text';
import { nextOrder, type Order, type Window } from '../../rows';
import { query } from '../api';
import { useAsked } from '../asked';
import type { EndpointPage, EndpointRow } from '../types';
import { tick } from './store';

type Group = 'none' | 'path' | 'method';

const GROUPS: Choice<Group>[] = [
  { value: 'none', label: 'Each', hint: 'One row for each method and name.' },
  { value: 'path', label: 'By path', hint: 'One row for each beginning of a path, such as /api/products, all methods together.' },
  { value: 'method', label: 'By method', hint: 'One row for each method.' },
];

type Percentile = 'p50' | 'p66' | 'p75' | 'p80' | 'p90' | 'p95' | 'p98' | 'p99' | 'p999' | 'p9999';
const PERCENTILES: Percentile[] = ['p50', 'p66', 'p75', 'p80', 'p90', 'p95', 'p98', 'p99', 'p999', 'p9999'];
const title = (of: Percentile) => of.replace(/^p99(9+)$/, 'p99.$1');

// What somebody has chosen outlives a look at another tab.
const group = signal<Group>('none');
const search = signal('');
const order = signal<Order>({ column: 'requests', descending: true });
const chosen = signal<ReadonlySet<Percentile>>(new Set<Percentile>(['p50', 'p95', 'p99']));

const number = (key: keyof EndpointRow & string, name: string, show: (value: number) => string, hint?: string): Column<EndpointRow> => ({
  key, title: name, value: (row) => Number(row[key]), show: (row) => show(Number(row[key])), ...(hint ? { hint } : {}),
});

function columns(percentiles: ReadonlySet<Percentile>, sized: boolean): Column<EndpointRow>[] {
  return [
    {
      key: 'name', title: 'Endpoint', value: (row) => `${row.method} ${row.name}`.trim(),
      show: (row) => <>{row.method && <span class="method">{row.method}</span>} {row.name}</>,
    },
    number('requests', 'Requests', count),
    { ...number('failures', 'Fails', count, FAILURE), bad: (row) => row.failures > 0 },
    { ...number('failure_rate', 'Fails %', percent, 'Failures in percent of the requests.'), bad: (row) => row.failures > 0 },
    number('requests_per_second', 'Req/s', brief, 'Requests per second.'),
    ...PERCENTILES.filter((it) => percentiles.has(it)).map((it) => number(it, title(it), brief, 'In milliseconds.')),
    number('mean', 'Mean', brief, 'In milliseconds.'),
    number('max', 'Max', brief, 'In milliseconds.'),
    ...(sized ? [number('bytes_mean', 'Size', (value) => text(bytes(value)), 'Mean size of a response.')] : []),
    {
      key: 'trend', title: 'Last 30 s', hint: 'Requests per second of the last half minute.', value: () => 0,
      show: (row) => (row.trend && row.trend.length > 1 ? <Spark values={row.trend} label={`Requests per second of ${row.name}.`} colour="rate" /> : ''),
    },
  ];
}

/** So many rows are asked for beyond those in view, so that scrolling finds them there. */
const AHEAD = 40;

/** The endpoints, sorted and searched by the server, of which only the rows in view are fetched. */
export function EndpointTable() {
  const view = useSignal<Window>({ first: 0, last: 40 });
  const box = useRef<HTMLDivElement>(null);
  const asked = useSignal(search.peek());
  useEffect(() => {
    const timer = setTimeout(() => {
      if (asked.value === search.value) return;
      asked.value = search.value;
      if (box.current) box.current.scrollTop = 0;
    }, 200);
    return () => clearTimeout(timer);
  }, [search.value]);

  const offset = Math.max(0, Math.floor((view.value.first - AHEAD) / 20) * 20);
  const limit = Math.ceil((view.value.last + AHEAD - offset) / 20) * 20;
  const { column, descending } = order.value;
  const path = `/run/endpoints${query({ sort: column, desc: descending, q: asked.value, group: group.value, offset, limit })}`;
  const page = useAsked<EndpointPage & { path: string }>(path, tick.value).value;
  const answered = useRef({ offset: 0 });
  const rows = useMemo(() => {
    answered.current = { offset };
    return page.value?.rows ?? [];
  }, [page.value]);
  const sized = typeof page.value?.rows[0]?.bytes_mean === 'number';
  const shown = useMemo(() => columns(chosen.value, sized), [chosen.value, sized]);
  const matching = page.value?.matching ?? 0;

  return (
    <>
      <div class="table-tools">
        <div class="search">
          <input type="search" placeholder="Search endpoints" aria-label="Search endpoints" value={search.value}
            onInput={(event) => (search.value = event.currentTarget.value)} />
          <span aria-live="polite">{asked.value ? `${count(matching)} of ${count(page.value?.total ?? 0)}` : counted(matching, 'row')}</span>
        </div>
        <Segmented label="Rows" choices={GROUPS} chosen={group} />
        <Percentiles />
      </div>
      <Grid label="Endpoints" columns={shown} order={order.value} count={matching} row={(index) => rows[index - answered.current.offset]}
        total={page.value?.all ? { ...page.value.all, name: 'Aggregated', method: '' } : undefined} box={box}
        sort={(it, numeric) => it.key !== 'trend' && (order.value = nextOrder(order.value, it.key, numeric))}
        onView={(now) => (view.value = now)}
        empty={page.error ?? (asked.value ? 'Nothing matches the search.' : 'No requests yet.')} />
    </>
  );
}

function Percentiles() {
  const toggle = (of: Percentile) => {
    const next = new Set(chosen.value);
    if (!next.delete(of)) next.add(of);
    chosen.value = next;
  };
  return (
    <details class="menu">
      <summary class="button">Percentiles</summary>
      <fieldset class="menu-box">
        <legend class="hidden">Which percentiles the table shows</legend>
        {PERCENTILES.map((it) => (
          <label key={it}>
            <input type="checkbox" checked={chosen.value.has(it)} onChange={() => toggle(it)} /> {title(it)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
