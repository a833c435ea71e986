import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { duration } from '../../format';
import type { Checked } from '../types';
import { CurveChart, scaleOf } from './CurveChart';
import { roundUp } from './curve';

export interface Check {
  answer: Checked | null;
  mistakes: Record<string, string>;
  busy: boolean;
}

interface Props {
  check: Check;
  mistakes: Record<string, string>;
  /** Whether somebody has said that the public target may be loaded. */
  sure: Signal<boolean>;
  starting: boolean;
  loaded: string;
}

/** What would be run, and the button that runs it. */
export function Preview({ check, mistakes, sure, starting, loaded }: Props) {
  const { answer } = check;
  const wrong = Object.keys(mistakes).length > 0;
  const confirmed = !answer?.public_target || sure.value;
  // Where a script goes is not known by a target.
  const where = answer && host(answer.target);
  const named = where && answer.warnings.some((it) => it.includes(where)) ? where : null;
  return (
    <aside class="preview" aria-label="What will run">
      <h2>What will run</h2>
      {mistakes[''] && <p class="mistake box" role="alert">{mistakes['']}</p>}
      {answer ? (
        <div class={wrong ? 'stale' : undefined}>
          <p class="preview-name">{answer.name}</p>
          <p class="target">{answer.target}</p>
          {loaded !== 'curve' && answer.curve.length > 1 && <Curve of={answer} />}
          <ul class="scenarios">
            {answer.scenarios.filter((it) => it.words).map((it) => <li key={it.name}><strong>{it.name}</strong> {it.words}</li>)}
          </ul>
          {answer.duration_ms !== null && <p class="note">{duration(answer.duration_ms / 1000)} in all</p>}
          {answer.command && <code class="command" tabIndex={0} aria-label="The command line that does the same">{answer.command}</code>}
          {answer.warnings.map((it) => <p class="warned-box" key={it}>{it}</p>)}
        </div>
      ) : (
        <p class="note">Choose what to run and say where.</p>
      )}
      {answer?.public_target && !wrong && (
        <div class="public" role="alert">
          <strong>{named ? `This host is public: ${named}` : 'This test goes to public addresses'}</strong>
          <p>Load on a system that is not yours can take it down and is against the law in many places.</p>
          <label class="check">
            <input type="checkbox" checked={sure.value} onChange={(event) => (sure.value = event.currentTarget.checked)} />
            I am allowed to load {named ? 'this host' : 'them'}
          </label>
        </div>
      )}
      <button type="submit" class={answer?.public_target ? 'button loud start-button' : 'button primary start-button'}
        disabled={wrong || starting || check.busy || !answer || !confirmed}>
        {starting ? 'Starting…' : answer?.public_target ? `Load ${named ?? 'public addresses'}` : 'Start the test'}
      </button>
      <p class="hidden" role="status">{wrong ? 'The test cannot be started yet.' : answer && !check.busy ? 'The test can be started.' : ''}</p>
    </aside>
  );
}

function host(target: string): string {
  try {
    return new URL(target).host;
  } catch {
    return target;
  }
}

function Curve({ of }: { of: Checked }) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useSignal(300);
  useEffect(() => {
    if (svg.current) width.value = svg.current.clientWidth || 300;
  }, []);
  const last = of.curve[of.curve.length - 1]?.at_ms ?? 0;
  const most = roundUp(Math.max(...of.curve.map((it) => it.value)));
  return (
    <svg ref={svg} class="drawing" height={150} role="img" aria-label={`The load over time, in ${of.curve_unit}.`}>
      <CurveChart scale={scaleOf(width.value, 150, last, most)} points={of.curve} />
    </svg>
  );
}
