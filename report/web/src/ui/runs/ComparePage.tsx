import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../../components/Chart';
import { Section } from '../../components/Section';
import { brief, clock, compact, text, time, timeLabel } from '../../format';
import { STEPS } from '../../report/OverTime';
import type { Timeline } from '../../figures';
import { get } from '../api';
import { Link } from '../router';
import { runPath } from '../routes';
import type { StoredRun } from '../types';
import { Judged } from './Judged';
import { overlay } from './overlay';
import { outcomeOf, when } from './text';

const COLOURS = ['dropped', 'rate', 'p99', 'p95', 'users', 'warn'];

/** Two or more runs beside each other: their lines over each other, and what the differences come to. */
export function ComparePage({ ids }: { ids: string[] }) {
  const runs = useRuns(ids);
  if (ids.length < 2) return <p class="note">Pick two or more <Link to="/runs">runs</Link> to compare them.</p>;
  if (typeof runs === 'string') return <p class="mistake box" role="alert">{runs}</p>;
  if (!runs) return <p class="note" role="status">One moment…</p>;
  return (
    <>
      <h1>Comparison</h1>
      <ol class="compared">
        {runs.map((run, at) => (
          <li key={run.id}>
            <i class={`swatch ${COLOURS[at] ?? ''}`} />
            <span class="letter">{letter(at)}</span>
            <Link to={runPath(run.id)}>{run.name}</Link>
            <span class="note">{when(run.started_at)}{run.environment ? `, ${run.environment}` : ''}{run.commit ? `, ${run.commit}` : ''}</span>
            <span class={`pill ${outcomeOf(run).tone}`}>{outcomeOf(run).word}</span>
            {at === 0 && <span class="kind">compared with</span>}
          </li>
        ))}
      </ol>
      <Judged runs={runs} />
      <Overlays runs={runs} />
    </>
  );
}

export const letter = (at: number) => String.fromCharCode(65 + at);

/** The runs with their results; a text where one cannot be had. */
function useRuns(ids: string[]): StoredRun[] | string | null {
  const runs = useSignal<StoredRun[] | string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    runs.value = null;
    Promise.all(ids.map((id) => get<StoredRun>(`/runs/${encodeURIComponent(id)}`, stop.signal)))
      .then((all) => (runs.value = all))
      .catch((e: Error) => {
        if (!stop.signal.aborted) runs.value = e.message;
      });
    return () => stop.abort();
  }, [key]);
  return runs.value;
}

const millis = (value: number) => text(time(value));
const perSecond = (value: number) => `${brief(value)}/s`;

function Overlays({ runs }: { runs: StoredRun[] }) {
  const known = runs.filter((it) => it.results && it.results.timeline.seconds.length > 0);
  if (known.length === 0) return null;
  return (
    <>
      <Lines runs={runs} id="p95" title="p95" hint="The 95th percentile of the service time, from the beginning of each run." column={(it) => it.service_time_ms.p95} show={millis} y={timeLabel} />
      <div class="pair">
        <Lines runs={runs} id="rate" title="Requests per second" hint="Requests finished per second." column={(it) => it.requests_per_second} show={perSecond} y={compact} />
        <Lines runs={runs} id="p50" title="p50" hint="The median of the service time." column={(it) => it.service_time_ms.p50} show={millis} y={timeLabel} />
        <Lines runs={runs} id="failed" title="Failures per second" hint="Failed requests per second." column={(it) => it.failures_per_second} show={perSecond} y={compact} />
        <Lines runs={runs} id="users" title="Users" hint="Virtual users running." column={(it) => it.vus} show={compact} y={compact} />
      </div>
    </>
  );
}

interface LinesProps {
  runs: StoredRun[];
  id: string;
  title: string;
  hint: string;
  column: (of: Timeline) => readonly (number | null)[];
  show: (value: number) => string;
  y: (value: number) => string;
}

function Lines({ runs, id, title, hint, column, show, y }: LinesProps) {
  const { x, series } = useMemo(() => {
    const drawn = overlay(runs.map((it) => it.results?.timeline ?? NONE), column);
    const axis: ChartX = { values: drawn.seconds, label: clock, show: clock, steps: STEPS };
    const lines: ChartSeries[] = runs.map((run, at) => ({
      label: letter(at), hint: `${run.name}, ${when(run.started_at)}`, values: drawn.lines[at] ?? [], colour: COLOURS[at] ?? 'rate', show,
      ...(at === 0 ? { dash: [6, 4] } : {}),
    }));
    return { x: axis, series: lines };
  }, [runs]);
  return (
    <Section id={`compare-${id}`} title={title} hint={hint}>
      <Chart label={`${title} of the runs, over each other.`} x={x} series={series} y={y} group="compare" height={200} />
    </Section>
  );
}

const NONE: Timeline = {
  seconds: [], vus: [], requests_per_second: [], failures_per_second: [], iterations_per_second: [], dropped_iterations_per_second: [],
  service_time_ms: { p50: [], p95: [], p99: [] }, response_time_ms: { p50: [], p95: [], p99: [] }, generator_cpu: [], machine_cpu: [], loop_lag_ms: [],
};
