import type { Times } from './figures';

/** What results.json says of the target: findings, its capacity, its nodes. */

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
