interface Props {
  values: readonly number[];
  /** What it shows, for those who do not see it. */
  label: string;
  /** The name of a colour of the style sheet; that of failures by default. */
  colour?: 'rate';
}

const WIDTH = 120;
const HEIGHT = 22;
/** More points than columns draw nothing that could be seen. */
const POINTS = 120;

/** Numbers over time as a small area, from zero to the highest of them. */
export function Spark({ values, label, colour }: Props) {
  if (values.length < 2) return null;
  const shown = highest(values);
  const most = Math.max(...shown);
  const x = (at: number) => ((at / (shown.length - 1)) * WIDTH).toFixed(1);
  const y = (value: number) => (HEIGHT - 1 - (most > 0 ? value / most : 0) * (HEIGHT - 3)).toFixed(1);
  const line = shown.map((value, at) => `${x(at)},${y(value)}`).join(' ');
  return (
    <svg class={colour ? `spark ${colour}` : 'spark'} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <polygon points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
      <polyline points={line} />
    </svg>
  );
}

/** So many values that each has a column: of several the highest, so that no peak is lost. */
function highest(values: readonly number[]): number[] {
  const per = Math.ceil(values.length / POINTS);
  return Array.from({ length: Math.ceil(values.length / per) }, (_, at) => Math.max(...values.slice(at * per, (at + 1) * per)));
}
