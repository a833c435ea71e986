import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, bytes, count, percent, text, time } from '../format';
import type { Metric, Times } from '../figures';
import type { Group, Results } from '../results';

const millis = (key: keyof Times, title: string): Column<Group> => ({
  key, title, value: (row) => row.duration_ms[key], show: (row) => brief(row.duration_ms[key]),
});

const groupColumns: Column<Group>[] = [
  { key: 'path', title: 'Group', value: (row) => path(row.path) },
  { key: 'count', title: 'Count', value: (row) => row.count, show: (row) => count(row.count) },
  millis('avg', 'Avg'), millis('min', 'Min'), millis('med', 'Med'), millis('p95', 'p95'), millis('p99', 'p99'), millis('max', 'Max'),
];

/** A group's path for people. */
export function path(of: string): string {
  return of.replace(/^::/, '').replaceAll('::', ' / ');
}

/** One value of a metric in what it contains. */
function shown(metric: Metric, value: number): string {
  if (metric.contains === 'time') return text(time(value));
  return metric.contains === 'data' ? text(bytes(value)) : Number.isInteger(value) ? count(value) : brief(value);
}

const cells = (metric: Metric, names: string[]) => names.map((it) => `${it} ${shown(metric, metric.values[it] ?? 0)}`).join(', ');

/** The figure that a metric is about. */
function value(metric: Metric): string {
  const of = (name: string) => metric.values[name] ?? 0;
  if (metric.type === 'counter') return shown(metric, of('count'));
  if (metric.type === 'gauge') return shown(metric, of('value'));
  return metric.type === 'rate' ? percent(of('rate')) : `${shown(metric, of('avg'))} avg`;
}

function more(metric: Metric): string {
  const of = (name: string) => metric.values[name] ?? 0;
  if (metric.type === 'counter') return `${metric.contains === 'data' ? text(bytes(of('rate'))) : brief(of('rate'))}/s`;
  if (metric.type === 'gauge') return cells(metric, ['min', 'max']);
  if (metric.type === 'rate') return `${count(of('passes'))} of ${count(of('passes') + of('fails'))}`;
  return cells(metric, ['min', 'med', 'p(95)', 'p(99)', 'max']);
}

const metricColumns: Column<Metric>[] = [
  { key: 'name', title: 'Metric', value: (row) => row.selector, show: (row) => <code>{row.selector}</code> },
  { key: 'type', title: 'Type', value: (row) => row.type },
  { key: 'value', title: 'Value', value },
  { key: 'more', title: 'Details', value: more },
];

/** What the script measures itself: groups of its steps, and metrics of its own. */
export function Custom({ results }: { results: Results }) {
  const metrics = (results.metrics ?? []).filter((it) => it.custom);
  const groups = results.groups ?? [];
  return (
    <>
      {metrics.length > 0 && (
        <Section id="custom" title="Custom metrics" hint="What the script counts and measures itself.">
          <DataTable label="Custom metrics" columns={metricColumns} rows={metrics} order={{ column: 'name', descending: false }} empty="" />
        </Section>
      )}
      {groups.length > 0 && (
        <Section id="groups" title="Groups" hint="How long the script's groups of steps took, pauses within them included, in milliseconds.">
          <DataTable label="Groups" columns={groupColumns} rows={groups} order={{ column: 'path', descending: false }} empty="" />
        </Section>
      )}
    </>
  );
}
