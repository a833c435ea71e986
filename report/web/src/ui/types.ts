import type { Results } from '../results';

/** What the server's API answers; docs/web.md describes each field. */
export interface Session {
  version: string;
  role: 'operator' | 'viewer' | 'none';
  login_required: boolean;
  csrf: string;
  mode: 'ui' | 'run' | 'locust';
  folder: string | null;
}

export interface Mistake {
  message: string;
  field?: string | null;
  line?: number | null;
  column?: number | null;
}

export interface Plan {
  path: string;
  kind: string;
  name: string;
}

/** The plans and scripts of the folder, and the one that the server was started with. */
export interface Plans {
  plans: Plan[];
  chosen?: string | null;
  /** In Locust's mode what its command line said. */
  locust?: Locust | null;
}

/** What Locust's fields begin with. */
export interface Locust {
  users: number;
  spawn_rate: number;
  host: string;
  /** Null until it is stopped. */
  duration_ms: number | null;
  user_classes: string[];
  /** Whether classes may be chosen. */
  class_picker: boolean;
  /** The class that says how many users there are, in place of the fields. */
  shape: string | null;
}

export interface Point {
  at_ms: number;
  value: number;
}

export type Load =
  | { kind: 'users'; users: number; spawn_rate: number; duration_ms: number | null }
  | { kind: 'rate'; rate: number; max_users: number; duration_ms: number }
  | { kind: 'curve'; unit: 'users' | 'rate'; points: Point[] };

export interface Order {
  plan: string | null;
  target?: string;
  load?: Load;
  tags?: string[];
  environment?: string;
  variables?: Record<string, string>;
  user_classes?: string[];
  confirm_public?: boolean;
}

export interface Checked {
  ok: true;
  name: string;
  target: string;
  duration_ms: number | null;
  scenarios: { name: string; executor: string; words: string }[];
  curve: Point[];
  curve_unit: string;
  public_target: boolean;
  warnings: string[];
  /** The command line that does the same. */
  command?: string | null;
}

export type State = 'starting' | 'running' | 'paused' | 'stopping' | 'ended';

export interface Totals {
  requests: number;
  failures: number;
  requests_per_second: number;
  failures_per_second: number;
  failure_rate: number;
  p50: number;
  p95: number;
  p99: number;
  min: number;
  max: number;
  mean: number;
  iterations: number;
  dropped_iterations: number;
  data_sent: number;
  data_received: number;
  current: Current;
}

export interface Current {
  users: number;
  requests_per_second: number;
  failures_per_second: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

export interface Run {
  id: string;
  name: string;
  target: string;
  environment: string | null;
  started_at: string;
  state: State;
  elapsed_ms: number;
  duration_ms: number | null;
  users: number;
  load: { kind: 'users' | 'rate' | 'fixed'; value: number; adjustable: boolean };
  ending: Results['ending'] | null;
  passed: boolean | null;
  totals: Totals;
  setup_error: string | null;
  /** Older servers do not say it. */
  can_pause?: boolean;
}

type Cells = (number | null)[];

export interface Columns {
  at_ms: number[];
  users: Cells;
  requests_per_second: Cells;
  failures_per_second: Cells;
  p50: Cells;
  p95: Cells;
  p99: Cells;
  late_ms?: Cells;
}

export interface LiveTimeline {
  interval_ms: number;
  revision: number;
  columns: Columns;
  heat: { bounds_ms: number[]; counts: number[][] };
}

export interface Second extends Current {
  at_ms: number;
  heat?: number[];
  revision: number;
  totals: Totals;
}

export interface EndpointRow {
  method: string;
  name: string;
  requests: number;
  failures: number;
  requests_per_second: number;
  failures_per_second: number;
  failure_rate: number;
  p50: number;
  p66: number;
  p75: number;
  p80: number;
  p90: number;
  p95: number;
  p98: number;
  p99: number;
  p999: number;
  p9999: number;
  min: number;
  max: number;
  mean: number;
  bytes_mean: number | null;
  trend: number[] | null;
}

export interface EndpointPage {
  total: number;
  matching: number;
  rows: EndpointRow[];
  all: EndpointRow | null;
}

export interface Failure {
  kind: string;
  method: string;
  name: string;
  count: number;
  first_at: number | string | null;
  last_at: number | string | null;
  sample?: { request: string; response: string; timings?: Record<string, number> } | null;
}

export interface ScriptException {
  message: string;
  trace: string;
  count: number;
}

export interface LogLine {
  /** Grows by one with each line of a run. */
  number: number;
  at: string | number;
  level: string;
  text: string;
}

export interface Check {
  name: string;
  passes: number;
  fails: number;
}

export interface ThresholdState {
  text: string;
  value: number | null;
  limit: number | null;
  margin: number | null;
  state: 'met' | 'warned' | 'crossed' | 'unknown';
  abort_on_fail: boolean;
}

export interface GeneratorState {
  valid: boolean;
  words: string[];
  cpu: number | null;
  late_p99_ms: number | null;
  gc: number | null;
  memory_mb: number | null;
  loops?: unknown[];
}

/** A run of the history. */
export interface StoredRun {
  id: string;
  started_at: string;
  name: string;
  target: string;
  environment: string | null;
  elapsed_ms: number;
  passed: boolean | null;
  ending: string;
  requests: number;
  requests_per_second: number;
  failure_rate: number;
  p50: number;
  p95: number;
  p99: number;
  commit: string | null;
  machine: string | null;
  notes: string;
  baseline: boolean;
  tags: Record<string, string>;
  results?: Results;
}

export interface RunPage {
  total: number;
  runs: StoredRun[];
  plans?: string[];
  environments?: string[];
}
