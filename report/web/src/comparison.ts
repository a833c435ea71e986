/** The document of a comparison of runs; docs/statistics.md describes each field. */
export interface Comparison {
  /** Null where figures are only told: then there are marks. */
  verdict: Verdict | null;
  words: string;
  a: string[];
  b: string[];
  marks?: Mark[];
  overall?: ComparedRow;
  endpoints?: ComparedRow[];
  notes?: string[];
}

export type Verdict = 'PASS' | 'REGRESSED' | 'IMPROVED' | 'INCONCLUSIVE';

/** A figure beside its baseline, without a verdict. */
export interface Mark {
  metric: string;
  a: number;
  b: number;
  change: number | null;
  /** Whether the change is below the least that counts. */
  near: boolean;
}

export interface ComparedRow {
  method: string;
  name: string;
  verdict: Verdict;
  /** By the name of the figure. */
  figures: Record<string, ComparedFigure>;
}

export interface ComparedFigure {
  a: number;
  b: number;
  change: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
  words: string;
}

export const WORDS: Record<Verdict, string> = {
  PASS: 'No worse',
  REGRESSED: 'Regressed',
  IMPROVED: 'Improved',
  INCONCLUSIVE: 'Inconclusive',
};

export const TONES: Record<Verdict, 'passed' | 'failed' | 'interrupted' | 'unjudged'> = {
  PASS: 'passed',
  REGRESSED: 'failed',
  IMPROVED: 'passed',
  INCONCLUSIVE: 'unjudged',
};
