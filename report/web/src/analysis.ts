/** The documents of spate analyze, one of each file; what a file does not tell is missing. */
export interface Analyzed {
  file: string;
  format: string;
  notices: string[];
  started_at?: string;
  seconds?: number;
  total: AnalyzedEndpoint;
  endpoints: AnalyzedEndpoint[];
  failures: AnalyzedFailure[];
  timeline: Moment[];
}

export interface AnalyzedEndpoint {
  method: string;
  name: string;
  requests?: number;
  failures?: number;
  success_rate?: number;
  requests_per_second?: number;
  failures_per_second?: number;
  time_ms: { min?: number; avg?: number; max?: number; percentiles: Record<string, number> };
}

export interface AnalyzedFailure {
  method: string;
  name: string;
  error: string;
  count: number;
}

export interface Moment {
  seconds: number;
  users?: number;
  requests_per_second?: number;
  failures_per_second?: number;
  p50_ms?: number;
  p95_ms?: number;
  p99_ms?: number;
}
