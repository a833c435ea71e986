import { useMemo } from 'preact/hooks';
import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, bytes, clock, percent, text, time } from '../format';
import type { Results, Threshold } from '../results';
import { outcome } from './text';

const observation: Column<Threshold> = { key: 'value', title: 'Observed', value: (row) => row.value ?? -1, show: observed };

const result: Column<Threshold> = {
  key: 'outcome', title: 'Result', value: (row) => row.outcome, bad: (row) => !row.passed, show: (row) => (
    <span class={row.outcome}>{outcome(row.outcome)}</span>
  ),
};

const columns: Column<Threshold>[] = [
  { key: 'selector', title: 'Metric', value: (row) => row.selector, show: (row) => <code>{row.selector}</code> },
  { key: 'expression', title: 'Threshold', value: (row) => row.expression, show: (row) => <code>{row.expression}</code> },
  observation,
  { key: 'worst', title: 'Worst at', hint: 'Of a sliding window: where its worst stretch began.', value: (row) => row.worst_seconds ?? -1,
    show: (row) => (typeof row.worst_seconds === 'number' ? clock(row.worst_seconds) : '') },
  { key: 'budget', title: 'Budget left', hint: 'Of a share that may fail: how much of that is left. Below 0 % more failed than may.',
    value: (row) => row.budget_left ?? 2, show: (row) => (typeof row.budget_left === 'number' ? `${brief(row.budget_left * 100)}%` : '') },
  result,
];

function observed(row: Threshold): string {
  if (row.value === null) return 'no values';
  if (row.contains === 'time') return text(time(row.value));
  if (row.type === 'rate') return percent(row.value);
  return row.contains === 'data' ? text(bytes(row.value)) : brief(row.value);
}

export function Judgement({ results }: { results: Results }) {
  const { thresholds } = results.verdict;
  const shown = useMemo(
    () => columns.filter((it) => (it.key !== 'worst' && it.key !== 'budget') || thresholds.some((row) => it.show?.(row) !== '')),
    [thresholds],
  );
  if (thresholds.length === 0) return null;
  return (
    <Section id="thresholds" title="Thresholds" hint="What the run is judged by: it passes when every threshold is met.">
      <DataTable label="Thresholds" columns={shown} rows={thresholds} order={{ column: 'outcome', descending: false }} empty="" />
    </Section>
  );
}
