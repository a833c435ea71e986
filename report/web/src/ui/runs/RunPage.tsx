import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Header } from '../../report/Header';
import { ReportBody } from '../../report/Report';
import { put, query, remove } from '../api';
import { attempt, confirmed, focused } from '../Asking';
import { useAsked } from '../asked';
import { go, Link } from '../router';
import { comparePath } from '../routes';
import { operator } from '../session';
import type { RunPage as Page, StoredRun } from '../types';
import { when } from './text';

/** One run in full: the report, and what can be done with a run that is kept. */
export function RunPage({ id }: { id: string }) {
  const again = useSignal(0);
  const path = `/runs/${encodeURIComponent(id)}`;
  const { value: run, error } = useAsked<StoredRun>(path, again.value).value;
  useEffect(() => {
    if (run) document.title = `${run.name}, ${when(run.started_at)} – Spate`;
  }, [run]);
  if (!run) return <p class={error ? 'mistake box' : 'note'} role="status">{error ?? 'One moment…'}</p>;
  const changed = () => again.value++;
  return (
    <article class="stored">
      <div class="page-head">
        <p class="note crumbs">
          <Link to="/runs">Runs</Link> / {run.id}
          {run.commit && <> · commit <code>{run.commit}</code></>}
          {run.machine && <> · on {run.machine}</>}
          {Object.entries(run.tags ?? {}).map(([name, value]) => <span class="kind" key={name}>{name}={value}</span>)}
        </p>
        <Actions run={run} path={path} changed={changed} />
      </div>
      {run.results ? <Header results={run.results} /> : <h1>{run.name}</h1>}
      <Notes run={run} path={path} changed={changed} />
      {run.results && <ReportBody results={run.results} />}
    </article>
  );
}

interface Props {
  run: StoredRun;
  path: string;
  changed: () => void;
}

const FORMATS = [
  ['html', 'HTML report'],
  ['json', 'results.json'],
  ['csv', 'CSV'],
  ['markdown', 'Markdown'],
  ['junit', 'JUnit XML'],
] as const;

function Actions({ run, path, changed }: Props) {
  const baseline = async () => {
    const done = run.baseline ? 'This run is no baseline any more.' : 'This run is now the baseline.';
    if (await attempt(() => (run.baseline ? remove(`${path}/baseline`) : put(`${path}/baseline`)), done)) changed();
  };
  const forget = async () => {
    const text = 'The run and all its figures are deleted. This cannot be undone.';
    if (!(await confirmed({ title: 'Delete this run?', text, yes: 'Delete', danger: true }))) return;
    if (await attempt(() => remove(path), 'The run is deleted.')) go('/runs');
  };
  return (
    <div class="buttons">
      <CompareWith run={run} />
      <details class="menu">
        <summary class="button">Download</summary>
        <div class="menu-box">
          {FORMATS.map(([format, name]) => <a key={format} href={`/api/v1${path}/download${query({ format })}`} download>{name}</a>)}
        </div>
      </details>
      {operator.value && (
        <>
          <button type="button" class="button" aria-pressed={run.baseline} onClick={() => void baseline()}>{run.baseline ? '★ Baseline' : '☆ Make baseline'}</button>
          <button type="button" class="button quiet danger" onClick={() => void forget()}>Delete</button>
        </>
      )}
    </div>
  );
}

/** The runs of the same plan, to be compared with. */
function CompareWith({ run }: { run: StoredRun }) {
  const { value } = useAsked<Page>(`/runs${query({ plan: run.name, limit: 20 })}`).value;
  const others = (value?.runs ?? []).filter((it) => it.id !== run.id).slice(0, 10);
  if (others.length === 0) return null;
  return (
    <details class="menu">
      <summary class="button">Compare with</summary>
      <div class="menu-box">
        {others.map((it) => <Link key={it.id} to={comparePath([it.id, run.id])}>{when(it.started_at)}{it.baseline ? ' (baseline)' : ''}</Link>)}
        <Link to={`/trends${query({ plan: run.name })}`}>All of this plan over time</Link>
      </div>
    </details>
  );
}

function Notes({ run, path, changed }: Props) {
  const text = useSignal<string | null>(null);
  if (text.value === null) {
    if (!run.notes && !operator.value) return null;
    return (
      <div class="notes">
        {run.notes && <p>{run.notes}</p>}
        {operator.value && <button type="button" class="plain" onClick={() => (text.value = run.notes)}>{run.notes ? 'Edit the notes' : '+ Add notes'}</button>}
      </div>
    );
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await attempt(() => put(`${path}/notes`, { notes: text.value ?? '' }), 'The notes are kept.'))) return;
    text.value = null;
    changed();
  };
  return (
    <form class="notes" onSubmit={(event) => void save(event)}>
      <textarea aria-label="Notes" rows={3} ref={focused} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      <div class="buttons">
        <button type="submit" class="button primary">Save</button>
        <button type="button" class="button" onClick={() => (text.value = null)}>Cancel</button>
      </div>
    </form>
  );
}
