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
    </Section>
  );
}

function curves(results: Results): ChartSeries[] {
  const { percentiles } = results;
  const show = (millis: number) => text(time(millis));
  return [
    { label: 'Response time', hint: RESPONSE_TIME, values: percentiles.response_time_ms, colour: 'p99', dash: [6, 4], show },
    { label: 'Service time', hint: SERVICE_TIME, values: percentiles.service_time_ms, colour: 'rate', show },
  ];
}
