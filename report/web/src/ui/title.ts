import { useSignalEffect } from '@preact/signals';
import { duration } from '../format';
import { connection, run } from './live/store';
import { stateWord, tone } from './live/words';
import { place } from './router';
import type { Place } from './routes';

const TITLES: Record<Exclude<Place['page'], 'test'>, string> = {
  runs: 'Runs',
  run: 'Run',
  compare: 'Comparison',
  trends: 'Trends',
  login: 'Log in',
  nowhere: 'Not found',
};

/** A name for the page that is shown, where it knows a better one than its kind. */
export function useTitle(): void {
  useSignalEffect(() => {
    const here = place.value;
    const current = run.value;
    const lost = connection.value === 'lost' ? '⚠ ' : '';
    const state = current ? `${stateWord(current)} ${duration(Math.floor(current.elapsed_ms / 1000))} · ${current.name}` : 'New test';
    const page = here.page === 'test' ? (here.fresh && current?.state === 'ended' ? 'New test' : state) : TITLES[here.page];
    const title = `${lost}${page} – Spate`;
    if (document.title !== title) document.title = title;
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    const address = `/assets/icon${current ? ICONS[tone(current)] : ''}.svg`;
    if (icon && icon.getAttribute('href') !== address) icon.href = address;
  });
}

const ICONS = { running: '-running', paused: '-paused', passed: '-passed', failed: '-failed', ended: '' };
