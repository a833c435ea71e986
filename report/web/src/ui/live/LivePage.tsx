import { VerdictBanner } from '../../components/VerdictBanner';
import { duration } from '../../format';
import { Link } from '../router';
import { runPath } from '../routes';
import { operator, session } from '../session';
import type { Run } from '../types';
import { Controls } from './Controls';
import { Details } from './Details';
import { LiveCharts } from './LiveCharts';
import { LiveTiles } from './LiveTiles';
import { thresholds } from './store';
import { stateWord, tone, verdictOf } from './words';

/** The run that goes on, or the one that has just ended. */
export function LivePage({ run }: { run: Run }) {
  const ended = run.state === 'ended';
  return (
    <>
      <div class="run-bar">
        <div class="run-head">
          <h1>{run.name}</h1>
          <p class="facts">
            <span class={`pill ${tone(run)}`} role="status">{stateWord(run)}</span>
            <span class="elapsed">{elapsed(run)}</span>
            {run.target && <span class="target">{run.target}</span>}
            {run.environment && <span>{run.environment}</span>}
          </p>
        </div>
        {operator.value && <Controls run={run} />}
        {ended && <Afterwards run={run} />}
        {!ended && run.duration_ms !== null && run.duration_ms > 0 && (
          <progress max={run.duration_ms} value={Math.min(run.duration_ms, run.elapsed_ms)} aria-label="Time of the test that has passed" />
        )}
      </div>
      {run.setup_error && !ended && <VerdictBanner outcome="failed" word="The run cannot go on">{run.setup_error}</VerdictBanner>}
      {ended && <Verdict run={run} />}
      <LiveTiles run={run} />
      <LiveCharts />
      <Details />
    </>
  );
}

function Verdict({ run }: { run: Run }) {
  const { outcome, word, text } = verdictOf(run, thresholds.value.filter((it) => it.state === 'crossed').length);
  return <VerdictBanner outcome={outcome} word={word}>{text}</VerdictBanner>;
}

function elapsed(run: Run): string {
  const passed = duration(Math.floor(run.elapsed_ms / 1000));
  return run.duration_ms === null || run.state === 'ended' ? passed : `${passed} of ${duration(run.duration_ms / 1000)}`;
}

function Afterwards({ run }: { run: Run }) {
  return (
    <div class="controls buttons">
      <Link to={runPath(run.id)} class="button">Full results</Link>
      <a class="button" href="/api/v1/run/report" target="_blank" rel="noopener">HTML report</a>
      {operator.value && session.value?.mode !== 'run' && <Link to="/?new" class="button primary">New test</Link>}
    </div>
  );
}
