/** The document of a comparison of two runs, as the server sends it. */
export interface Comparison {
  verdict: Verdict;
  words: string;
  overall?: ComparedRow;
  endpoints?: ComparedRow[];
  notes?: string[];
}

export type Verdict = 'PASS' | 'REGRESSED' | 'IMPROVED' | 'INCONCLUSIVE';

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
