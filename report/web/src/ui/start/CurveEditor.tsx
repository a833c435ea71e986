import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { compact, duration } from '../../format';
import type { Point } from '../types';
import { CurveChart, placeAt, scaleOf } from './CurveChart';
import { added, addedBehind, faults, MOST_POINTS, moved, removed, roundUp, SHAPES, valueAt } from './curve';
import { millisOf, typed } from './durations';

interface Props {
  points: readonly Point[];
  unit: 'users' | 'rate';
  change: (points: Point[]) => void;
}

const HEIGHT = 230;
const UNITS = { users: 'users', rate: 'iterations/s' };

/** A workload as a line that is drawn by pointer, by keyboard, or as a table of numbers. */
export function CurveEditor({ points, unit, change }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useSignal(600);
  const held = useSignal<{ at: number; until: number; most: number } | null>(null);
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const sizes = new ResizeObserver(() => (width.value = element.clientWidth || 600));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  const last = points[points.length - 1]?.at_ms ?? 0;
  // While a point is dragged the axes stay, so that it follows the pointer.
  const until = held.value?.until ?? Math.max(10_000, last * 1.12);
  const most = held.value?.most ?? roundUp(Math.max(...points.map((it) => it.value)) * 1.15);
  const scale = scaleOf(width.value, HEIGHT, until, most);
  const place = (event: MouseEvent) => {
    const box = svg.current?.getBoundingClientRect();
    return placeAt(scale, event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
  };
  const focus = (at: number) => requestAnimationFrame(() => svg.current?.querySelectorAll<SVGElement>('.handle')[at]?.focus());
  const take = (next: { points: Point[]; at: number }) => {
    change(next.points);
    focus(next.at);
  };

  const keys = (event: KeyboardEvent, at: number) => {
    const point = points[at];
    if (!point) return;
    const far = event.shiftKey ? 10 : 1;
    const time = Math.max(1000, Math.round(last / 60_000) * 1000) * far;
    const load = Math.max(1, Math.round(most / 100)) * far;
    const by: Record<string, [number, number]> = { ArrowLeft: [-time, 0], ArrowRight: [time, 0], ArrowUp: [0, load], ArrowDown: [0, -load] };
    const step = by[event.key];
    if (step) change(moved(points, at, { at_ms: point.at_ms + step[0], value: point.value + step[1] }));
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      change(removed(points, at));
      focus(Math.min(at, points.length - 2));
    } else if (event.key === 'Enter' || event.key === '+') take(addedBehind(points, at));
    else return;
    event.preventDefault();
  };

  return (
    <div class="curve-editor">
      <div class="shapes" role="group" aria-label="Begin with a shape">
        {SHAPES.map((it) => (
          <button type="button" class="chip" key={it.name}
            onClick={() => change(it.points(Math.max(10, ...points.map((point) => point.value)), Math.max(60_000, last)))}>
            {it.name}
          </button>
        ))}
      </div>
      <svg ref={svg} class="drawing" height={HEIGHT} role="group"
        aria-label={`The workload as a line of ${points.length} points. Arrow keys move a point, Enter adds one behind it, Delete removes it.`}
        onDblClick={(event) => take(added(points, place(event)))}
        onPointerMove={(event) => {
          if (held.value) change(moved(points, held.value.at, place(event)));
        }}
        onPointerUp={() => (held.value = null)} onPointerCancel={() => (held.value = null)}>
        <CurveChart scale={scale} points={points}>
          {points.map((point, at) => (
            <circle class="handle" key={at} cx={scale.x(point.at_ms)} cy={scale.y(point.value)} r={7} tabindex={0} role="slider"
              aria-label={`Point ${at + 1} of ${points.length}`} aria-valuemin={0} aria-valuemax={Math.max(most, point.value)} aria-valuenow={point.value}
              aria-valuetext={`${point.value} ${UNITS[unit]} at ${duration(point.at_ms / 1000)}`}
              onKeyDown={(event) => keys(event, at)}
              onPointerDown={(event) => {
                event.preventDefault();
                event.currentTarget.focus();
                svg.current?.setPointerCapture(event.pointerId);
                held.value = { at, until, most };
              }} />
          ))}
          {held.value && <Held point={points[held.value.at]} scale={scale} unit={unit} />}
        </CurveChart>
      </svg>
      <p class="help">Drag the points; double-click adds one. {duration(last / 1000)} in all, at most {compact(Math.max(...points.map((it) => it.value)))} {UNITS[unit]}.</p>
      <Numbers points={points} unit={unit} change={change} />
    </div>
  );
}

function Held({ point, scale, unit }: { point: Point | undefined; scale: ReturnType<typeof scaleOf>; unit: 'users' | 'rate' }) {
  if (!point) return null;
  const left = scale.x(point.at_ms) > scale.width * 0.7;
  return (
    <text class="held" x={scale.x(point.at_ms) + (left ? -12 : 12)} y={Math.max(14, scale.y(point.value) - 10)} text-anchor={left ? 'end' : 'start'}>
      {point.value} {UNITS[unit]} at {typed(point.at_ms)}
    </text>
  );
}

/** The same line as numbers. */
function Numbers({ points, unit, change }: Props) {
  const wrong = faults(points);
  return (
    <details class="numbers">
      <summary>As numbers</summary>
      <table>
        <thead>
          <tr><th scope="col">At</th><th scope="col">{unit === 'users' ? 'Users' : 'Iterations/s'}</th><th scope="col"><span class="hidden">Remove</span></th></tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            <tr key={at}>
              <td><Time point={point} at={at} change={(at_ms) => change(moved(points, at, { ...point, at_ms }))} /></td>
              <td>
                <input type="number" min={0} step={1} value={point.value} aria-label={`Load of point ${at + 1}`}
                  onInput={(event) => event.currentTarget.value !== '' && change(moved(points, at, { ...point, value: event.currentTarget.valueAsNumber }))} />
              </td>
              <td>
                <button type="button" class="plain" disabled={points.length <= 2} aria-label={`Remove point ${at + 1}`} onClick={() => change(removed(points, at))}>×</button>
                <span class="mistake">{wrong.find((it) => it.at === at)?.message}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="button" disabled={points.length >= MOST_POINTS} onClick={() => change(addedBehind(points, points.length - 1).points)}>Add a point</button>
      <span class="help"> At half of it: {compact(Math.round(valueAt(points, (points[points.length - 1]?.at_ms ?? 0) / 2)))}</span>
    </details>
  );
}

function Time({ point, at, change }: { point: Point; at: number; change: (millis: number) => void }) {
  const text = useSignal<string | null>(null);
  const take = () => {
    const millis = millisOf(text.value ?? '');
    if (text.value !== null && millis !== null) change(millis);
    text.value = null;
  };
  return (
    <input value={text.value ?? typed(point.at_ms)} aria-label={`Time of point ${at + 1}`} readOnly={at === 0}
      aria-invalid={text.value !== null && millisOf(text.value) === null}
      onInput={(event) => (text.value = event.currentTarget.value)} onChange={take} onBlur={take} />
  );
}
