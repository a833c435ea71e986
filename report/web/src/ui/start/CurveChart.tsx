import type { ComponentChildren } from 'preact';
import { clock, compact } from '../../format';
import type { Point } from '../types';

export interface Scale {
  width: number;
  height: number;
  until: number;
  most: number;
  x: (millis: number) => number;
  y: (value: number) => number;
}

const LEFT = 44;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 26;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400].map((it) => it * 1000);

export function scaleOf(width: number, height: number, until: number, most: number): Scale {
  return {
    width, height, until, most,
    x: (millis) => LEFT + (until > 0 ? millis / until : 0) * (width - LEFT - RIGHT),
    y: (value) => height - BOTTOM - (most > 0 ? value / most : 0) * (height - TOP - BOTTOM),
  };
}

/** The time and the value at a place of the drawing. */
export function placeAt(scale: Scale, x: number, y: number): Point {
  return {
    at_ms: ((x - LEFT) / (scale.width - LEFT - RIGHT)) * scale.until,
    value: ((scale.height - BOTTOM - y) / (scale.height - TOP - BOTTOM)) * scale.most,
  };
}

/** A line of load over time, with its axes, and whatever is laid over it. */
export function CurveChart({ scale, points, children }: { scale: Scale; points: readonly Point[]; children?: ComponentChildren }) {
  const { x, y, until, most, width, height } = scale;
  const every = STEPS.find((it) => until / it <= Math.max(2, width / 90)) ?? 86_400_000;
  const times = Array.from({ length: Math.floor(until / every) + 1 }, (_, at) => at * every);
  const line = points.map((it) => `${x(it.at_ms).toFixed(1)},${y(it.value).toFixed(1)}`).join(' ');
  const last = points[points.length - 1]?.at_ms ?? 0;
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line class="grid" x1={LEFT} x2={width - RIGHT} y1={y(share * most)} y2={y(share * most)} />
          <text class="axis" x={LEFT - 8} y={y(share * most) + 4} text-anchor="end">{compact(share * most)}</text>
        </g>
      ))}
      {times.map((at) => <text class="axis" key={at} x={x(at)} y={height - 7} text-anchor="middle">{clock(at / 1000)}</text>)}
      {points.length > 0 && <polygon class="area" points={`${x(points[0]?.at_ms ?? 0)},${y(0)} ${line} ${x(last)},${y(0)}`} />}
      <polyline class="curve" points={line} />
      {children}
    </>
  );
}
