import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { Spark } from '../components/Spark';
import { clock, count, percent } from '../format';
import type { Check, FailureKind, RequestError, Results } from '../results';
import { path } from './Custom';
import { FAILURE, failureKind } from './text';

const seen = (seconds: number | null) => (seconds === null ? '' : clock(seconds));

const errorColumns: Column<RequestError>[] = [
  { key: 'error', title: 'Error', value: (row) => row.error || (row.status ? `HTTP ${row.status}` : 'no response') },
  { key: 'count', title: 'Count', value: (row) => row.count, show: (row) => count(row.count) },
  { key: 'name', title: 'Endpoint', value: (row) => `${row.method} ${row.name}`.trim(), show: (row) => (
    <><span class="method">{row.method}</span> {row.name}</>
  ) },
  { key: 'first', title: 'First', hint: 'When it was first seen, since the start of the run.', value: (row) => row.first_seconds ?? -1, show: (row) => seen(row.first_seconds) },
  { key: 'last', title: 'Last', hint: 'When it was last seen, since the start of the run.', value: (row) => row.last_seconds ?? -1, show: (row) => seen(row.last_seconds) },
  { key: 'status', title: 'Status', value: (row) => (row.status === '0' ? '' : row.status) },
  { key: 'code', title: 'Code', hint: 'The kind of error as a number, as k6 numbers them.', value: (row) => row.error_code },
];

const checkColumns: Column<Check>[] = [
  { key: 'name', title: 'Check', value: (row) => (row.group ? `${path(row.group)} / ${row.name}` : row.name) },
  { key: 'passes', title: 'Passed', value: (row) => row.passes, show: (row) => count(row.passes) },
  { key: 'fails', title: 'Failed', value: (row) => row.fails, show: (row) => count(row.fails), bad: (row) => row.fails > 0 },
  { key: 'share', title: 'Passed %', value: passed, show: (row) => percent(passed(row)), bad: (row) => row.fails > 0 },
];

function passed(row: Check): number {
  const all = row.passes + row.fails;
  return all === 0 ? 1 : row.passes / all;
}

const errorText = (row: RequestError) => `${row.method} ${row.name} ${row.status} ${row.error} ${row.error_code}`;

export function Problems({ results }: { results: Results }) {
  return (
    <>
      <Section id="failures" title="Failures" hint={FAILURE}>
        {results.failure_kinds?.length > 0 && <Kinds kinds={results.failure_kinds} />}
        {results.errors.length === 0 ? (
          <p class="note">No request failed.</p>
        ) : (
          <DataTable label="Failures" columns={errorColumns} rows={results.errors} order={{ column: 'count', descending: true }}
            search={errorText} searchLabel="Search failures" empty="" />
        )}
        {results.errors_folded > 0 && <p class="note">{count(results.errors_folded)} further kinds of failure are not listed.</p>}
      </Section>
      {results.checks.length > 0 && (
        <Section id="checks" title="Checks" hint="What the script itself expects of responses. A failed check is counted and does not fail the request.">
          <DataTable label="Checks" columns={checkColumns} rows={results.checks} order={{ column: 'fails', descending: true }}
            search={(row) => row.name} searchLabel="Search checks" empty="" />
          {results.checks_folded > 0 && <p class="note">{count(results.checks_folded)} further checks are not listed.</p>}
        </Section>
      )}
      {results.script_errors.length > 0 && <ScriptErrors results={results} />}
    </>
  );
}

/** The kinds of failures, each with its course over the run and one of them. */
function Kinds({ kinds }: { kinds: FailureKind[] }) {
  return (
    <ul class="details-list kinds">
      {kinds.map((kind) => (
        <li key={kind.kind}>
          <details>
            <summary>
              <span class="times">{count(kind.count)}×</span>
              <span class="message">{failureKind(kind.kind)}</span>
              <Spark values={kind.per_second} label={`${failureKind(kind.kind)} over the run.`} />
              <span class="where">{clock(kind.first_seconds)} – {clock(kind.last_seconds)}</span>
            </summary>
            <pre tabIndex={0}>{kind.sample || 'No sample was kept.'}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}

function ScriptErrors({ results }: { results: Results }) {
  return (
    <Section id="script-errors" title="Script errors" hint="Errors of the script itself. Each ended one iteration.">
      <ul class="details-list script-errors">
        {results.script_errors.map((error, index) => (
          <li key={index}>
            <details>
              <summary>
                <span class="times">{count(error.count)}×</span>
                <span class="message">{error.message}</span>
                <span class="where">{error.scenario}</span>
              </summary>
              <pre tabIndex={0}>{error.trace || 'There is no trace.'}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
