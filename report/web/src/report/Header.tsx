import { clock, counted, duration } from '../format';
import type { Aside, Results } from '../results';
import { type Outcome, VerdictBanner } from '../components/VerdictBanner';

/** What was run, when, and what it came to. */
export function Header({ results }: { results: Results }) {
  return (
    <header>
      <h1>{results.name}</h1>
      <p class="facts">
        {results.target && <span class="target">{results.target}</span>}
        {results.environment && <span>{results.environment}</span>}
        <span>{period(results)}</span>
        {results.setup && <span>{leftOut('setup', results.setup)}</span>}
        {results.warm_up && <span>{leftOut('warm-up', results.warm_up)}</span>}
      </p>
      <Verdicts results={results} />
    </header>
  );
}

/** The judgement, and before it whatever makes it doubtful. */
export function Verdicts({ results }: { results: Results }) {
  return (
    <>
      <Distrust results={results} />
      <VerdictBanner {...verdict(results)} />
    </>
  );
}

/** Above the verdict, so that nobody reads that without it. */
function Distrust({ results }: { results: Results }) {
  const health = results.generator_health;
  const findings = health?.findings.filter((it) => it.severity === (health.valid ? 'warning' : 'invalid')) ?? [];
  if (findings.length === 0) return null;
  return (
    <VerdictBanner outcome={health?.valid ? 'interrupted' : 'failed'}
      word={health?.valid ? 'Some figures are not to be trusted' : 'INVALID: the generator was the bottleneck'}>
      <ul>
        {findings.map((it) => <li key={it.kind}>Since {clock(it.since_seconds)}: {it.what} {it.consequence}</li>)}
      </ul>
    </VerdictBanner>
  );
}

function period(results: Results): string {
  const start = new Date(results.started_at);
  const end = new Date(start.getTime() + results.elapsed_seconds * 1000);
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const hour = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const from = new Intl.DateTimeFormat('en-GB', hour).format(start);
  const until = new Intl.DateTimeFormat('en-GB', { ...hour, timeZoneName: 'short' }).format(end);
  const day = date.format(start) === date.format(end) ? '' : `${date.format(end)}, `;
  return `${date.format(start)}, ${from} – ${day}${until} (${duration(results.elapsed_seconds)})`;
}

function leftOut(what: string, aside: Aside): string {
  const requests = aside.requests > 0 ? ` (${counted(aside.requests, 'request')})` : '';
  return `${duration(aside.seconds)} of ${what}${requests} left out`;
}

interface Judgement {
  outcome: Outcome;
  word: string;
  children: preact.ComponentChildren;
}

function verdict(results: Results): Judgement {
  const { thresholds } = results.verdict;
  const failed = thresholds.filter((it) => !it.passed);
  const reasons = results.verdict.violations ?? failed.map((it) => it.message);
  const met = thresholds.length - failed.length;
  const tally = thresholds.length === 0 ? 'No thresholds were set.' : `${met} of ${counted(thresholds.length, 'threshold')} met.`;
  if (results.ending === 'interrupted') {
    return { outcome: 'interrupted', word: 'Interrupted', children: lines(['The run was stopped before its end.', ...orElse(reasons, tally)]) };
  }
  if (results.ending === 'script_error') {
    return { outcome: 'failed', word: 'Failed', children: lines(['The script could not go on.', ...reasons]) };
  }
  if (!results.verdict.passed) {
    const stopped = results.ending === 'threshold_abort' ? ['A crossed threshold ended the run early.'] : [];
    return { outcome: 'failed', word: violated(reasons.length), children: lines([...stopped, ...reasons]) };
  }
  if (thresholds.length === 0) {
    return { outcome: 'unjudged', word: 'Completed', children: lines(['No thresholds were set, so there is nothing to judge by.']) };
  }
  const warned = thresholds.filter((it) => it.outcome === 'warned').map((it) => `Within its tolerance: ${it.message}`);
  const all = thresholds.length === 1 ? 'The threshold was met.' : `All ${thresholds.length} thresholds were met.`;
  return { outcome: 'passed', word: 'Passed', children: lines([all, ...warned]) };
}

function violated(count: number): string {
  return count === 0 ? 'Failed' : `Failed: ${count} SLO ${count === 1 ? 'violation' : 'violations'}`;
}

function orElse(reasons: string[], tally: string): string[] {
  return reasons.length > 0 ? reasons : [tally];
}

function lines(texts: string[]) {
  return texts.length === 1 ? <p>{texts[0]}</p> : <ul>{texts.map((it) => <li key={it}>{it}</li>)}</ul>;
}
