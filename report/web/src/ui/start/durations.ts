/** Lengths of time as people type them. */

const MILLIS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of "90", "90s", "1m 30s", "1h30m" or "1:30"; null where it is none of these. A bare number is seconds. */
export function millisOf(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (clock) return ((Number(clock[1] ?? 0) * 60 + Number(clock[2])) * 60 + Number(clock[3])) * 1000;
  if (!/^(\d+(\.\d+)?\s*(ms|min|s|m|h|d)\s*)+$/.test(text)) return null;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|min|s|m|h|d)/g)) sum += Number(number) * (MILLIS[unit ?? ''] ?? 0);
  return Math.round(sum);
}

/** A length of time as one may type it: 1m 30s. */
export function typed(millis: number): string {
  const parts: string[] = [];
  let rest = Math.round(millis);
  for (const unit of ['h', 'm', 's', 'ms']) {
    const size = MILLIS[unit] ?? 1;
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole}${unit}`);
    rest -= whole * size;
  }
  return parts.join(' ') || '0s';
}
