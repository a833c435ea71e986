import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, count, duration } from '../format';
import type { Phase, Times } from '../figures';
import type { Results, Scenario } from '../results';

const scenarioColumns: Column<Scenario>[] = [
  { key: 'name', title: 'Scenario', value: (row) => row.name },
  { key: 'description', title: 'Workload', value: description },
  { key: 'think', title: 'Think time', hint: 'The pause of a virtual user between two iterations.', value: (row) => row.think || 'none' },
  { key: 'iterations', title: 'Iterations', value: (row) => row.iterations, show: (row) => count(row.iterations) },
  { key: 'requests', title: 'Requests', value: (row) => row.requests, show: (row) => count(row.requests) },
  { key: 'failed', title: 'Script errors', hint: 'Iterations that ended in an error of the script.', value: (row) => row.failed_iterations,
    show: (row) => count(row.failed_iterations), bad: (row) => row.failed_iterations > 0 },
  { key: 'dropped', title: 'Dropped', hint: 'Iterations that were due and did not start, because no virtual user was free.',
    value: (row) => row.dropped_iterations, show: (row) => count(row.dropped_iterations), bad: (row) => row.dropped_iterations > 0 },
];

function description(row: Scenario): string {
  const after = row.after ? `, after ${row.after}` : '';
  const start = row.start_seconds > 0 ? `, ${duration(row.start_seconds)} later` : '';
  return row.description + (after || !start ? after + start : `, from ${duration(row.start_seconds)} on`);
}

const phase = (key: keyof Times, title: string): Column<Phase> => ({
  key, title, value: (row) => row.time_ms[key], show: (row) => brief(row.time_ms[key]),
});

const words: Record<string, string> = {
  blocked: 'Waiting for a connection',
  connecting: 'Connecting',
  tls_handshaking: 'TLS handshake',
  sending: 'Sending the request',
  waiting: 'Waiting for the first byte',
  receiving: 'Receiving the response',
};

const phaseColumns: Column<Phase>[] = [
  { key: 'name', title: 'Phase', value: (row) => words[row.name] ?? row.name },
  phase('avg', 'Avg'),
  phase('med', 'Med'),
  phase('p95', 'p95'),
  phase('p99', 'p99'),
  phase('max', 'Max'),
];

export function Workload({ results }: { results: Results }) {
  return (
    <>
      {results.phases.length > 0 && (
        <Section id="phases" title="Where the time goes" hint="The phases of all requests, in milliseconds. Connecting and TLS are 0 on connections that are used again.">
          <DataTable label="Phases of a request" columns={phaseColumns} rows={results.phases} order={{ column: 'avg', descending: true }} empty="" />
        </Section>
      )}
      <Section id="scenarios" title="Scenarios" hint="What was run: each scenario with its workload.">
        <DataTable label="Scenarios" columns={scenarioColumns} rows={results.scenarios} order={{ column: 'name', descending: false }} empty="" />
      </Section>
    </>
  );
}
