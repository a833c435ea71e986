import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { colour, theme } from '../theme';
import { Hint } from './Hint';

export interface ChartSeries {
  label: string;
  /** What the line shows, in plain words. */
  hint: string;
  values: readonly (number | null)[];
  /** The name of a colour of the style sheet. */
  colour: string;
  dash?: number[];
  /** Whether the area below is filled. */
  area?: boolean;
  /** Whether it has a scale of its own, at the right. */
  right?: boolean;
  show: (value: number) => string;
}

export interface ChartX {
  values: readonly number[];
  show: (value: number) => string;
  label: (value: number) => string;
  /** Where labels may stand: multiples of these. */
  steps?: number[];
  /** Where labels stand, whatever the width. */
  marks?: number[];
  /** Whether a label may stand at the very end. */
  toEdge?: boolean;
}

interface Props {
  /** What the chart shows, for those who do not see it. */
  label: string;
  x: ChartX;
  series: ChartSeries[];
  y: (value: number) => string;
  yRight?: (value: number) => string;
  /** Until where the chart is shaded, from its left edge: what lies there does not count. */
  shadedTo?: number | undefined;
  /** An instant that is marked by a line. */
  marked?: { at: number; label: string } | undefined;
  /** Charts with the same group move their cursors together. */
  group?: string;
  height?: number;
  /** Whether the legend reads the newest values while no instant is pointed at. */
  newest?: boolean;
}

/** Lines over a common axis, with a legend that reads the values under the cursor. */
export function Chart(props: Props) {
  const { label, x, series, height = 240, newest = false } = props;
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const index = useSignal<number | null>(null);
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  const data = useMemo(() => [x.values, ...series.map((it) => it.values)] as unknown as uPlot.AlignedData, [x, series]);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const width = () => Math.max(200, element.clientWidth);
    const made = new uPlot(options(now, width(), height, hidden.value, (at) => (index.value = at)), data, element);
    plot.current = made;
    const sizes = new ResizeObserver(() => made.setSize({ width: width(), height }));
    sizes.observe(element);
    return () => {
      plot.current = null;
      sizes.disconnect();
      made.destroy();
    };
  }, [shape(series), theme.value]);

  useEffect(() => {
    if (plot.current && plot.current.data !== data) renew(plot.current, data);
  }, [data]);

  const at = index.value ?? (newest && x.values.length > 0 ? x.values.length - 1 : null);
  const toggle = (line: number, name: string) => {
    const next = new Set(hidden.value);
    if (!next.delete(name)) next.add(name);
    hidden.value = next;
    plot.current?.setSeries(line + 1, { show: !next.has(name) });
  };

  return (
    <figure class="chart">
      <figcaption class="legend">
        {series.map((line, number) => (
          <Hint text={line.hint} key={line.label} bare>
            <button type="button" aria-pressed={!hidden.value.has(line.label)} onClick={() => toggle(number, line.label)}>
              <i style={{ background: `var(--${line.colour})` }} class={line.dash ? 'dashed' : undefined} />
              {line.label}
              <output aria-live="off">{shownAt(line, at)}</output>
            </button>
          </Hint>
        ))}
        <output class="legend-x" aria-live="off">{at === null ? '' : x.show(x.values[at] ?? 0)}</output>
      </figcaption>
      <div
        class="plot"
        ref={holder}
        style={{ height: `${height}px` }}
        tabIndex={0}
        role="img"
        aria-label={`${label} Left and right arrow keys move along the line.`}
        onKeyDown={(event) => step(plot.current, event, index.value)}
      />
    </figure>
  );
}

/** What a plot has to be made anew for; other values go into the one that is there. */
function shape(series: readonly ChartSeries[]): string {
  return series.map((it) => `${it.label} ${it.colour} ${it.dash ?? ''} ${it.right ?? ''}`).join();
}

/** Shows other values, and stays at the part of the axis that somebody has chosen to look at. */
function renew(plot: uPlot, data: uPlot.AlignedData): void {
  const before = plot.data[0];
  const { min, max } = plot.scales['x'] ?? {};
  const first = before[0] ?? 0;
  const last = before[before.length - 1] ?? 0;
  const zoomed = min !== undefined && max !== undefined && min !== null && max !== null && (min > first || max < last);
  plot.setData(data, !zoomed);
  if (zoomed) plot.redraw();
}

function shownAt(line: ChartSeries, at: number | null): string {
  const value = at === null ? undefined : line.values[at];
  return value === undefined || value === null ? '' : line.show(value);
}

function step(plot: uPlot | null, event: KeyboardEvent, from: number | null): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!plot || by === 0) return;
  event.preventDefault();
  const last = plot.data[0].length - 1;
  const at = Math.min(last, Math.max(0, (from ?? (by > 0 ? -1 : last + 1)) + by));
  plot.setCursor({ left: plot.valToPos(plot.data[0][at] ?? 0, 'x'), top: 10 });
}

/** From nothing to a little over the highest value: a scale that starts elsewhere misleads. */
const fromZero: uPlot.Range.Function = (_plot, _min, max) => [0, max > 0 ? max * 1.06 : 1];

function options(
  now: { current: Props },
  width: number,
  height: number,
  hidden: ReadonlySet<string>,
  moved: (index: number | null) => void,
): uPlot.Options {
  const { x, series, y, yRight, group } = now.current;
  const right = series.some((it) => it.right);
  return {
    width,
    height,
    // A label that is centred on the edge needs room beyond it.
    padding: [8, right ? 0 : x.marks || x.toEdge ? 26 : 14, 0, 0],
    legend: { show: false },
    cursor: {
      ...(group ? { sync: { key: group, setSeries: false } } : {}),
      y: false,
      drag: { x: true, y: false },
      points: { size: 7 },
    },
    scales: {
      x: { time: false },
      y: { range: fromZero },
      ...(right ? { right: { range: fromZero } } : {}),
    },
    axes: [axisX(x, now), axisY('y', 3, y, true), ...(right && yRight ? [axisY('right', 1, yRight, false)] : [])],
    series: [{}, ...series.map((it) => line(it, hidden))],
    hooks: {
      setCursor: [(plot) => moved(plot.cursor.idx ?? null)],
      drawClear: [(plot) => shade(plot, now.current.shadedTo)],
      draw: [(plot) => mark(plot, now.current.marked)],
    },
  };
}

function line(it: ChartSeries, hidden: ReadonlySet<string>): uPlot.Series {
  return {
    label: it.label,
    show: !hidden.has(it.label),
    scale: it.right ? 'right' : 'y',
    stroke: colour(it.colour),
    width: 1.75,
    points: { show: (plot) => plot.data[0].length < 2 },
    ...(it.dash ? { dash: it.dash } : {}),
    ...(it.area ? { fill: `${colour(it.colour)}1f` } : {}),
  };
}

/** Marks the part of a chart that does not count. */
function shade(plot: uPlot, to: number | undefined): void {
  if (!to) return;
  const { ctx, bbox } = plot;
  const edge = Math.min(bbox.width, Math.max(0, plot.valToPos(to, 'x', true) - bbox.left));
  ctx.fillStyle = `${colour('muted')}1c`;
  ctx.fillRect(bbox.left, bbox.top, edge, bbox.height);
}

/** Draws a line at an instant, with a word beside it. */
function mark(plot: uPlot, marked: Props['marked']): void {
  if (!marked) return;
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(marked.at, 'x', true));
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = colour('muted');
  ctx.fillStyle = colour('muted');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textBaseline = 'top';
  const right = x < bbox.left + bbox.width * 0.9;
  ctx.textAlign = right ? 'left' : 'right';
  ctx.fillText(marked.label, x + (right ? 4 : -4) * devicePixelRatio, bbox.top + 2);
  ctx.restore();
}

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

function axisX(x: ChartX, now: { current: Props }): uPlot.Axis {
  return {
    stroke: colour('muted'),
    font: FONT,
    size: 30,
    gap: 6,
    grid: { show: false },
    ticks: { stroke: colour('line'), size: 5, width: 1 },
    values: (_plot, marks) => marks.map((it) => now.current.x.label(it)),
    ...(x.steps ? { incrs: x.steps, space: 64 } : {}),
    ...(x.marks ? { splits: x.marks } : {}),
  };
}

function axisY(scale: string, side: 1 | 3, show: (value: number) => string, grid: boolean): uPlot.Axis {
  return {
    scale,
    side,
    stroke: colour('muted'),
    font: FONT,
    size: 58,
    gap: 6,
    space: 44,
    grid: { show: grid, stroke: colour('line'), width: 1 },
    ticks: { show: false },
    values: (_plot, marks) => marks.map(show),
  };
}
