import type { Run } from '../types';

/** What a state of the run is called. */
export function stateWord(run: Run): string {
  switch (run.state) {
    case 'starting':
      return 'Starting';
    case 'running':
      return 'Running';
    case 'paused':
      return 'Paused';
    case 'stopping':
      return 'Stopping';
    case 'ended':
      return endWord(run);
  }
}

function endWord({ ending, passed }: Run): string {
  if (ending === 'interrupted') return 'Stopped';
  if (ending === 'script_error' || passed === false) return 'Failed';
  return passed ? 'Passed' : 'Completed';
}

export type Tone = 'running' | 'paused' | 'passed' | 'failed' | 'ended';

export function tone(run: Run): Tone {
  if (run.state === 'paused' || run.state === 'stopping') return 'paused';
  if (run.state !== 'ended') return 'running';
  if (run.ending === 'interrupted') return 'ended';
  if (run.passed === false || run.ending === 'script_error') return 'failed';
  return run.passed && run.ending === 'completed' ? 'passed' : 'ended';
}

/** What an ended run came to, for its banner. */
export function verdictOf(run: Run, crossed = 0): { outcome: 'passed' | 'failed' | 'interrupted' | 'unjudged'; word: string; text: string } {
  if (run.setup_error) return { outcome: 'failed', word: 'Failed', text: `The run could not go on: ${run.setup_error}` };
  if (run.ending === 'script_error') return { outcome: 'failed', word: 'Failed', text: 'The script could not go on.' };
  if (run.ending === 'threshold_abort') return { outcome: 'failed', word: 'Failed', text: 'A crossed threshold ended the run early.' };
  if (run.ending === 'interrupted') {
    const judged = crossed === 0 ? '' : crossed === 1 ? ' Until then a threshold was crossed.' : ` Until then ${crossed} thresholds were crossed.`;
    return { outcome: 'interrupted', word: 'Stopped', text: `The run was stopped before its end.${judged}` };
  }
  if (run.passed === false) return { outcome: 'failed', word: 'Failed', text: 'A threshold was crossed.' };
  return run.passed
    ? { outcome: 'passed', word: 'Passed', text: 'All thresholds were met.' }
    : { outcome: 'unjudged', word: 'Completed', text: 'No thresholds were set, so there is nothing to judge by.' };
}
