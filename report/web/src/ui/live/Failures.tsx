import { clock, count, text, time } from '../../format';
import { failureKind } from '../../report/text';
import { useAsked } from '../asked';
import type { Failure, ScriptException } from '../types';
import { tick } from './store';

/** What failed, the most frequent first, each with one request as a whole. */
export function Failures() {
  const { value, error } = useAsked<{ failures: Failure[] }>('/run/failures', tick.value).value;
  if (!value) return <p class="note">{error ?? 'One moment…'}</p>;
  if (value.failures.length === 0) return <p class="note">No request has failed.</p>;
  const failures = [...value.failures].sort((one, other) => other.count - one.count);
  return (
    <ul class="details-list failures">
      {failures.map((it) => (
        <li key={`${it.kind} ${it.method} ${it.name}`}>
          <details>
            <summary>
              <span class="times">{count(it.count)}×</span>
              <span class="message"><strong>{failureKind(it.kind)}</strong> <span class="method">{it.method}</span> {it.name}</span>
              <span class="where">{span(it)}</span>
            </summary>
            <Sample of={it} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function span({ first_at: first, last_at: last }: Failure): string {
  if (first === null) return '';
  return last === null || last === first ? at(first) : `${at(first)} – ${at(last)}`;
}

/** Times of the run are numbers of milliseconds, others are written out. */
function at(of: number | string): string {
  return typeof of === 'number' ? clock(of / 1000) : new Date(of).toLocaleTimeString('en-GB');
}

function Sample({ of: { sample } }: { of: Failure }) {
  if (!sample) return <p class="note inset">No sample was kept of this kind.</p>;
  const timings = Object.entries(sample.timings ?? {}).filter(([, millis]) => typeof millis === 'number');
  return (
    <div class="sample">
      {timings.length > 0 && <p class="note">{timings.map(([name, millis]) => `${name.replaceAll('_', ' ')} ${text(time(millis))}`).join(' · ')}</p>}
      <div class="exchange">
        <figure>
          <figcaption>Request</figcaption>
          <pre tabIndex={0}>{sample.request || '(empty)'}</pre>
        </figure>
        <figure>
          <figcaption>Response</figcaption>
          <pre tabIndex={0}>{sample.response || '(none)'}</pre>
        </figure>
      </div>
    </div>
  );
}

/** Errors of the script itself. */
export function Exceptions() {
  const { value, error } = useAsked<{ exceptions: ScriptException[] }>('/run/exceptions', tick.value).value;
  if (!value) return <p class="note">{error ?? 'One moment…'}</p>;
  if (value.exceptions.length === 0) return <p class="note">The script has thrown nothing.</p>;
  return (
    <ul class="details-list script-errors">
      {value.exceptions.map((it) => (
        <li key={it.message + it.trace}>
          <details>
            <summary>
              <span class="times">{count(it.count)}×</span>
              <span class="message">{it.message}</span>
            </summary>
            <pre tabIndex={0}>{it.trace || 'There is no trace.'}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
