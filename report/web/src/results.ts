/** The document that Spate writes as results.json; docs/report.md describes each field. */
export interface Results {
  format: number;
  generator: string;
  name: string;
  target: string;
  /** Older documents lack it. */
  environment?: string;
  started_at: string;
  elapsed_seconds: number;
  measured_seconds: number;
  ending: 'completed' | 'interrupted' | 'threshold_abort' | 'script_error';
  success_rate: number;
  p95_latency: number;
  verdict: Verdict;
  generator_health: GeneratorHealth | null;
  setup: Aside | null;
  warm_up: Aside | null;
  totals: Totals;
  corrected: Corrected | null;
  phases: Phase[];
  endpoints: Endpoint[];
  endpoints_folded: number;
  levels: Level[];
  groups: Group[];
  failure_kinds: FailureKind[];
  errors: RequestError[];
  errors_folded: number;
  /** Older documents lack it. */
  kept_requests?: KeptRequests;
  checks: Check[];
  checks_folded: number;
  script_errors: ScriptError[];
  metrics: Metric[];
  timeline: Timeline;
  percentiles: Percentiles;
  scenarios: Scenario[];
  histogram: Histogram | null;
  nodes: NodeReport | null;
  scaling: Scaling | null;
  reload: Reload | null;
  /** Older documents lack it. */
  findings?: RunFinding[];
  /** Older documents lack it. */
  capacity?: Capacity | null;
}

/** What a run says about its target. */
export interface RunFinding {
  rule: string;
  sign: 'good' | 'warning' | 'red_flag';
  title: string;
  words: string;
  figures: { name: string; value: number | null; unit: string }[];
  metric: string;
  from_seconds: number;
  to_seconds: number;
}

/** The highest load that the target bears. */
export interface Capacity {
  status: 'found' | 'not_reached' | 'nothing_holds' | 'generator_limited' | 'unconfirmed';
  unit: '1/s' | 'users';
  objectives: string[];
  load: number | null;
  low: number | null;
  high: number | null;
  knee: number | null;
  broken: Observed[];
  trials: Trial[];
}

export interface Observed {
  objective: string;
  value: number | null;
  met: boolean;
}

export interface Trial {
  load: number;
  purpose: string;
  outcome: 'held' | 'broken' | 'generator_limited';
  from_seconds: number;
  to_seconds: number;
  iterations_per_second: number;
  requests_per_second: number;
  failure_rate: number;
  mean_ms: number;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
  objectives: Observed[];
  remark: string;
}

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

/** Which node of the target answered which part of the requests. */
export interface NodeReport {
  count: number;
  expected: number;
  requests_unanswered: number;
  busiest: number;
  quietest: number;
  variation: number;
  p_value: number;
  nodes: TargetNode[];
  remarks: string[];
}

export interface TargetNode {
  name: string;
  requests: number;
  share: number;
  requests_per_second: number;
  failures: number;
  failure_rate: number;
  service_time_ms: Times;
}

/** What more nodes brought, against a stored run. */
export interface Scaling {
  nodes: number;
  baseline_nodes: number;
  expected_multiple: number;
  actual_multiple: number;
  efficiency: number;
  requests_per_second: number;
  baseline_requests_per_second: number;
  p95_ms: number;
  baseline_p95_ms: number;
  fair: boolean;
  caveats: string[];
  verdict: 'linear' | 'sub-linear' | 'super-linear';
}

/** What a reload of the target did to the requests. */
export interface Reload {
  at_seconds: number;
  window_seconds: number;
  happened: boolean;
  command: { command: string; exit_code: number | null; seconds: number; output: string } | null;
  requests: number;
  failed: number;
  failures: Record<string, number>;
  failures_max: number | null;
  passed: boolean;
  connections_opened: number;
  connections_opened_per_second_before: number | null;
  requests_repeated: number;
  longest_gap_ms: number | null;
  settled_seconds: number | null;
  comparable: boolean;
  requests_per_second_before: number;
  requests_per_second_min: number;
  p95_before_ms: number;
  p95_max_ms: number | null;
  verdict: string;
}

export type MetricType = 'counter' | 'gauge' | 'rate' | 'trend' | '';
export type Contains = 'default' | 'time' | 'data' | 'decimal';
export type Outcome = 'met' | 'warned' | 'crossed';

/** What the generator found when it watched itself. */
export interface GeneratorHealth {
  valid: boolean;
  findings: Finding[];
}

export interface Finding {
  severity: 'note' | 'warning' | 'invalid';
  kind: string;
  what: string;
  consequence: string;
  since_seconds: number;
}

/** What was measured beside the results. */
export interface Aside {
  seconds: number;
  requests: number;
  failures: number;
  iterations: number;
  service_time_ms: Times;
}

export interface Level {
  name: string;
  from_seconds: number;
  to_seconds: number;
  requests: number;
  failures: number;
  failure_rate: number;
  requests_per_second: number;
  iterations_per_second: number;
  service_time_ms: Times;
  response_time_ms: Times;
  verdict: Outcome | '';
}

export interface Group {
  path: string;
  count: number;
  duration_ms: Times;
}

export interface FailureKind {
  kind: string;
  count: number;
  first_seconds: number;
  last_seconds: number;
  sample: string;
  per_second: number[];
}

/** Requests that were kept as a whole. */
export interface KeptRequests {
  slowest: KeptRequest[];
  failed: KeptRequest[];
}

/** Times are milliseconds. */
export interface KeptRequest {
  scenario: string;
  method: string;
  name: string;
  url: string;
  status: number;
  error: string;
  error_kind: string;
  at_seconds: number;
  duration: number;
  blocked: number;
  connecting: number;
  tls_handshaking: number;
  sending: number;
  waiting: number;
  receiving: number;
  trace_id: string;
  sent: string;
  received: string;
}

/** Values by k6's names; which ones depends on the type. */
export interface Metric {
  name: string;
  selector: string;
  type: MetricType;
  contains: Contains;
  custom: boolean;
  values: Record<string, number>;
}

export interface Verdict {
  passed: boolean;
  /** What the crossed thresholds say; older documents lack it. */
  violations?: string[];
  thresholds: Threshold[];
}

export interface Threshold {
  selector: string;
  expression: string;
  scope: 'run' | 'window' | 'level';
  over: number;
  level: string;
  statistic: string;
  value: number | null;
  type: MetricType;
  contains: Contains;
  outcome: Outcome;
  worst_seconds: number | null;
  budget_left: number | null;
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

/** An estimate for a closed workload, free of coordinated omission. */
export interface Corrected {
  expected_interval_ms: number;
  service_time_ms: Times;
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
  kind: string;
  count: number;
  first_seconds: number | null;
  last_seconds: number | null;
  sample: string;
}

export interface Check {
  group: string;
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

export interface Scenario {
  name: string;
  executor: string;
  description: string;
  think: string;
  after: string;
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
