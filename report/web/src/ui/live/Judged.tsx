import { type Column, DataTable } from '../../components/DataTable';
import { brief, count, percent } from '../../format';
import { useAsked } from '../asked';
import type { Check, ThresholdState } from '../types';
import { thresholds, tick } from './store';

const WORDS = { met: '✓ met', warned: '! within its tolerance', crossed: '✗ crossed', unknown: 'no values yet' };

/** What the run is judged by, and how much room there is left. */
export function Thresholds() {
  if (thresholds.value.length === 0) return <p class="note">The plan sets no thresholds, so there is nothing to judge by.</p>;
  return (
    <ul class="margins">
      {thresholds.value.map((it) => (
        <li key={it.text} class={it.state}>
          <code>{it.text}</code>
          <span class="state">{WORDS[it.state]}</span>
          <Margin of={it} />
          <span class="left">{left(it)}</span>
          {it.abort_on_fail && <span class="note">ends the run when it is crossed</span>}
        </li>
      ))}
    </ul>
  );
}

function left({ value, limit, margin }: ThresholdState): string {
  if (value === null) return '';
  const figures = limit === null ? brief(value) : `${brief(value)} of ${brief(limit)}`;
  if (margin === null) return figures;
  return margin < 0 ? `${figures}, ${percent(-margin)} over` : `${figures}, ${percent(margin)} left`;
}

function Margin({ of: { margin, value } }: { of: ThresholdState }) {
  if (margin === null || value === null) return <span />;
  const used = Math.min(1, Math.max(0, 1 - margin));
  return <meter min={0} max={1} value={used} high={0.8} optimum={0} aria-label={`${percent(used)} of the limit is used`} />;
}

const passed = (row: Check) => (row.passes + row.fails === 0 ? 1 : row.passes / (row.passes + row.fails));

const columns: Column<Check>[] = [
  { key: 'name', title: 'Check', value: (row) => row.name },
  { key: 'passes', title: 'Passed', value: (row) => row.passes, show: (row) => count(row.passes) },
  { key: 'fails', title: 'Failed', value: (row) => row.fails, show: (row) => count(row.fails), bad: (row) => row.fails > 0 },
  { key: 'share', title: 'Passed %', value: passed, show: (row) => percent(passed(row)), bad: (row) => row.fails > 0 },
];

/** What the script expects of responses. */
export function Checks() {
  const { value, error } = useAsked<{ checks: Check[] }>('/run/checks', tick.value).value;
  if (!value) return <p class="note">{error ?? 'One moment…'}</p>;
  if (value.checks.length === 0) return <p class="note">The script checks nothing itself.</p>;
  return (
    <DataTable label="Checks" columns={columns} rows={value.checks} order={{ column: 'fails', descending: true }}
      search={(row) => row.name} searchLabel="Search checks" empty="" />
  );
}
