/** The document that Spate writes as results.json; docs/report.md describes each field. */
export interface Results {
  format: number;
  generator: string;
  name: string;
  target: string;
  started_at: string;
  elapsed_seconds: number;
  ending: 'completed' | 'interrupted' | 'threshold_abort' | 'script_error';
  success_rate: number;
  p95_latency: number;
  verdict: Verdict;
  totals: Totals;
  phases: Phase[];
  endpoints: Endpoint[];
  endpoints_folded: number;
  errors: RequestError[];
  errors_folded: number;
  checks: Check[];
  checks_folded: number;
  script_errors: ScriptError[];
  timeline: Timeline;
  percentiles: Percentiles;
  scenarios: Scenario[];
}

export interface Verdict {
  passed: boolean;
  thresholds: Threshold[];
}

export interface Threshold {
  selector: string;
  expression: string;
  value: number | null;
  contains: 'default' | 'time' | 'data';
  passed: boolean;
  message: string;
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

export interface Totals {
  requests: number;
  failures: number;
  failure_rate: number;
  requests_per_second: number;
  iterations: number;
  iterations_per_second: number;
  failed_iterations: number;
  interrupted_iterations: number;
  dropped_iterations: number;
  vus_max: number;
  bytes_sent: number;
  bytes_received: number;
  service_time_ms: Times;
  response_time_ms: Times;
}

export interface Phase {
  name: string;
  time_ms: Times;
}

export interface Endpoint {
  method: string;
  name: string;
  scenarios: string[];
  requests: number;
  failures: number;
  requests_per_second: number;
  failures_per_second: number;
  service_time_ms: Times;
  response_time_ms: Times;
}

export interface RequestError {
  method: string;
  name: string;
  status: string;
  error: string;
  error_code: string;
  count: number;
}

export interface Check {
  name: string;
  passes: number;
  fails: number;
}

export interface ScriptError {
  scenario: string;
  message: string;
  trace: string;
  count: number;
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
}

export interface Percentiles {
  percentile: number[];
  service_time_ms: number[];
  response_time_ms: number[];
}

export interface Scenario {
  name: string;
  executor: string;
  description: string;
  think: string;
  start_seconds: number;
  duration_seconds: number;
  graceful_stop_seconds: number;
  max_vus: number;
  requests: number;
  iterations: number;
  failed_iterations: number;
  dropped_iterations: number;
}

/** Which of the two times is meant. */
export type TimeKind = 'service' | 'response';

export function timesOf(of: { service_time_ms: Times; response_time_ms: Times }, kind: TimeKind): Times {
  return kind === 'service' ? of.service_time_ms : of.response_time_ms;
}

/** The document that the page carries, or null where there is none. */
export function embeddedResults(): Results | null {
  const text = document.getElementById('spate-results')?.textContent ?? 'null';
  return JSON.parse(text) as Results | null;
}
