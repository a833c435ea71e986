import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, bytes, text, time } from '../format';
import type { Results, Threshold } from '../results';

const columns: Column<Threshold>[] = [
  { key: 'selector', title: 'Metric', value: (row) => row.selector, show: (row) => <code>{row.selector}</code> },
  { key: 'expression', title: 'Threshold', value: (row) => row.expression, show: (row) => <code>{row.expression}</code> },
  { key: 'value', title: 'Observed', value: (row) => row.value ?? -1, show: observed },
  { key: 'passed', title: 'Result', value: (row) => (row.passed ? 'met' : 'crossed'), bad: (row) => !row.passed,
    show: (row) => (row.passed ? '✓ met' : '✗ crossed') },
];

function observed(row: Threshold): string {
  if (row.value === null) return 'no values';
  if (row.contains === 'time') return text(time(row.value));
  return row.contains === 'data' ? text(bytes(row.value)) : brief(row.value);
}

export function Judgement({ results }: { results: Results }) {
  const { thresholds } = results.verdict;
  if (thresholds.length === 0) return null;
  return (
    <Section id="thresholds" title="Thresholds" hint="What the run is judged by: it passes when every threshold is met.">
      <DataTable label="Thresholds" columns={columns} rows={thresholds} order={{ column: 'passed', descending: false }} empty="" />
    </Section>
  );
}
