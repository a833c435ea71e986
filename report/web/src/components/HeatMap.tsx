import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { clock, count, percent, text, time, timeLabel } from '../format';
import { colour, theme } from '../theme';

interface Props {
  label: string;
  /** When each column begins, in seconds. */
  seconds: readonly number[];
  /** Where each row begins, in milliseconds, the lowest first. */
  bounds: readonly number[];
  /** How many there were: a list of columns, each with a number for each row. */
  counts: readonly (readonly number[])[];
  height?: number;
}

interface Cell {
  column: number;
  row: number;
}

/** As wide as the axes of the charts above, so that the same second stands below itself. */
const LEFT = 58;
const RIGHT = 14;
const BOTTOM = 24;
const TOP = 6;
const LABEL = 56;

/** How times were spread, second by second: the darker a field, the more requests took so long. */
export function HeatMap({ label, seconds, bounds, counts, height = 200 }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const at = useSignal<Cell | null>(null);
  const width = useSignal(0);
  const rows = usedRows(counts, bounds.length);

  useEffect(() => {
    const element = canvas.current?.parentElement;
    if (!element) return undefined;
    const sizes = new ResizeObserver(() => (width.value = element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => {
    if (canvas.current && width.value > 0) draw(canvas.current, { seconds, bounds, counts, rows, width: width.value, height, at: at.value });
  }, [seconds, counts, width.value, height, theme.value, at.value]);

  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    at.value = cellAt(event.clientX - box.left, event.clientY - box.top, { seconds, rows, width: width.value, height });
  };
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by || seconds.length === 0) return;
    event.preventDefault();
    const from = at.value ?? { column: seconds.length - 1, row: busiest(counts[counts.length - 1] ?? []) };
    at.value = { column: clamped(from.column + by[0], 0, seconds.length - 1), row: clamped(from.row + by[1], rows.first, rows.last) };
  };

  return (
    <figure class="chart heat">
      <figcaption class="legend">
        <span class="heat-scale" aria-hidden="true">few <i /> many</span>
        <output class="legend-x">{at.value ? words(at.value, seconds, bounds, counts) : ''}</output>
      </figcaption>
      <div class="plot" tabIndex={0} role="img" onKeyDown={step} onPointerMove={point} onPointerLeave={() => (at.value = null)}
        aria-label={`${label} Arrow keys move from field to field.`}>
        <canvas ref={canvas} />
      </div>
    </figure>
  );
}

const STEPS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function words(at: Cell, seconds: readonly number[], bounds: readonly number[], counts: Props['counts']): string {
  const column = counts[at.column] ?? [];
  const here = column[at.row] ?? 0;
  const all = column.reduce((sum, it) => sum + it, 0);
  const from = text(time(bounds[at.row] ?? 0));
  const to = bounds[at.row + 1];
  const span = to === undefined ? `over ${from}` : `${from} – ${text(time(to))}`;
  return `${clock(seconds[at.column] ?? 0)}  ${span}: ${count(here)}${all > 0 ? ` (${percent(here / all)})` : ''}`;
}

interface Rows {
  first: number;
  last: number;
}

/** The rows between the fastest and the slowest that were measured, and one more on each side. */
export function usedRows(counts: Props['counts'], total: number): Rows {
  let first = total;
  let last = -1;
  for (const column of counts) {
    for (let row = 0; row < Math.min(first, column.length); row++) if ((column[row] ?? 0) > 0) first = row;
    for (let row = column.length - 1; row > last; row--) if ((column[row] ?? 0) > 0) last = row;
  }
  if (last < 0) return { first: 0, last: Math.max(0, total - 1) };
  return { first: Math.max(0, first - 1), last: Math.min(total - 1, last + 1) };
}

function busiest(column: readonly number[]): number {
  return column.reduce((best, it, row) => (it > (column[best] ?? 0) ? row : best), 0);
}

const clamped = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

interface Frame {
  seconds: readonly number[];
  rows: Rows;
  width: number;
  height: number;
}

/** The end of the last column: as wide as the one before it. */
function end(seconds: readonly number[]): number {
  const last = seconds[seconds.length - 1] ?? 0;
  return last + Math.max(1, seconds.length > 1 ? last - (seconds[seconds.length - 2] ?? 0) : 1);
}

function cellAt(x: number, y: number, { seconds, rows, width, height }: Frame): Cell | null {
  const from = seconds[0] ?? 0;
  const share = (x - LEFT) / (width - LEFT - RIGHT);
  const up = 1 - (y - TOP) / (height - TOP - BOTTOM);
  if (seconds.length === 0 || share < 0 || share > 1 || up < 0 || up > 1) return null;
  const at = from + share * (end(seconds) - from);
  let low = 0;
  let high = seconds.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((seconds[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { column: low, row: clamped(rows.first + Math.floor(up * (rows.last - rows.first + 1)), rows.first, rows.last) };
}

function draw(canvas: HTMLCanvasElement, of: Frame & { bounds: readonly number[]; counts: Props['counts']; at: Cell | null }): void {
  const { seconds, rows, width, height, bounds } = of;
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d');
  if (!ctx) return;
  ctx.scale(scale, scale);
  const from = seconds[0] ?? 0;
  const until = end(seconds);
  const x = (at: number) => LEFT + ((at - from) / (until - from)) * (width - LEFT - RIGHT);
  const step = (height - TOP - BOTTOM) / (rows.last - rows.first + 1);
  const y = (row: number) => height - BOTTOM - (row - rows.first) * step;
  fields(ctx, of, x, y, step, until);
  axes(ctx, { x, y, from, until, width, height, rows, bounds });
}

function fields(
  ctx: CanvasRenderingContext2D,
  { seconds, counts, rows, at }: Frame & { counts: Props['counts']; at: Cell | null },
  x: (at: number) => number,
  y: (row: number) => number,
  step: number,
  until: number,
): void {
  const most = counts.reduce((max, column) => column.reduce((it, value) => Math.max(it, value), max), 1);
  const few = parts(colour('heat-few'));
  const many = parts(colour('heat-many'));
  const shades = Array.from({ length: 33 }, (_, level) => shade(level / 32, few, many));
  counts.forEach((column, number) => {
    const left = Math.floor(x(seconds[number] ?? 0));
    const wide = Math.max(1, Math.ceil(x(seconds[number + 1] ?? until)) - left);
    for (let row = rows.first; row <= rows.last; row++) {
      const value = column[row] ?? 0;
      if (value === 0) continue;
      ctx.fillStyle = shades[Math.max(1, Math.round(32 * Math.sqrt(value / most)))] ?? '';
      ctx.fillRect(left, y(row) - step, wide, Math.ceil(step));
    }
  });
  if (!at || seconds[at.column] === undefined) return;
  const left = x(seconds[at.column] ?? 0);
  ctx.strokeStyle = colour('ink');
  ctx.lineWidth = 1.5;
  ctx.strokeRect(left, y(at.row) - step, Math.max(2, x(seconds[at.column + 1] ?? until) - left), step);
}

/** A colour between the two ends of the scale. */
function shade(share: number, few: number[], many: number[]): string {
  const weight = 0.1 + 0.9 * share;
  return `rgb(${few.map((it, at) => Math.round(it + ((many[at] ?? it) - it) * weight)).join(' ')})`;
}

/** The three parts of a colour that is written as #rrggbb or #rgb. */
function parts(hex: string): number[] {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
}

interface Axes {
  x: (at: number) => number;
  y: (row: number) => number;
  from: number;
  until: number;
  width: number;
  height: number;
  rows: Rows;
  bounds: readonly number[];
}

const TIMES = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];

function axes(ctx: CanvasRenderingContext2D, { x, y, from, until, width, height, rows, bounds }: Axes): void {
  ctx.fillStyle = colour('muted');
  ctx.font = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  const every = Math.max(1, Math.ceil(22 / Math.max(1, y(0) - y(1))));
  for (let row = rows.first; row <= rows.last; row++) {
    if ((row - rows.first) % every === 0) ctx.fillText(timeLabel(bounds[row] ?? 0), LEFT - 8, y(row));
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const most = Math.max(1, (width - LEFT - RIGHT) / LABEL);
  const every2 = TIMES.find((it) => (until - from) / it <= most) ?? 86400;
  for (let at = Math.ceil(from / every2) * every2; at <= until; at += every2) ctx.fillText(clock(at), x(at), height - 6);
}
