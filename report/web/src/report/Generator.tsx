import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { Section } from '../components/Section';
import { clock, percent, text, time, timeLabel } from '../format';
import type { Metric } from '../figures';
import type { Finding, Results } from '../results';
import { STEPS } from './OverTime';

const WORDS: Record<Finding['severity'], string> = { invalid: 'Invalid', warning: 'Warning', note: 'Note' };

/** Whether the generator was the bottleneck, with the figures that tell. */
export function Generator({ results }: { results: Results }) {
  const { generator_health: health, timeline } = results;
  const x: ChartX = useMemo(() => ({ values: timeline.seconds, label: clock, show: clock, steps: STEPS }), [timeline]);
  const series = useMemo(() => lines(results), [results]);
  const facts = useMemo(() => figures(results), [results]);
  if (!health || (series.length === 0 && facts.length === 0 && health.findings.length === 0)) return null;
  const well = health.findings.every((it) => it.severity === 'note');
  return (
    <Section id="generator" title="Generator"
      hint="Spate watches itself: where it runs out of CPU or sends late, it measures itself and not the target. Late means: an event loop did what was due only after this time.">
      {well && <p class="lead">The generator was not the bottleneck.</p>}
      {facts.length > 0 && (
        <dl class="facts-row">
          {facts.map(([name, value]) => (
            <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
          ))}
        </dl>
      )}
      {health.findings.length > 0 && (
        <ul class="findings">
          {health.findings.map((it, index) => (
            <li key={index} class={it.severity}>
              <strong>{WORDS[it.severity]}</strong> <span class="since">since {clock(it.since_seconds)}</span>
              <p>{it.what}</p>
              {it.consequence && <p class="consequence">{it.consequence}</p>}
            </li>
          ))}
        </ul>
      )}
      {series.length > 0 && (
        <Chart label="CPU and lag of the generator over time." x={x} series={series} y={(share) => `${Math.round(share * 100)}%`} yRight={timeLabel}
          group="time" height={180} shadedTo={results.warm_up?.seconds} />
      )}
    </Section>
  );
}

function lines({ timeline }: Results): ChartSeries[] {
  const show = (share: number) => percent(Math.min(1, share));
  const all: ChartSeries[] = [
    { label: 'Generator CPU', hint: 'CPU time of the event loops, as a share of the cores they may use (scale at the left).',
      values: timeline.generator_cpu ?? [], colour: 'rate', show },
    { label: 'Machine CPU', hint: 'How busy all cores of the machine were (scale at the left).',
      values: timeline.machine_cpu ?? [], colour: 'dropped', dash: [6, 4], show },
    { label: 'Loop lag p99', hint: 'How late the event loops did what was due: 99 of 100 times at most this much (scale at the right).',
      values: timeline.loop_lag_ms ?? [], colour: 'p99', right: true, show: (millis) => text(time(millis)) },
  ];
  return all.filter((it) => it.values.length > 0);
}

/** The figures that tell, as far as they were measured. */
function figures({ metrics }: Results): [string, string][] {
  const of = (name: string, show: (metric: Metric) => string): [string, string][] => {
    const metric = (metrics ?? []).find((it) => it.selector === name);
    return metric ? [[LABELS[name] ?? name, show(metric)]] : [];
  };
  const most = (metric: Metric) => percent(Math.min(1, metric.values['max'] ?? 0));
  const p99 = (metric: Metric) => text(time(metric.values['p(99)'] ?? 0));
  const longest = (metric: Metric) => text(time(metric.values['max'] ?? 0));
  return [
    ...of('generator_cpu', most),
    ...of('machine_cpu', most),
    ...of('machine_steal', most),
    ...of('generator_loop_lag', p99),
    ...of('iteration_lateness', p99),
    ...of('generator_gc_pause', longest),
  ];
}

const LABELS: Record<string, string> = {
  generator_cpu: 'CPU, highest',
  machine_cpu: 'Machine, highest',
  machine_steal: 'Stolen by others, highest',
  generator_loop_lag: 'Loop lag, p99',
  iteration_lateness: 'Late starts, p99',
  generator_gc_pause: 'GC pause, longest',
};
