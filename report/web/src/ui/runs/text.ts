import type { Tone } from '../live/words';
import type { StoredRun } from '../types';

/** Runs of the history in words. */

export function when(at: string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(date)}`;
}

export function day(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date(at));
}

export function outcomeOf(run: StoredRun): { word: string; tone: Tone } {
  if (run.ending === 'interrupted') return { word: 'Stopped', tone: 'ended' };
  if (run.ending === 'script_error' || run.passed === false) return { word: 'Failed', tone: 'failed' };
  return run.passed ? { word: 'Passed', tone: 'passed' } : { word: 'Completed', tone: 'ended' };
}
