import type { Contains, Corrected, Histogram, Metric, MetricType, Percentiles, Phase, Timeline, Times } from './figures';
import type { Capacity, NodeReport, Reload, RunFinding, Scaling } from './target';

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
