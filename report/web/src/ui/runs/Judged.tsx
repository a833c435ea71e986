import { useSignal } from '@preact/signals';
import type { Comparison } from '../../comparison';
import { Differences } from '../../report/Differences';
import { query } from '../api';
import { useAsked } from '../asked';
import type { StoredRun } from '../types';
import { letter } from './ComparePage';

/** Each run held against the first: whether it is worse, better, or whether that cannot be told. */
export function Judged({ runs }: { runs: StoredRun[] }) {
  const [first, ...others] = runs;
  const other = useSignal(0);
  const chosen = others[other.value] ?? others[0];
  const { value, error } = useAsked<Comparison>(first && chosen ? `/compare${query({ a: first.id, b: chosen.id })}` : null).value;
  return (
    <>
      {others.length > 1 && (
        <div class="segmented against" role="group" aria-label="Which run is held against the first">
          {others.map((run, at) => (
            <button type="button" key={run.id} aria-pressed={other.value === at} onClick={() => (other.value = at)}>{letter(at + 1)} against A</button>
          ))}
        </div>
      )}
      {error && <p class="mistake box" role="alert">{error}</p>}
      {value ? <Differences of={value} /> : !error && <p class="note" role="status">Comparing…</p>}
    </>
  );
}
