import type { ComponentChildren } from 'preact';

export type Outcome = 'passed' | 'failed' | 'interrupted' | 'unjudged';

interface Props {
  outcome: Outcome;
  word: string;
  children: ComponentChildren;
}

const marks: Record<Outcome, string> = {
  passed: 'M4 10.5l4 4 8-9',
  failed: 'M5 5l10 10M15 5L5 15',
  interrupted: 'M7 4.5v11M13 4.5v11',
  unjudged: 'M4 10h12',
};

/** The judgement of the run: a word, a mark and what it rests on. */
export function VerdictBanner({ outcome, word, children }: Props) {
  return (
    <div class={`verdict ${outcome}`} role="status">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={marks[outcome]} />
      </svg>
      <div class="verdict-text">
        <strong>{word}</strong>
        <div>{children}</div>
      </div>
    </div>
  );
}
