import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../../components/Chart';
import { clock, percent, text, time, timeLabel } from '../../format';
import { STEPS } from '../../report/OverTime';
import { useAsked } from '../asked';
import type { GeneratorState, LiveTimeline } from '../types';
import { course, EMPTY, points } from './fold';
import { generator, tick } from './store';

/** Whether what is measured is the target, or the machine that measures. */
export function Generator() {
  const state = generator.value;
  if (!state) return <p class="note">Nothing is known of the generator yet.</p>;
  const figures = facts(state);
  return (
    <>
      {state.valid && <p class="lead">The generator is not the bottleneck.</p>}
      {!state.valid && <p class="lead bad">The generator is the bottleneck: its figures are not those of the target.</p>}
      {figures.length > 0 && (
        <dl class="facts-row">
          {figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        </dl>
      )}
      {state.words?.length > 0 && (
        <ul class="findings">
          {state.words.map((it) => <li key={it} class={state.valid ? 'warning' : 'invalid'}>{it}</li>)}
        </ul>
      )}
      <Lateness />
    </>
  );
}

function Lateness() {
  // The server alone knows it, so it is asked again every few seconds.
  const { value } = useAsked<LiveTimeline>('/run/timeline', Math.floor(tick.value / 5)).value;
  const drawn = useMemo(() => points(course(value ?? EMPTY)), [value]);
  const known = drawn.late_ms.some((it) => it !== null);
  const x: ChartX = useMemo(() => ({ values: drawn.seconds, label: clock, show: clock, steps: STEPS }), [drawn]);
  const series: ChartSeries[] = useMemo(
    () => [{ label: 'Event loops late, p99', hint: 'How late the event loops did what was due.', values: drawn.late_ms, colour: 'p99', show: (it: number) => text(time(it)) }],
    [drawn],
  );
  return known ? <Chart label="How late the event loops were over time." x={x} series={series} y={timeLabel} height={160} /> : null;
}

function facts({ cpu, late_p99_ms: late, gc, memory_mb: memory }: GeneratorState): [string, string][] {
  const all: [string, string | null][] = [
    ['CPU', share(cpu)],
    ['Iterations late, p99', isNumber(late) ? text(time(late)) : null],
    ['Garbage collection', share(gc)],
    ['Memory', isNumber(memory) ? `${Math.round(memory)} MB` : null],
  ];
  return all.filter((it): it is [string, string] => it[1] !== null);
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
const share = (value: number | null) => (isNumber(value) ? percent(Math.min(1, value)) : null);
