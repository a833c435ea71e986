import { useMemo } from 'preact/hooks';
import { Chart, type ChartSeries, type ChartX } from '../components/Chart';
import { Section } from '../components/Section';
import { percentileLabel, text, time, timeLabel } from '../format';
import type { Results } from '../results';
import { RESPONSE_TIME, SERVICE_TIME } from './text';

/** How many nines a percentile has: 90 % is 1, 99 % is 2. */
const nines = (percentile: number) => -Math.log10(1 - percentile / 100);
const percentile = (position: number) => Number((100 * (1 - 10 ** -position)).toFixed(position < 2 ? 1 : 3));
const MARKS = [50, 90, 99, 99.9, 99.99].map(nines);

export function PercentileCurve({ results }: { results: Results }) {
  const { percentiles } = results;
  const x: ChartX = useMemo(
    () => ({
      values: percentiles.percentile.map(nines),
      label: (position) => percentileLabel(percentile(position)),
      show: (position) => `at ${percentileLabel(percentile(position))}`,
      marks: MARKS,
    }),
    [percentiles],
  );
  const series = useMemo(() => curves(results), [percentiles]);
  if (percentiles.percentile.length < 2) return null;
  return (
    <Section id="distribution" title="Percentile curve"
      hint="How long the slowest requests took. Each step to the right looks at a ten times smaller share of them: the slowest tenth, hundredth, thousandth.">
      <Chart label="Service time and response time by percentile, up to 99.99 percent." x={x} series={series} y={timeLabel} height={260} />
      {results.corrected && (
        <p class="note">
          Corrected is an estimate: users who wait for a slow response send nothing meanwhile, so what others would have waited is missing from the
          service time. It is added here for visitors who come every {text(time(results.corrected.expected_interval_ms))}, the mean pace of a user:
          p99 {text(time(results.corrected.service_time_ms.p99))} instead of {text(time(results.totals.service_time_ms.p99))}.
        </p>
      )}
    </Section>
  );
}

function curves(results: Results): ChartSeries[] {
  const { percentiles } = results;
  const show = (millis: number) => text(time(millis));
  const corrected: ChartSeries = {
    label: 'Corrected', hint: 'Service time with what visitors would have waited who come at the mean pace of a user, whatever became of earlier ones (an estimate).',
    values: percentiles.corrected_ms ?? [], colour: 'users', dash: [2, 3], show,
  };
  return [
    ...(corrected.values.length > 0 ? [corrected] : []),
    { label: 'Response time', hint: RESPONSE_TIME, values: percentiles.response_time_ms, colour: 'p99', dash: [6, 4], show },
    { label: 'Service time', hint: SERVICE_TIME, values: percentiles.service_time_ms, colour: 'rate', show },
  ];
}
