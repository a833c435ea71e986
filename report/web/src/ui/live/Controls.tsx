import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../../format';
import { post } from '../api';
import { attempt, confirmed } from '../Asking';
import { session } from '../session';
import type { Run } from '../types';
import { load as reload, renew } from './store';

/** What can be done to a run that goes on. */
export function Controls({ run }: { run: Run }) {
  const { state } = run;
  const steer = (what: string, done?: string) => attempt(() => post(`/run/${what}`).then(what === 'reset' ? reload : renew), done);
  const stop = async () => {
    const text = 'Users finish what they are doing, then the test ends and its results are kept.';
    if (await confirmed({ title: 'Stop the test?', text, yes: 'Stop', danger: true })) await steer('stop');
  };
  const stopAtOnce = async () => {
    const text = 'Requests under way are cut off and not counted. The results so far are kept.';
    if (await confirmed({ title: 'Stop at once?', text, yes: 'Stop at once', danger: true })) await steer('stop-at-once');
  };
  const reset = async () => {
    const text = 'The figures on this page begin at zero, for everybody who looks. What is stored of the run stays complete.';
    if (await confirmed({ title: 'Begin the figures anew?', text, yes: 'Begin anew' })) await steer('reset', 'The figures begin anew.');
  };
  if (state === 'ended') return null;
  return (
    <div class="controls" role="group" aria-label="Steer the test">
      {run.load.adjustable && (state === 'running' || state === 'paused') && <LoadControl run={run} />}
      <div class="buttons">
        {run.can_pause === false ? null : state === 'paused' ? (
          <button type="button" class="button primary" onClick={() => void steer('resume')}>Resume</button>
        ) : (
          <button type="button" class="button" disabled={state !== 'running'} onClick={() => void steer('pause')}>Pause</button>
        )}
        <button type="button" class="button" disabled={state === 'starting' || state === 'stopping'} onClick={() => void reset()}>Reset</button>
        {state !== 'stopping' && <button type="button" class="button danger" onClick={() => void stop()}>Stop</button>}
        <button type="button" class={state === 'stopping' ? 'button danger' : 'button quiet danger'} onClick={() => void stopAtOnce()}>
          Stop at once
        </button>
      </div>
    </div>
  );
}

/** From this multiple on, a change is asked for twice. */
const JUMP = 3;

function LoadControl({ run }: { run: Run }) {
  const { kind, value } = run.load;
  const wanted = useSignal(String(value));
  const touched = useSignal(false);
  const spawnRate = useSignal('');
  const spawns = kind === 'users' && session.value?.mode === 'locust';
  useEffect(() => {
    if (!touched.peek()) wanted.value = String(value);
  }, [value]);
  const unit = kind === 'rate' ? 'Iterations/s' : 'Users';
  const number = Number(wanted.value);
  const perSecond = Number(spawnRate.value);
  const valid = (spawnRate.value.trim() === '' || perSecond > 0) && wanted.value.trim() !== '' && Number.isFinite(number) && number >= 0 && (kind === 'rate' || Number.isInteger(number));
  const change = (by: number) => {
    touched.value = true;
    wanted.value = String(Math.max(0, (valid ? number : value) + by));
  };
  const apply = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!valid || number === value) return;
    const text = `From ${count(value)} to ${count(number)} ${unit.toLowerCase()} at once is a large step.`;
    if (number > value * JUMP && number > 50 && !(await confirmed({ title: `Go to ${count(number)}?`, text, yes: 'Change the load', danger: true }))) return;
    const asked = kind === 'rate' ? { rate: number } : { users: number, ...(spawns && perSecond > 0 ? { spawn_rate: perSecond } : {}) };
    const done = await attempt(() => post('/run/load', asked).then(renew), `${unit}: ${count(number)}`);
    if (done) touched.value = false;
  };
  const step = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, value / 2))));
  return (
    <form class="load-control" onSubmit={(event) => void apply(event)}>
      <label for="load-value">{unit}</label>
      <span class="stepper">
        <button type="button" aria-label={`${step} fewer`} onClick={() => change(-step)}>−</button>
        <input id="load-value" inputMode="decimal" autocomplete="off" value={wanted.value} aria-invalid={!valid}
          onInput={(event) => {
            touched.value = true;
            wanted.value = event.currentTarget.value;
          }} />
        <button type="button" aria-label={`${step} more`} onClick={() => change(step)}>+</button>
      </span>
      {spawns && (
        <input class="spawn-rate" inputMode="decimal" autocomplete="off" placeholder="per second" aria-label="Users started per second" value={spawnRate.value}
          aria-invalid={!(spawnRate.value.trim() === '' || perSecond > 0)} onInput={(event) => (spawnRate.value = event.currentTarget.value)} />
      )}
      <button type="submit" class={valid && number !== value ? 'button primary' : 'button'} disabled={!valid || number === value}>Apply</button>
    </form>
  );
}
