/** Numbers as people read them. All of them pure, all in one notation: 1,234.5. */

const grouped = new Map<number, Intl.NumberFormat>();

/** A number with thousands separated and a fixed number of decimals. */
export function fixed(value: number, decimals: number): string {
  let format = grouped.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    grouped.set(decimals, format);
  }
  return format.format(value);
}

/** A whole number with thousands separated. */
export function count(value: number): string {
  return fixed(value, 0);
}

/** So many of something: 1 run, 1,234 runs. */
export function counted(value: number, one: string): string {
  return `${count(value)} ${one}${value === 1 ? '' : 's'}`;
}

/** A number with about three digits that matter. */
export function brief(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 99.95) return fixed(value, 0);
  if (size >= 9.995) return fixed(value, 1);
  if (size >= 0.9995) return fixed(value, 2);
  return fixed(value, 3);
}

export interface Quantity {
  value: string;
  unit: string;
}

/** A time given in milliseconds, in the unit that reads best. */
export function time(millis: number): Quantity {
  if (millis === 0) return { value: '0', unit: 'ms' };
  if (millis < 0.9995) return { value: brief(millis * 1000), unit: 'µs' };
  if (millis < 9999.5) return { value: brief(millis), unit: 'ms' };
  if (millis < 600_000) return { value: brief(millis / 1000), unit: 's' };
  return { value: brief(millis / 60_000), unit: 'min' };
}

/** A number of bytes, in powers of 1000. */
export function bytes(value: number): Quantity {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let scaled = value;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return { value: unit === 0 ? count(scaled) : brief(scaled), unit: units[unit] ?? 'B' };
}

/** A quantity as one text. */
export function text(quantity: Quantity): string {
  return `${quantity.value} ${quantity.unit}`;
}

/** A share of 0 to 1 in percent, never rounded to "none" or "all" where it is neither. */
export function percent(share: number): string {
  if (share === 0) return '0%';
  if (share === 1) return '100%';
  if (share < 0.0001) return '<0.01%';
  if (share > 0.9999) return '>99.99%';
  return `${fixed(share * 100, 2)}%`;
}

/** A length of time in words: 1h 2m 3s. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${fixed(seconds, 1)}s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(`${hours}h`);
  if (minutes > 0) parts.push(`${minutes}m`);
  if (rest > 0 || parts.length === 0) parts.push(`${rest}s`);
  return parts.join(' ');
}

/** An instant of the run: 1:05 or 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return whole >= 3600
    ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** A label of an axis: 1.5k, 20M. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${trimmed(value / 1e9)}G`;
  if (size >= 1e6) return `${trimmed(value / 1e6)}M`;
  if (size >= 1e4) return `${trimmed(value / 1e3)}k`;
  return trimmed(value);
}

/** A label of a time axis, from milliseconds. */
export function timeLabel(millis: number): string {
  if (millis === 0) return '0';
  if (millis < 1) return `${trimmed(millis * 1000)} µs`;
  return millis < 1000 ? `${trimmed(millis)} ms` : `${trimmed(millis / 1000)} s`;
}

/** A percentile: 99.9% of the requests took at most so long. */
export function percentileLabel(percentile: number): string {
  return `${trimmed(percentile)}%`;
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A change as people write it: +4.2 %. */
export function signed(share: number): string {
  const size = Math.abs(share * 100);
  const digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return `${share < 0 ? '−' : '+'}${size.toFixed(digits)}%`;
}
