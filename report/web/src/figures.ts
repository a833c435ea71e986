/** The figures in results.json: what was measured. */

/** How often which time was measured; edges are round numbers. */
export interface Histogram {
  time: 'service_time' | 'response_time';
  scale: 'linear' | 'logarithmic';
  bars: Bar[];
}

export interface Bar {
  from_ms: number;
  to_ms: number;
  count: number;
}

export type MetricType = 'counter' | 'gauge' | 'rate' | 'trend' | '';
export type Contains = 'default' | 'time' | 'data' | 'decimal';

/** Values by k6's names; which ones depends on the type. */
export interface Metric {
  name: string;
  selector: string;
  type: MetricType;
  contains: Contains;
  custom: boolean;
  values: Record<string, number>;
}

/** Times in milliseconds. */
export interface Times {
  min: number;
  avg: number;
  med: number;
  p75: number;
  p90: number;
  p95: number;
  p99: number;
  p99_9: number;
  max: number;
}

/** An estimate for a closed workload, free of coordinated omission. */
export interface Corrected {
  expected_interval_ms: number;
  service_time_ms: Times;
}

export interface Phase {
  name: string;
  time_ms: Times;
}

type Column = (number | null)[];

/** One array per column; an interval begins at `seconds` and ends where the next one begins. */
export interface Timeline {
  seconds: number[];
  vus: Column;
  requests_per_second: Column;
  failures_per_second: Column;
  iterations_per_second: Column;
  dropped_iterations_per_second: Column;
  service_time_ms: { p50: Column; p95: Column; p99: Column };
  response_time_ms: { p50: Column; p95: Column; p99: Column };
  generator_cpu: Column;
  machine_cpu: Column;
  loop_lag_ms: Column;
}

export interface Percentiles {
  percentile: number[];
  service_time_ms: number[];
  response_time_ms: number[];
  corrected_ms: number[];
}

/** Which of the two times is meant. */
export type TimeKind = 'service' | 'response';

export function timesOf(of: { service_time_ms: Times; response_time_ms: Times }, kind: TimeKind): Times {
  return kind === 'service' ? of.service_time_ms : of.response_time_ms;
}
